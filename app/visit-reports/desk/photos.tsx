import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { readPhoto } from '~/files/photo.server'
import { FILE_BYTES_MOST } from '~/files/rules'
import { Button, LinkButton } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Field } from '~/ui/field'
import { FileField } from '~/ui/file-field'
import { Section } from '~/ui/section'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atMaterial, atReport } from '../desk-access.server'
import { photoConsents } from '../desk-reads.server'
import { photoForm } from '../forms'
import { DeskPage } from '../parts/desk-page'
import { Photo } from '../parts/photos'
import type { Refused } from '../parts/refusal'
import { addPhoto } from '../photo-writes.server'
import { mayTakeDown, PHOTOS_MOST } from '../rules'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day, material, may } = await atMaterial(context, params.id)
  const consents = await photoConsents(day.id)
  return { day: namedDay(day), photos: material.photos, consents, editable: may.ok, takesDown: mayTakeDown(viewer, day).ok }
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atReport(context, params.id, ['staff'])
  const form = await readForm(request, photoForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const { photo: file, alt, people } = form.value
  const read = readPhoto(Buffer.from(await file.arrayBuffer()))
  if (!read.ok) return unprocessable<Result>({ state: { values: form.values, errors: { photo: `visit-reports:error.photo.${read.why}` } } })
  const added = await addPhoto(viewer, day.id, read.photo, { alt, people })
  return added.ok
    ? redirectTo(`/desk/open-days/${day.id}/report/photos`)
    : conflict<Result>({ refused: added, state: { values: form.values, errors: {} } })
}

const MEGA = 1024 * 1024

export default function Photos() {
  const { t } = useTranslation(['visit-reports', 'web'])
  const { day, photos, consents, editable, takesDown } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const at = `/desk/open-days/${day.id}/report/photos`
  const typed = (name: string) => ({ name, value: result?.state.values[name], error: errors.of(name) })
  return (
    <DeskPage day={day} title={t('desk.task.photos')} lead={t('desk.photos.lead')} errors={errors} refused={result?.refused}>
      <p>{t('desk.photos.consents', consents)}</p>
      {photos.length === 0 ? <p className="hint">{t('desk.photos.none')}</p> : null}
      <ul className="photos" role="list">
        {photos.map((photo) => (
          <li key={photo.id}>
            <Photo photo={photo} src={`/desk/open-days/${day.id}/report/photo-files/${photo.id}`} lang={day.lang} />
            <p className="hint">
              {t(`desk.photos.${photo.people}`)} · {t('desk.photos.size', photo)}
            </p>
            {takesDown ? (
              <LinkButton href={address(`${at}/${photo.id}`)} variant="secondary">
                {t('desk.photos.take-down')}
                <VisuallyHidden>{t('web:colon') + photo.alt}</VisuallyHidden>
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ul>
      {editable && photos.length < PHOTOS_MOST ? (
        <Section title={t('desk.photos.add')}>
          <form method="post" encType="multipart/form-data" action={address(at)} className="form" noValidate>
            <FileField
              name="photo"
              label={t('desk.photos.file')}
              hint={t('desk.photos.file-hint', { most: FILE_BYTES_MOST / MEGA })}
              accept=".jpg,.jpeg,.png,.webp"
              error={errors.of('photo')}
              required
            />
            <Field {...typed('alt')} label={t('desk.photos.alt')} hint={t('desk.photos.alt-hint')} lang={day.lang} required />
            <RadioGroup
              {...typed('people')}
              legend={t('desk.photos.people')}
              options={(['agreed', 'nobody'] as const).map((value) => ({ value, label: t(`desk.photos.${value}`) }))}
              required
            />
            <Button>{t('desk.photos.add')}</Button>
          </form>
        </Section>
      ) : null}
    </DeskPage>
  )
}

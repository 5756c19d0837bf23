import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atReport } from '../desk-access.server'
import { photosOf } from '../desk-reads.server'
import { whyForm } from '../forms'
import { DeskPage } from '../parts/desk-page'
import { Photo } from '../parts/photos'
import type { Refused } from '../parts/refusal'
import { takeDownPhoto } from '../photo-writes.server'

async function atPhoto({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const found = await atReport(context, params.id, ['staff', 'publisher'])
  const photo = (await photosOf(found.day.id)).find(({ id }) => id === params.photo)
  if (!photo) throw notFound()
  return { ...found, photo }
}

export async function loader(args: LoaderFunctionArgs) {
  const { day, photo } = await atPhoto(args)
  return { day: namedDay(day), photo }
}

type Result = { state: FormState; refused?: Refused }

export async function action(args: ActionFunctionArgs) {
  const { viewer, day, photo } = await atPhoto(args)
  const form = await readForm(args.request, whyForm, args.context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const done = await takeDownPhoto(viewer, day.id, photo.id, form.value.why)
  return done.ok
    ? redirectTo(`/desk/open-days/${day.id}/report/photos`)
    : conflict<Result>({ refused: done, state: { values: form.values, errors: {} } })
}

export default function TakeDown() {
  const { t } = useTranslation('visit-reports')
  const { day, photo } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const at = `/desk/open-days/${day.id}/report/photos/${photo.id}`
  return (
    <DeskPage
      day={day}
      title={t('desk.photos.take-down-title')}
      lead={t('desk.photos.take-down-lead')}
      errors={errors}
      refused={result?.refused}
    >
      <Photo photo={photo} src={`/desk/open-days/${day.id}/report/photo-files/${photo.id}`} lang={day.lang} />
      <form method="post" action={address(at)} className="form" noValidate>
        <TextArea
          name="why"
          label={t('desk.photos.take-down-why')}
          hint={t('desk.photos.take-down-why-hint')}
          rows={3}
          value={result?.state.values.why}
          error={errors.of('why')}
          required
        />
        <Button variant="warning">{t('desk.photos.take-down')}</Button>
      </form>
    </DeskPage>
  )
}

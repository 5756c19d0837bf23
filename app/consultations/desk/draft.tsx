import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { readDraft } from '~/files/draft-text.server'
import { Button } from '~/ui/button'
import { FileField } from '~/ui/file-field'
import { Inset } from '~/ui/inset'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { UserText } from '~/ui/quote'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { draftForm } from '../forms'
import { Refusal, type Refused } from '../parts/refusal'
import { mayEdit } from '../rules'
import { importDraft } from '../draft-writes.server'
import { atDesk } from '../desk-access.server'
import { deskTrail } from '../parts/trail'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['staff'])
  const may = mayEdit(viewer, c)
  return {
    id: c.id,
    title: c.title,
    lang: c.lang,
    sourceName: c.sourceName,
    hasDraft: c.sourceText !== '',
    refused: may.ok ? undefined : may,
  }
}

type Result = { state?: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['staff'])
  const form = await readForm(request, draftForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const { text, file } = form.value
  const read = file ? await readDraft(file.name, Buffer.from(await file.arrayBuffer())) : { ok: true as const, text, name: '' }
  if (!read.ok) return unprocessable<Result>({ state: { values: form.values, errors: { file: `consultations:error.file.${read.why}` } } })
  const imported = await importDraft(viewer, c.id, { text: read.text, name: read.name })
  if (!imported.ok) return conflict<Result>({ refused: imported, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/consultations/${c.id}/articles`)
}

export default function DraftImport() {
  const { t } = useTranslation(['consultations', 'web'])
  const { id, title, lang, hasDraft, sourceName, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <Page
      title={t('task.draft')}
      caption={<UserText lang={lang}>{title}</UserText>}
      errors={errors}
      trail={deskTrail(t, { id, title, lang })}
    >
      <Refusal refused={result?.refused ?? refused} />
      {hasDraft ? <Inset>{sourceName ? t('import.again-file', { name: sourceName }) : t('import.again')}</Inset> : null}
      {refused ? null : (
        <form method="post" encType="multipart/form-data" action={address(`/desk/consultations/${id}/draft`)} className="form">
          <FileField name="file" label={t('import.file')} hint={t('import.file-hint')} accept=".txt,.md,.docx" error={errors.of('file')} />
          <TextArea
            name="text"
            label={t('import.text')}
            hint={t('import.text-hint')}
            rows={16}
            value={result?.state?.values.text}
            error={errors.of('text')}
          />
          <Button>{t('import.submit')}</Button>
        </form>
      )}
    </Page>
  )
}

import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { clerkAt } from '../at-desk.server'
import { importForm } from '../forms'
import { factsFor } from '../importing/facts.server'
import { previewImport } from '../importing/preview'
import { shownPreview } from '../importing/shown'
import { digestOf, sourceOf } from '../importing/source.server'
import { clerkTrail } from '../parts/desk-trail'
import { ImportForm } from '../parts/import-form'
import { ImportPreview } from '../parts/import-preview'
import { importedNameMode } from '../rules'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { c, why } = await clerkAt(context, params.id)
  const done = new URL(request.url).searchParams.get('done')
  return { id: c.id, title: c.title, lang: c.lang, nameMode: c.nameMode, why, done: done && /^\d{1,5}$/.test(done) ? Number(done) : null }
}

/** Reads and shows; writes nothing. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { c, why } = await clerkAt(context, params.id)
  const read = await readForm(request, importForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  if (why) return conflict({ state: { values: read.values, errors: {} } })
  const source = await sourceOf(read.data)
  if (!source.ok) return unprocessable({ state: { values: read.values, errors: { file: `comments:error.${source.why}` } } })
  const { text } = source
  const { channel, names } = read.value
  const facts = await factsFor(c, context, channel)
  const preview = shownPreview(previewImport(text, facts), facts, importedNameMode(c.nameMode, names))
  const found = { preview, text, digest: digestOf(c.id, text), channel, names }
  return json({ found }, { status: preview.faults.length > 0 ? 422 : 200, headers: { 'Cache-Control': 'private, no-store' } })
}

export default function Import() {
  const { t } = useTranslation(['comments', 'web'])
  const { done, why, ...on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const state = answer && 'state' in answer ? answer.state : undefined
  const found = answer && 'found' in answer ? answer.found : undefined
  const errors = useFormErrors(state)
  return (
    <Page
      title={t(found ? 'desk.import.preview-title' : 'desk.import.title')}
      lead={found ? undefined : t('desk.import.lead')}
      trail={clerkTrail(t, on)}
      errors={errors}
      wide
    >
      {why ? <Notification tone="warning" title={t(`desk.why.${why}`)} announce /> : null}
      {done === null || answer ? null : (
        <Notification tone="success" title={done > 0 ? t('desk.import.done', { count: done }) : t('desk.import.already')} announce>
          <p>
            <a href={address(`/desk/consultations/${on.id}/comments`)}>{t('desk.import.to-comments')}</a>
          </p>
        </Notification>
      )}
      {found ? <ImportPreview on={on} {...found} /> : why ? null : <ImportForm on={on} values={state?.values ?? {}} errors={errors} />}
    </Page>
  )
}

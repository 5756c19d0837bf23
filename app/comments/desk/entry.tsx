import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { articlesOf } from '~/consultations/reads.server'
import { openDayAbout } from '~/open-days/reads.server'
import { Notification } from '~/ui/notification'
import { fromLocalField, toLocalField } from '~/web/dates'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, noStore, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { clerkAt } from '../at-desk.server'
import { newFormKey } from '~/web/form-key.server'
import { entryForm } from '../forms'
import { clerkTrail } from '../parts/desk-trail'
import { EntryForm } from '../parts/entry-form'
import { COMMENT_MAX } from '../rules'
import { enterComment } from '../writes.server'

/** The open day of the address, where the entry comes from the desk of one that is about this consultation. */
async function openDayIn(request: Request, consultationId: number) {
  const wanted = new URL(request.url).searchParams.get('day')
  if (wanted === null) return null
  const found = await openDayAbout(consultationId, wanted)
  if (!found) throw notFound()
  return found
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { c, why } = await clerkAt(context, params.id)
  const openDay = await openDayIn(request, c.id)
  const articles = (await articlesOf(c.id)).filter((each) => each.commentable).map(({ anchor, label, title }) => ({ anchor, label, title }))
  const { id, title, lang, nameMode } = c
  return json(
    { id, title, lang, nameMode, openDay, why, articles, key: newFormKey(), received: toLocalField(c.now, context.county.zone) },
    { headers: noStore },
  )
}

export const headers = () => noStore

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, c } = await clerkAt(context, params.id)
  const openDay = await openDayIn(request, c.id)
  const read = await readForm(request, entryForm, context)
  if (!read.ok) return unprocessable({ state: withFreshKey(read.state), why: null })
  const { key: formKey, received, article, ...said } = read.value
  const receivedAt = fromLocalField(received, context.county.zone)
  const about = article ? (await articlesOf(c.id)).find((each) => each.commentable && each.anchor === article) : null
  if (about === undefined || (said.channel === 'open-day') !== (openDay !== null)) throw notFound()
  if (!receivedAt)
    return unprocessable({ state: { values: read.values, errors: { received: 'comments:error.received-required' } }, why: null })
  const entered = await enterComment({
    ...said,
    consultationId: c.id,
    viewer,
    articleId: about?.id ?? null,
    openDayId: openDay?.id,
    lang: c.lang,
    receivedAt,
    formKey,
  })
  if (entered.ok) return redirectTo(`/desk/consultations/${c.id}/comments/${entered.number}/receipt`)
  const state = { values: read.values, errors: {} }
  return conflict({ state: entered.why === 'other-body' ? withFreshKey(state, true) : state, why: entered.why })
}

const withFreshKey = (state: { values: Record<string, string>; errors: Record<string, string> }, spent = Boolean(state.errors.key)) =>
  spent ? { ...state, values: { ...state.values, key: newFormKey() } } : state

export default function Entry() {
  const { t } = useTranslation(['comments', 'web'])
  const { key, received, why, ...on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors = useFormErrors(answer?.state, { max: COMMENT_MAX })
  const refusal = answer?.why ?? why
  return (
    <Page title={t('desk.entry.title')} lead={t('desk.entry.lead')} trail={clerkTrail(t, on)} errors={errors}>
      {refusal ? <Notification tone="warning" title={t(`desk.why.${refusal}`)} announce /> : null}
      {why ? null : <EntryForm on={on} values={{ key, received, ...answer?.state.values }} errors={errors} />}
    </Page>
  )
}

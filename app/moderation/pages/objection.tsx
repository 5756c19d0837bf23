import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { receiptByCode } from '~/comments/reads.server'
import { readCode } from '~/sealing.server'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { objectionForm } from '../forms'
import { Objections } from '../parts/objections'
import { StandingDecision } from '../parts/standing-decision'
import { decisionForAuthor } from '../reads.server'
import { mayObject, OBJECTION_MAX } from '../rules'
import { objectByReceipt } from '../writes.server'

// A receipt's code is a key: its pages are kept nowhere.
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const receipt = await receiptByCode(params.code ?? '')
  if (!receipt) throw notFound()
  const decision = await decisionForAuthor(receipt.consultationId, receipt.number)
  const open = decision?.objections.filter((objection) => !objection.outcome).length ?? 0
  const may = mayObject(receipt, decision?.visibility ?? null, open)
  const sent = new URL(request.url).searchParams.has('sent')
  return json({ code: receipt.code, number: receipt.number, title: receipt.consultation.title, decision, may, sent })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, objectionForm, context)
  if (!form.ok) return unprocessable({ state: form.state, refused: null })
  const code = readCode(params.code ?? '') ?? ''
  const objected = await objectByReceipt(code, form.value.text)
  if (!objected.ok && objected.why === 'unknown') throw notFound()
  if (!objected.ok) return conflict({ state: { values: form.values, errors: {} }, refused: objected.why })
  return redirectTo(`/receipts/${code}/objection?sent=1`)
}

export default function ObjectionPage() {
  const { t } = useTranslation('moderation')
  const { t: web } = useTranslation('web')
  const { code, number, title, decision, may, sent: done } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = useFormErrors(sent?.state)
  const refused = sent?.refused ?? (may.ok || (done && may.why === 'one-is-open') ? null : may.why)
  const values: Record<string, string> = sent?.state.values ?? {}
  return (
    <Page
      title={t('objection.title')}
      lead={t('objection.lead', { number, title })}
      trail={[{ label: web('nav.receipts'), href: `/receipts/${code}` }]}
      errors={errors}
    >
      {done && !may.ok ? (
        <Notification announce tone="success" title={t('objection.sent')}>
          <p>{t('objection.sent-next')}</p>
        </Notification>
      ) : null}
      {refused && refused !== 'unknown' ? <Notification announce={Boolean(sent)} title={t(`why-not.${refused}`)} /> : null}
      {decision ? <StandingDecision decision={decision} /> : null}
      {may.ok || values.text ? (
        <form method="post" action={address(`/receipts/${code}/objection`)} className="form stack">
          <TextArea
            name="text"
            label={t('objection.text')}
            hint={t('objection.text-hint')}
            error={errors.of('text')}
            value={values.text}
            required
            maxLength={OBJECTION_MAX}
          />
          <ActionBar>
            <Button>{t('objection.send')}</Button>
          </ActionBar>
        </form>
      ) : null}
      <Objections made={decision?.objections ?? []} />
      <p>
        <a href={address('/moderation-reasons')}>{t('queue.reasons')}</a>
      </p>
      <p>
        <a href={address(`/receipts/${code}`)}>{t('objection.back')}</a>
      </p>
    </Page>
  )
}

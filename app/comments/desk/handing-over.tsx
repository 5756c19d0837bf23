import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { address, fullAddress } from '~/web/address'
import { Page } from '~/web/page-layout'
import { notFound } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { clerkAt } from '../at-desk.server'
import { entryOf } from '../form-reads.server'
import { clerkTrail } from '../parts/desk-trail'
import { HandedOver } from '../parts/handed-over'
import { receiptFor, receiptHeaders } from '../receipt.server'
import { mayHandOver } from '../rules'

/** What a clerk holds after an entry; the code is on the page, never in its address. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c } = await clerkAt(context, params.id)
  const entry = /^[1-9]\d{0,8}$/.test(params.number ?? '') ? await entryOf(c.id, Number(params.number)) : null
  if (!entry) throw notFound()
  const may = mayHandOver(viewer, entry, entry.now)
  const receipt = may.ok ? await receiptFor(entry.code, context) : null
  const on = { id: c.id, title: c.title, lang: c.lang }
  return json({ on, receipt, why: may.ok ? null : may.why, where: fullAddress(context.origin, '/receipts') }, { headers: receiptHeaders })
}

export const headers = () => receiptHeaders

export default function HandingOver() {
  const { t } = useTranslation(['comments', 'web'])
  const { on, receipt, why, where } = useLoaderData<typeof loader>()
  const here = `/desk/consultations/${on.id}`
  return (
    <Page
      title={t(receipt ? 'desk.entered.title' : 'desk.entered.gone-title')}
      heading={receipt ? null : undefined}
      trail={clerkTrail(t, on)}
    >
      {receipt ? <HandedOver receipt={receipt} where={where} /> : null}
      {why ? <Notification tone="warning" title={t(`desk.entered.why.${why}`)} /> : null}
      <ActionBar>
        <LinkButton href={address(`${here}/comments/entry`)}>{t('desk.entered.another')}</LinkButton>
        <LinkButton href={address(here)} variant="secondary">
          {t('desk.entered.back')}
        </LinkButton>
      </ActionBar>
    </Page>
  )
}

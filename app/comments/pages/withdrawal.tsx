import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { Quote } from '~/ui/quote'
import { address } from '~/web/address'
import { showSecond } from '~/web/dates'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { NoSuchReceipt } from '../parts/no-such-receipt'
import { receiptFor, receiptHeaders } from '../receipt.server'
import { withdrawComment } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const receipt = await receiptFor(params.code ?? '', context)
  return json({ receipt }, { status: receipt ? 200 : 404 })
}

export const headers = () => receiptHeaders
export const meta = () => [{ name: 'robots', content: 'noindex, nofollow' }]

export async function action({ params }: ActionFunctionArgs) {
  const done = await withdrawComment(params.code ?? '')
  return done.ok ? redirectTo(`/receipts/${params.code}`) : conflict({ why: done.why })
}

export default function Withdrawal() {
  const { t } = useTranslation('comments')
  const { lang, county } = usePage()
  const { receipt } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  if (!receipt) return <NoSuchReceipt />
  const { code, number, mayWithdraw, withdrawnAt, notice } = receipt
  const why = mayWithdraw ? null : (refusal?.why ?? (withdrawnAt ? 'withdrawn' : 'closed'))
  const trail = [{ label: t('receipt.find.title'), href: '/receipts' }, { label: t('receipt.title'), href: `/receipts/${code}` }]
  const back = address(`/receipts/${code}`)
  return (
    <Page title={t('receipt.withdraw.title')} heading={why ? undefined : t('receipt.withdraw.sure', { number })} trail={trail}>
      {why ? <Notification tone="warning" title={t(`receipt.withdraw.why.${why}`, { closes: showSecond(new Date(notice.closesAt), lang, county.zone) })} announce /> : null}
      <Quote text={receipt.body} lang={receipt.lang} />
      {why ? (
        <p><LinkButton href={back} variant="secondary">{t('receipt.title')}</LinkButton></p>
      ) : (
        <>
          <p>{t('receipt.withdraw.means')}</p>
          <form method="post" action={address(`/receipts/${code}/withdrawal`)}>
            <ActionBar>
              <Button variant="warning">{t('receipt.withdraw.do')}</Button>
              <LinkButton href={back} variant="secondary">{t('receipt.withdraw.keep')}</LinkButton>
            </ActionBar>
          </form>
        </>
      )}
    </Page>
  )
}

import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { Quote } from '~/ui/quote'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import type { WhyNotWithdraw } from '../rules'
import type { ShownReceipt } from './shown-receipt'

type Props = { receipt: ShownReceipt; refused?: WhyNotWithdraw | 'unknown' }

/** Asks once more before a comment is withdrawn, or says why it cannot be. */
export function WithdrawPage({ receipt, refused }: Props) {
  const { t } = useTranslation('comments')
  const { lang, county } = usePage()
  const { code, number, mayWithdraw, withdrawnAt, notice } = receipt
  const why = mayWithdraw ? null : (refused ?? (withdrawnAt ? 'withdrawn' : 'closed'))
  const trail = [
    { label: t('receipt.find.title'), href: '/receipts' },
    { label: t('receipt.title'), href: `/receipts/${code}` },
  ]
  const closes = showMinute(new Date(notice.closesAt), lang, county.zone)
  return (
    <Page title={t('receipt.withdraw.title')} heading={why ? undefined : t('receipt.withdraw.sure', { number })} trail={trail}>
      {why ? <Notification tone="warning" title={t(`receipt.withdraw.why.${why}`, { closes })} announce /> : null}
      <Quote text={receipt.body} lang={receipt.lang} />
      {why ? <BackToReceipt code={code} label={t('receipt.title')} /> : <Sure code={code} />}
    </Page>
  )
}

const BackToReceipt = ({ code, label }: { code: string; label: string }) => (
  <LinkButton href={address(`/receipts/${code}`)} variant="secondary">
    {label}
  </LinkButton>
)

function Sure({ code }: { code: string }) {
  const { t } = useTranslation('comments')
  return (
    <>
      <p>{t('receipt.withdraw.means')}</p>
      <form method="post" action={address(`/receipts/${code}/withdrawal`)}>
        <ActionBar>
          <Button variant="warning">{t('receipt.withdraw.do')}</Button>
          <BackToReceipt code={code} label={t('receipt.withdraw.keep')} />
        </ActionBar>
      </form>
    </>
  )
}

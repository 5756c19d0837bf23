import { ActionBar } from '~/ui/action-bar'
import { ConfirmationPanel } from '~/ui/confirmation-panel'
import { CopyButton, PrintButton } from '~/ui/enhanced-buttons'
import { Notification } from '~/ui/notification'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { AboutCode } from './receipt-code'
import { ReceiptNext } from './receipt-next'
import { ReceiptOutcome } from './receipt-outcome'
import { ReceiptVisible } from './receipt-visible'
import { ReceivedWords } from './received-words'
import type { ShownReceipt } from './shown-receipt'

/** The resident's hold on the whole procedure: what came in, where it is, what became of it. */
export function ReceiptPage({ receipt }: { receipt: ShownReceipt }) {
  const { t } = useTranslation('comments')
  const { lang, county } = usePage()
  const { code, withdrawnAt, fresh, notice } = receipt
  return (
    <Page title={t('receipt.title')} heading={null} trail={[{ label: t('receipt.find.title'), href: '/receipts' }]}>
      <ConfirmationPanel
        title={fresh && !withdrawnAt ? t('receipt.received') : t('receipt.title')}
        codeLabel={t('receipt.code')}
        code={code}
      >
        <p>{t('number', { number: receipt.number })}</p>
      </ConfirmationPanel>
      <ActionBar>
        <CopyButton target="code" done={t('receipt.copied')} failed={t('receipt.copy-failed')}>
          {t('receipt.copy')}
        </CopyButton>
        <PrintButton>{t('receipt.print')}</PrintButton>
      </ActionBar>
      <AboutCode receipt={receipt} />
      {withdrawnAt ? (
        <Notification title={t('receipt.withdraw.done', { time: showMinute(new Date(withdrawnAt), lang, county.zone) })} />
      ) : null}
      <ReceiptOutcome receipt={receipt} />
      <Section title={t('receipt.what')}>
        <ReceivedWords receipt={receipt} />
      </Section>
      {withdrawnAt ? null : <ReceiptVisible receipt={receipt} />}
      {withdrawnAt ? null : <ReceiptNext receipt={receipt} />}
      {receipt.mayWithdraw ? (
        <p>
          <a href={address(`/receipts/${code}/withdrawal`)}>{t('receipt.withdraw.link')}</a>{' '}
          <span className="hint">{t('receipt.withdraw.until', { closes: showMinute(new Date(notice.closesAt), lang, county.zone) })}</span>
        </p>
      ) : null}
    </Page>
  )
}

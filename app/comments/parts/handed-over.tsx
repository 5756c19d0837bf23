import { ActionBar } from '~/ui/action-bar'
import { ConfirmationPanel } from '~/ui/confirmation-panel'
import { CopyButton, PrintButton } from '~/ui/enhanced-buttons'
import { Section } from '~/ui/section'
import { useTranslation } from '~/web/translation'
import { toldOf } from './receipt-code'
import { ReceivedWords } from './received-words'
import type { ShownReceipt } from './shown-receipt'

/** The receipt as a clerk prints it for the author. */
export function HandedOver({ receipt, where }: { receipt: ShownReceipt; where: string }) {
  const { t } = useTranslation('comments')
  return (
    <>
      <ConfirmationPanel title={t('desk.entered.title')} codeLabel={t('receipt.code')} code={receipt.code}>
        <p>{t('number', { number: receipt.number })}</p>
        <p>{t('desk.entered.look-up', { where })}</p>
      </ConfirmationPanel>
      <ActionBar>
        <PrintButton>{t('receipt.print')}</PrintButton>
        <CopyButton target="code" done={t('receipt.copied')} failed={t('receipt.copy-failed')}>
          {t('receipt.copy')}
        </CopyButton>
      </ActionBar>
      <p>
        {t('desk.entered.hand-over')}{' '}
        {receipt.contactMasked ? t(`receipt.told.${toldOf(receipt)}`, { contact: receipt.contactMasked }) : null}
      </p>
      <Section title={t('receipt.what')}>
        <ReceivedWords receipt={receipt} />
      </Section>
    </>
  )
}

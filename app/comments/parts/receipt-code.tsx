import { useTranslation } from '~/web/translation'
import { keepKey } from './keep-key'
import type { ShownReceipt } from './shown-receipt'

/** What the code is good for at this stage, and how it went to the contact that was left. */
export function AboutCode({ receipt }: { receipt: ShownReceipt }) {
  const { t } = useTranslation('comments')
  const { withdrawnAt, mayWithdraw, stage, fresh, notice, about, contactMasked } = receipt
  const now = withdrawnAt ? 'withdrawn' : mayWithdraw ? 'open' : stage === 'reported' ? 'reported' : 'closed'
  const waits = now === 'open' || now === 'closed'
  return (
    <p data-keep-clear={fresh ? keepKey(notice.slug, about?.anchor) : undefined}>
      {t(`receipt.keep.${now}`)} {waits && contactMasked ? t(`receipt.told.${toldOf(receipt)}`, { contact: contactMasked }) : null}
    </p>
  )
}

export const toldOf = ({ receiptWay, contactKind }: ShownReceipt) =>
  receiptWay === 'call' && contactKind === 'email' ? 'call-mail' : (receiptWay ?? 'none')

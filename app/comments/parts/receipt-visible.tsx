import { LinkButton } from '~/ui/button'
import { Quote } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { useReasonWords } from './reason-words'
import type { ShownReceipt } from './shown-receipt'

/** What the public sees of it, with the reason where something is hidden, and the way to object. */
export function ReceiptVisible({ receipt }: { receipt: ShownReceipt }) {
  const { t } = useTranslation('comments')
  const { moderation, code, notice } = receipt
  const reason = useReasonWords(moderation?.reason ?? '')
  if (!moderation)
    return (
      <Section title={t('receipt.visible.title')}>
        <p>{t(receipt.stage === 'reported' ? 'receipt.visible.unseen' : 'receipt.visible.waiting')}</p>
      </Section>
    )
  const { visibility, note, objections } = moderation
  const shown = visibility === 'withheld' && receipt.stage === 'reported' ? 'withheld-reported' : visibility
  return (
    <Section title={t('receipt.visible.title')}>
      <p>{t(`receipt.visible.${shown}`, { reason })}</p>
      {note && visibility !== 'published' ? <Quote by={t('receipt.visible.note')} text={note} /> : null}
      {objections.map(({ text, answer }, index) => (
        <Quote key={index} text={answer ?? text} by={answer === null ? t('receipt.objection.waiting') : t('receipt.objection.answered')} />
      ))}
      {receipt.mayObject ? (
        <p>
          <LinkButton href={address(`/receipts/${code}/objection`)} variant="secondary">
            {t('receipt.visible.object')}
          </LinkButton>
        </p>
      ) : null}
      {visibility === 'withheld' ? null : (
        <p>
          <a href={address(`/consultations/${notice.slug}/comments`, { before: receipt.number + 1 })}>{t('receipt.visible.list')}</a>
        </p>
      )}
    </Section>
  )
}

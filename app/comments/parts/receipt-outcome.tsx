import { Quote } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList, type SummaryItem } from '~/ui/summary-list'
import { address } from '~/web/address'
import { showDay } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import type { ShownReceipt } from './shown-receipt'

type Outcome = NonNullable<ShownReceipt['outcome']>

/** Which points the comment became and what was decided on each, from the published report alone. */
export function ReceiptOutcome({ receipt: { outcome, withdrawnAt } }: { receipt: ShownReceipt }) {
  const { t } = useTranslation(['comments', 'reports'])
  const { lang, county } = usePage()
  if (!outcome || withdrawnAt) return null
  const { revision, publishedAt, slug, points, inadmissible, others } = outcome
  return (
    <Section
      title={t('receipt.outcome.title')}
      lead={t('receipt.outcome.revision', { revision, day: showDay(new Date(publishedAt), lang, county.zone) })}
    >
      {inadmissible ? (
        <>
          <p>{t('receipt.outcome.inadmissible', { reason: t(`reports:inadmissible-reason.${inadmissible.reason}`) })}</p>
          {inadmissible.note ? <Quote text={inadmissible.note} /> : null}
        </>
      ) : points.length === 0 ? (
        <p>{t('receipt.outcome.none')}</p>
      ) : (
        points.map((point, index) => <Point key={point.number} point={point} others={others[index] ?? 0} />)
      )}
      <p>
        <a href={address(`/consultations/${slug}/report`)}>{t('receipt.outcome.report')}</a>
      </p>
    </Section>
  )
}

function Point({ point, others }: { point: Outcome['points'][number]; others: number }) {
  const { t } = useTranslation(['comments', 'reports'])
  const words = (text: string) => <p className="user-text">{text}</p>
  const items: SummaryItem[] = [
    { key: t('receipt.outcome.point', { number: point.number }), value: words(point.summary) },
    { key: t('receipt.outcome.decision'), value: <strong>{t(`reports:disposition.${point.disposition}`)}</strong> },
    { key: t('receipt.outcome.reason'), value: words(point.reason) },
  ]
  if (point.textBefore) items.push({ key: t('receipt.outcome.before'), value: words(point.textBefore) })
  if (point.textAfter) items.push({ key: t('receipt.outcome.after'), value: words(point.textAfter) })
  return (
    <>
      <SummaryList plain items={items} />
      {others > 0 ? <p className="hint">{t('receipt.outcome.others', { count: others })}</p> : null}
    </>
  )
}

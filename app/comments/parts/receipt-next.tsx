import { Section } from '~/ui/section'
import { Timeline, type TimelineItem } from '~/ui/timeline'
import { address } from '~/web/address'
import { showDay, showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import { officeOf } from './office'
import type { ShownReceipt } from './shown-receipt'

/** What has happened, what comes, and by when. */
export function ReceiptNext({ receipt }: { receipt: ShownReceipt }) {
  const { t } = useTranslation('comments')
  const { lang, county } = usePage()
  const { notice, moderation, stage, receivedAt } = receipt
  const when = (at: string) => ({ when: showMinute(new Date(at), lang, county.zone), dateTime: at })
  const items: TimelineItem[] = [{ title: t('receipt.next.received'), ...when(receivedAt) }]
  if (!moderation && stage !== 'reported') items.push({ title: t('receipt.next.read') })
  const close = stage === 'closed' ? 'closed' : stage === 'reported' ? 'close-reported' : 'close'
  items.push({ title: t(`receipt.next.${close}`), ...when(notice.closesAt) })
  items.push(useReportStep(receipt))
  return (
    <Section title={t(stage === 'reported' ? 'receipt.next.title-reported' : 'receipt.next.title')}>
      <Timeline items={items} />
    </Section>
  )
}

function useReportStep({ notice, due, overdue }: ShownReceipt): TimelineItem {
  const { t } = useTranslation('comments')
  const { lang, county } = usePage()
  if (notice.reportedAt) {
    const title = <a href={address(`/consultations/${notice.slug}/report`)}>{t('receipt.next.reported')}</a>
    return { title, when: showDay(new Date(notice.reportedAt), lang, county.zone), dateTime: notice.reportedAt }
  }
  const day = showDay(new Date(due), lang, county.zone)
  const when = overdue
    ? t('receipt.next.report-late', { day, phone: officeOf(notice, county).phone })
    : t('receipt.next.report-by', { day })
  return { title: t('receipt.next.report'), when, dateTime: due }
}

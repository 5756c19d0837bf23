import { TabNav } from '~/ui/tab-nav'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { listQuery } from '../back'
import { filters, type Filter } from '../desk-acts'
import { isOrdered, type QueueOrder } from '../queue-order'

/** How many wait, are out, answered, undecided or declined; each leads to its list. What is still to be written down is there as long as there is any. */
export function QueueCounts({
  id,
  counts,
  current,
  order = 'new',
}: {
  id: number
  counts: Record<Filter, number>
  current?: Filter
  order?: QueueOrder
}) {
  const { t } = useTranslation('live')
  return (
    <TabNav
      label={t('desk.queue.filters')}
      items={filters
        .filter((show) => show !== 'unrecorded' || show === current || counts[show] > 0)
        .map((show) => ({
          href: address(`/desk/live/${id}/questions`, listQuery({ show, order: isOrdered(show) ? order : 'new', page: 1 })),
          label: t(`desk.queue.${show}`),
          count: counts[show],
          current: show === current,
        }))}
    />
  )
}

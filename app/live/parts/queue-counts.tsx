import { TabNav } from '~/ui/tab-nav'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { filters, type Filter } from '../desk-acts'

/** How many wait, are out, answered, undecided or declined; each leads to its list. */
export function QueueCounts({ id, counts, current }: { id: number; counts: Record<Filter, number>; current?: Filter }) {
  const { t } = useTranslation('live')
  return (
    <TabNav
      label={t('desk.queue.filters')}
      items={filters.map((show) => ({
        href: address(`/desk/live/${id}/questions`, { show }),
        label: t(`desk.queue.${show}`),
        count: counts[show],
        current: show === current,
      }))}
    />
  )
}

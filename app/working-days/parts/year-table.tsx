import { Table } from '~/ui/table'
import { showDay, showWeekday } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import { UserText } from '~/ui/quote'
import type { Run } from '../notice'

/** A day of the calendar, whatever the zone. */
const at = (date: string) => new Date(`${date}T00:00Z`)

export function YearTable({ year, runs }: { year: number; runs: readonly Run[] }) {
  const { t } = useTranslation('working-days')
  const { lang } = usePage()
  const day = (date: string) => `${showDay(at(date), lang, 'UTC')} ${showWeekday(at(date), lang, 'UTC')}`
  const dates = ({ first, last }: Run) => (first === last ? day(first) : t('from-to', { first: day(first), last: day(last) }))
  return (
    <Table<Run>
      caption={t('table', { year })}
      rows={runs}
      rowKey={(run) => run.first}
      empty={t('none')}
      columns={[
        { header: t('column.dates'), rowHeader: true, cell: dates },
        { header: t('column.kind'), cell: (run) => t(`kind.${run.kind}`) },
        { header: t('column.name'), cell: (run) => <UserText lang="zh-CN">{run.name}</UserText> },
        { header: t('column.days'), numeric: true, cell: (run) => run.length },
      ]}
    />
  )
}

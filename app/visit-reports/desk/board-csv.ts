import type { LoaderFunctionArgs } from '@remix-run/node'
import { i18nFor, type Language } from '~/i18n'
import { toCell } from '~/web/dates'
import { headLine, tableAnswer, tableLines } from '~/web/table-file.server'
import { boardAt } from '../board-access.server'
import type { BoardRow } from '../board-reads.server'

const columns = [
  'department',
  'day',
  'stage',
  'held-until',
  'due',
  'reported-on',
  'report',
  'days-late',
  'offered',
  'came',
  'walk-ins',
  'no-show',
] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { rows } = await boardAt(request, context)
  const { t } = i18nFor(context.lang)
  const head = columns.map((name) => t(`visit-reports:board.${name}`))
  return tableAnswer('open-days-board', headLine(head) + tableLines(rows.map((row) => cellsOf(row, context.lang, context.county.zone))))
}

function cellsOf({ department, day }: BoardRow, lang: Language, zone: string) {
  const { t } = i18nFor(lang)
  const name = (lang === 'en' && department.nameEn) || department.name
  if (!day) return [name, t('visit-reports:board.nothing'), ...columns.slice(2).map(() => '')]
  const { state, days } = day.report
  const at = (date: Date | null) => (date ? toCell(date, zone) : '')
  const held = (value: number | null) => (day.stage === 'held' ? (value ?? t('visit-reports:board.not-recorded')) : '')
  return [
    ...[name, day.title, t(`open-days:stage.${day.stage}`), at(day.lastEnd), at(day.dueAt), at(day.reportedAt)],
    state === 'none' ? '' : t(`visit-reports:board.state.${state}`, { count: days }),
    state === 'late' || state === 'overdue' ? days : '',
    ...[day.offered, held(day.came), held(day.walkIns), held(day.noShow)],
  ]
}

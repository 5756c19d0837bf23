import type { LoaderFunctionArgs } from '@remix-run/node'
import { stringify } from 'csv-stringify/sync'
import { i18nFor } from '~/i18n'
import { toCell } from '~/web/dates'
import { boardAt } from '../board-access.server'

// Cells that a spreadsheet would take for formulas are made plain text.
const SAFE = { escape_formulas: true, record_delimiter: 'windows' } as const
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
  const { lang, county } = context
  const { t } = i18nFor(lang)
  const at = (date: Date | null) => (date ? toCell(date, county.zone) : '')
  const lines = rows.map(({ department, day }) => {
    const name = (lang === 'en' && department.nameEn) || department.name
    if (!day) return [name, t('visit-reports:board.nothing'), ...columns.slice(2).map(() => '')]
    const { state, days } = day.report
    const held = (value: number | null) => (day.stage === 'held' ? (value ?? t('visit-reports:board.not-recorded')) : '')
    return [
      ...[name, day.title, t(`open-days:stage.${day.stage}`), at(day.lastEnd), at(day.dueAt), at(day.reportedAt)],
      state === 'none' ? '' : t(`visit-reports:board.state.${state}`, { count: days }),
      state === 'late' || state === 'overdue' ? days : '',
      ...[day.offered, held(day.came), held(day.walkIns), held(day.noShow)],
    ]
  })
  const head = columns.map((name) => t(`visit-reports:board.${name}`))
  return new Response(`\uFEFF${stringify([head, ...lines], SAFE)}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="open-days-board.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
}

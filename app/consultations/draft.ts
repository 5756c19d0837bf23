import type { Unit, UnitKind } from '~/drafts/split'
import { toLines } from '~/drafts/splitting/lines'
import { readMarks } from '~/drafts/splitting/marks'
import type { Article } from './reads.server'
import { UNITS_MOST } from './rules'

/** A stored article as the splitter knows it. */
export const toUnit = ({
  anchor,
  kind,
  level,
  label,
  title,
  body,
  commentable,
}: Omit<Article, 'id' | 'consultationId' | 'position'>): Unit => ({
  anchor,
  kind: kind as UnitKind,
  level,
  label,
  title,
  text: body,
  commentable,
})

export const toUnits = (rows: readonly Article[]): Unit[] => rows.map(toUnit)

export const toRows = (consultationId: number, units: readonly Unit[]) =>
  units.map(({ text, ...unit }, i) => ({ ...unit, body: text, consultationId, position: i + 1 }))

const MARKS_MOST = 4 * UNITS_MOST
const LINES_MOST = 20 * UNITS_MOST

/** Far more lines, or lines with a number at their start, than a draft can have: seen before it is cut, which takes long then. */
export function isShredded(source: string): boolean {
  let [written, marked] = [0, 0]
  for (const [i, line] of toLines(source).entries()) {
    if (line.text.trim() === '') continue
    written += 1
    if (readMarks(line, i).length > 0) marked += 1
    if (written > LINES_MOST || marked > MARKS_MOST) return true
  }
  return false
}

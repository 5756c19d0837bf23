import type { Unit, UnitKind } from '~/drafts/split'
import type { Article } from './reads.server'

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

import type { Mark } from './marks'
import type { UnitKind } from './unit'

/** A mark that was judged to open a unit; `rank` says what it stands under (a higher rank stands under a lower one). */
export type Opening = { mark: Mark; kind: UnitKind; rank: number }

export const STRUCTURE: Partial<Record<Mark['family'], { kind: UnitKind; rank: number }>> = {
  part: { kind: 'part', rank: -9 },
  subpart: { kind: 'part', rank: -8 },
  chapter: { kind: 'chapter', rank: -7 },
  section: { kind: 'section', rank: -6 },
}

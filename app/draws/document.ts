import { linesOf, numbersIn } from './entries'
import type { Draw } from './reads.server'
import { keyOf } from './rfc3797'

type Day = { slug: string; title: string }

const iso = (at: Date | null) => at?.toISOString() ?? null

/** All that is known of a draw by now, as it is published; from it alone anyone can draw again (public/verify-draw.mjs). */
export function documentOf(day: Day, draw: Draw) {
  const lines = linesOf(draw.entries ?? '')
  return {
    format: 'kaimen-draw-1',
    openDay: { slug: day.slug, title: day.title },
    algorithm: 'RFC 3797',
    source: draw.source,
    speaksAt: draw.speaksAt.toISOString(),
    frozenAt: iso(draw.frozenAt),
    entriesHash: draw.entriesHash,
    entries: draw.entries,
    value: draw.value,
    reference: draw.reference,
    seed: draw.value && keyOf(draw.value),
    drawnAt: iso(draw.drawnAt),
    pools: draw.result?.pools ?? null,
    order: draw.result?.order.map(({ entry, outcome }) => ({ entry, number: lines[entry - 1]!.shown, outcome })) ?? null,
  }
}

export type DrawDocument = ReturnType<typeof documentOf>

/** What pages show of a draw beside its list and result. */
export const shownOf = ({ source, speaksAt, namedAt, frozenAt, entriesHash, value, reference, drawnAt }: Draw) => ({
  source,
  speaksAt,
  namedAt,
  frozenAt,
  entriesHash,
  value,
  reference,
  seed: value && keyOf(value),
  drawnAt,
})

/** Place in the draw and outcome of each entry, as a page shows them. */
export function resultOf(draw: Draw) {
  const numbers = numbersIn(draw.entries ?? '').map(({ slot, number }) => `${slot}-${number}`)
  return draw.result?.order.map(({ entry, outcome }, index) => ({ place: index + 1, entry, number: numbers[entry - 1]!, outcome })) ?? []
}

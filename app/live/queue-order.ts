import type { Filter } from './desk-acts'

export const queueOrders = ['new', 'supported'] as const
export type QueueOrder = (typeof queueOrders)[number]

/** Only what is out has supports to be ordered by. */
export const isOrdered = (show: Filter) => show === 'out' || show === 'answered' || show === 'undecided'

type Ordered = { number: number; residents: number; guests: number }

/** Of equally supported ones the earlier comes first, as on the board. */
export const byOrder: Record<QueueOrder, (a: Ordered, b: Ordered) => number> = {
  new: (a, b) => b.number - a.number,
  supported: (a, b) => b.residents + b.guests - (a.residents + a.guests) || a.number - b.number,
}

type Placed<Q> = { rows: Q[]; page: number; pages: number; at: number | null }

/**
 * One page of a list, and where in it what was done is said: in the card of the question that was acted on, or where it
 * stood when it is no longer there. A page that is no more is the last one.
 */
export function placed<Q extends { number: number }>(
  found: readonly Q[],
  { page, size, acted, order }: { page: number; size: number; acted: Q | undefined; order: (a: Q, b: Q) => number },
): Placed<Q> {
  const pages = Math.max(1, Math.ceil(found.length / size))
  const shown = Math.min(page, pages)
  const start = (shown - 1) * size
  const rows = found.slice(start, start + size)
  const stood = acted ? found.filter((each) => order(each, acted) < 0).length - start : null
  return { rows, page: shown, pages, at: stood === null ? null : Math.min(Math.max(stood, 0), rows.length) }
}

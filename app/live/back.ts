import type { Filter } from './desk-acts'
import type { QueueOrder } from './queue-order'

/** The list in which somebody stood when they acted, and to which they go back. */
export type Back = { show: Filter; order: QueueOrder; page: number }

/** The list in an address. */
export const asQuery = (back: Back | undefined) =>
  back ? { show: back.show, order: back.order === 'new' ? undefined : back.order, page: back.page > 1 ? back.page : undefined } : {}

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

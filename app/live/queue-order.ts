import type { Filter } from './desk-acts'

export const queueOrders = ['new', 'supported'] as const
export type QueueOrder = (typeof queueOrders)[number]

/** Only what is out has supports to be ordered by. */
export const mayOrder = (show: Filter) => show === 'out' || show === 'answered' || show === 'undecided'

type Ordered = { number: number; residents: number; guests: number }

/** Of equally supported ones the earlier comes first, as on the board. */
export const queueOrder: Record<QueueOrder, (a: Ordered, b: Ordered) => number> = {
  new: (a, b) => b.number - a.number,
  supported: (a, b) => b.residents + b.guests - (a.residents + a.guests) || a.number - b.number,
}

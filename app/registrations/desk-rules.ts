import { isAtTheKeyboard, mayAct, type Viewer, type WhyNotHere } from '../accounts/rules'
import { allowed, refused, type Decision } from '../decision'
import { mayManage, stageBySlots, stageOf, type Choosing, type Moments, type Span } from '../open-days/rules'
import type { SlotMoments, State } from './rules'

export const WHY_MAX = 300
export const PLACE_MAX = 100

/** How somebody came whom a clerk enters. */
export const entryChannels = ['phone', 'counter', 'mail', 'email', 'hotline', 'other'] as const

export type WhyNotSlot = 'not-published' | 'cancelled' | 'slot-cancelled' | 'slot-begun'

/** May staff still move or cancel this slot, or change what is registered for it? */
export function mayWorkOnSlot(day: Moments, slot: SlotMoments, now: Date): Decision<WhyNotSlot> {
  const capacity = mayChangePlaces(day, slot, now)
  if (!capacity.ok) return capacity
  return now >= slot.arriveAt ? refused('slot-begun') : allowed
}

/** The whole day, as long as none of it has begun; after that slots are cancelled one by one. */
export function mayCancelDay(day: Moments, slots: SlotMoments[], now: Date): Decision<WhyNotSlot | 'day-begun'> {
  if (day.cancelledAt) return refused('cancelled')
  const open = slots.filter(({ cancelledAt }) => !cancelledAt)
  const why = open.map((slot) => mayWorkOnSlot(day, slot, now)).find((may) => !may.ok)
  return why && !why.ok && why.why === 'slot-begun' ? refused('day-begun') : (why ?? allowed)
}

/** Places are still counted out while people stand at the gate. */
export function mayChangePlaces(day: Moments, slot: SlotMoments, now: Date): Decision<Exclude<WhyNotSlot, 'slot-begun'>> {
  const stage = stageOf(day, null, now)
  if (stage === 'cancelled') return refused('cancelled')
  if (stage === 'prepared' || stage === 'submitted') return refused('not-published')
  return slot.cancelledAt ? refused('slot-cancelled') : allowed
}

export type Times = { arriveAt: Date; startsAt: Date; endsAt: Date; place: string }
export type WhyNotTimes = 'times-order' | 'times-past' | 'not-moved'

/** Is this a time and place that people can be asked to come to? */
export function mayMoveTo(before: Times, to: Times, now: Date): Decision<WhyNotTimes> {
  if (to.arriveAt > to.startsAt || to.startsAt >= to.endsAt) return refused('times-order')
  if (to.arriveAt <= now) return refused('times-past')
  const same = (['arriveAt', 'startsAt', 'endsAt'] as const).every((at) => before[at].getTime() === to[at].getTime())
  return same && before.place === to.place ? refused('not-moved') : allowed
}

export type WhyNotChoose = WhyNotSlot | 'not-review' | 'not-applied'

/** Staff chooses only where the notice says so, and nobody twice. */
export function mayChoose(day: Moments & { choosing: Choosing }, slot: SlotMoments, state: State, now: Date): Decision<WhyNotChoose> {
  if (day.choosing !== 'review') return refused('not-review')
  if (state !== 'applied') return refused('not-applied')
  return mayWorkOnSlot(day, slot, now)
}

export type WhyNotInvite = 'unknown' | 'not-published' | 'cancelled' | 'over' | 'no-such-place'

/** Invitations go out for groups that are by invitation only, from the notice until the last slot is over. */
export function mayInvite(
  viewer: Viewer,
  day: Moments & { departmentId: number },
  slots: Span,
  group: object | null,
  now: Date,
): Decision<WhyNotInvite> {
  if (!mayManage(viewer, day).ok) return refused('unknown')
  const stage = stageBySlots(day, slots, now)
  if (stage === 'cancelled') return refused('cancelled')
  if (stage === 'prepared' || stage === 'submitted') return refused('not-published')
  if (stage === 'held') return refused('over')
  return group ? allowed : refused('no-such-place')
}

type Queued = { id: number; rank: number }

/**
 * The queue with one of it at another place, counted from 1: who changes rank, and to what. Ranks stay as they are but
 * change hands; where two were equal the later ones move up, so that the order is never left to chance.
 */
export function atPlace<Q extends Queued>(queue: Q[], id: number, place: number): Queued[] {
  const order = queue.toSorted((a, b) => a.rank - b.rank || a.id - b.id)
  const ranks = order.map(({ rank }) => rank)
  const moved = order.find((each) => each.id === id)
  if (!moved) return []
  const others = order.filter((each) => each !== moved)
  others.splice(Math.max(0, Math.min(place, order.length) - 1), 0, moved)
  let least = -1
  return others
    .map((each, index) => ({ id: each.id, before: each.rank, rank: (least = Math.max(ranks[index]!, least + 1)) }))
    .flatMap(({ before, ...next }) => (before === next.rank ? [] : [next]))
}

/** Those in this state wait for staff to choose. */
export const needsReview = 'applied' satisfies State

/** Where a list goes on: slot, number or rank, id. */
export type ListCursor = readonly [number, number, number]

const readers = ['staff', 'publisher', 'administrator', 'auditor'] as const

/** Who may see the masked list. */
export const maySeeRegistrations = (viewer: Viewer, day: { departmentId: number }) => mayAct(viewer, readers, day.departmentId)

/** The list with names and numbers leaves the house: only for who manages the day, and not from an unattended computer. */
export function mayExportNames(viewer: Viewer, day: { departmentId: number }, now: Date): Decision<WhyNotHere | 'sign-in-again'> {
  const here = mayManage(viewer, day)
  return here.ok ? isAtTheKeyboard(viewer, now) : here
}

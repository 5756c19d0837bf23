import { mayAct, type Viewer, type WhyNotHere } from '../accounts/rules'
import { allowed, refused, type Decision } from '../decision'
import { askedOf, type Asks } from '../party-details/rules'
import type { ListedOpenDay, PublicPool, PublicSlot } from './reads.server'

export const choosings = ['first-come', 'review', 'draw'] as const
export type Choosing = (typeof choosings)[number]

export const placeKinds = ['seat', 'wheelchair', 'interpreter', 'quiet'] as const
export type PlaceKind = (typeof placeKinds)[number]
/** Counted apart from the seats, and for no group alone. */
export const needs = ['wheelchair', 'interpreter', 'quiet'] as const satisfies readonly PlaceKind[]

export const stages = ['prepared', 'submitted', 'scheduled', 'open', 'closed', 'held', 'cancelled'] as const
export type Stage = (typeof stages)[number]

export type Moments = {
  submittedAt: Date | null
  publishedAt: Date | null
  cancelledAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
}

/** Where an open day stands; `lastEnd` is the end of its last slot that takes place. Registration is open at both ends. */
export function stageOf(day: Moments, lastEnd: Date | null, now: Date): Stage {
  if (day.cancelledAt) return 'cancelled'
  if (!day.publishedAt || !day.opensAt || !day.closesAt) return day.submittedAt ? 'submitted' : 'prepared'
  if (lastEnd && now > lastEnd) return 'held'
  if (now < day.opensAt) return 'scheduled'
  return now <= day.closesAt ? 'open' : 'closed'
}

export type Span = { planned: number; lastEnd: Date | null }

/** The same by all its slots: a day whose slots were all cancelled, one by one, counts as a cancelled one. */
export function stageBySlots(day: Moments, { planned, lastEnd }: Span, now: Date): Stage {
  const stage = stageOf(day, lastEnd, now)
  return stage !== 'prepared' && stage !== 'submitted' && planned > 0 && !lastEnd ? 'cancelled' : stage
}

/** Whether staff of this department may work on what the open day is and who comes. */
export const mayManage = (viewer: Viewer | null, day: { departmentId: number }): Decision<WhyNotHere> =>
  mayAct(viewer, ['staff', 'publisher'], day.departmentId)

export type WhyNotCapacity = 'below-taken'

/** Places that people hold cannot be taken from under them. */
export const maySetCapacity = (quota: { taken: number }, capacity: number): Decision<WhyNotCapacity> =>
  capacity < quota.taken ? refused('below-taken') : allowed

type Places = { kind: PlaceKind; groupId: number | null }

/** What a slot has no places of yet: seats of some group, or of everyone where there are none; needs. */
export function placesLacked(groupIds: readonly number[], pools: readonly Places[]): Places[] {
  const seats = (groupIds.length === 0 ? [null] : groupIds).map((groupId) => ({ kind: 'seat' as const, groupId }))
  return [...seats, ...needs.map((kind) => ({ kind, groupId: null }))].filter((place) => !pools.some((pool) => isSamePlace(pool, place)))
}

export const isSamePlace = (one: Places, other: Places) => one.kind === other.kind && one.groupId === other.groupId

export const dayTabs = ['upcoming', 'past'] as const
export type DayTab = (typeof dayTabs)[number]

type SlotState = Pick<PublicSlot, 'arriveAt' | 'endsAt' | 'cancelledAt'> & { pools: PublicPool[] }

/** How many slots were planned, and when the last that takes place is over. */
export const spanOf = (slots: readonly Pick<SlotState, 'endsAt' | 'cancelledAt'>[]): Span => ({
  planned: slots.length,
  lastEnd: lastEndOf(slots),
})

/** When the last slot that takes place is over. */
export const lastEndOf = (slots: readonly Pick<SlotState, 'endsAt' | 'cancelledAt'>[]): Date | null =>
  slots.reduce<Date | null>((last, { endsAt, cancelledAt }) => (cancelledAt || (last && last >= endsAt) ? last : endsAt), null)

/** Seats that anybody may ask for. */
export const publicSeats = <P extends Pick<PublicPool, 'kind' | 'invited'>>(pools: P[]): P[] =>
  pools.filter(({ kind, invited }) => kind === 'seat' && !invited)

export const leftOf = ({ capacity, taken }: Pick<PublicPool, 'capacity' | 'taken'>) => Math.max(0, capacity - taken)

/** May somebody still set out for it? */
export const isToCome = (slot: Pick<SlotState, 'arriveAt' | 'cancelledAt'>, now: Date) => !slot.cancelledAt && now < slot.arriveAt

/** What the desk pages below a day say about it. */
export const namedDay = ({ id, title, lang }: { id: number; title: string; lang: string }) => ({ id, title, lang })

/** An open day with what follows from the clock: its stage, and the public places of the slots still to come. */
export function toShownDay<D extends Moments & { slots: SlotState[]; now: Date }>(day: D) {
  const seats = day.slots.filter((slot) => isToCome(slot, day.now)).flatMap(({ pools }) => publicSeats(pools))
  return {
    ...day,
    stage: stageBySlots(day, spanOf(day.slots), day.now),
    places: seats.reduce((sum, { capacity }) => sum + capacity, 0),
    left: seats.reduce((sum, pool) => sum + leftOf(pool), 0),
  }
}

type Sent<T> = T extends Date ? Date | string : T extends object ? { [K in keyof T]: Sent<T[K]> } : T

/** The same after its way through a loader, where instants become strings. */
export type ShownDay = Sent<ReturnType<typeof toShownDay<ListedOpenDay>>>
export type ShownSlot = Sent<PublicSlot>
/** Acts that leave a person's hand in what goes out, also where somebody wrote over it later. */
export const preparingActs = [
  'open-day-created',
  'notice-changed',
  'slot-added',
  'slot-changed',
  'slot-removed',
  'visitor-group-added',
  'visitor-group-changed',
  'visitor-group-removed',
  'question-added',
  'question-changed',
  'question-removed',
  'approval-requested',
] as const

/** What keeps a notice from going out, each with its sentence in the desk's words. House rules may be left out. */
export const missings = [
  'title',
  'place',
  'who-may-come',
  'agenda',
  'contact',
  'choosing-rule',
  'asked-why',
  'opens-at',
  'closes-at',
  'closes-before-opening',
  'closed-already',
  'slot',
  'slot-without-seats',
  'slot-past',
  'closes-after-arrival',
] as const
export type Missing = (typeof missings)[number]

export type Notice = Asks & {
  title: string
  place: string
  whoMayCome: string
  agenda: string
  contactPhone: string
  contactEmail: string
  choosing: Choosing
  choosingRule: string
  opensAt: Date | null
  closesAt: Date | null
}
type PlannedSlot = { id: number; arriveAt: Date }
type PlannedPlaces = { slotId: number; kind: PlaceKind; capacity: number }

const required = { title: 'title', place: 'place', whoMayCome: 'who-may-come', agenda: 'agenda' } as const

/** What an open day lacks before it may go out. */
export function missingIn(notice: Notice, slots: readonly PlannedSlot[], quotas: readonly PlannedPlaces[], now: Date): Missing[] {
  const missing: Missing[] = Object.entries(required).flatMap(([field, key]) =>
    notice[field as keyof typeof required].trim() === '' ? [key] : [],
  )
  if (!notice.contactPhone && !notice.contactEmail) missing.push('contact')
  if (notice.choosing === 'review' && notice.choosingRule.trim() === '') missing.push('choosing-rule')
  if (askedOf(notice).some(({ why }) => why.trim() === '')) missing.push('asked-why')
  return [...missing, ...faultsOfPeriod(notice, now), ...faultsOfSlots(notice, slots, quotas, now)]
}

function faultsOfPeriod({ opensAt, closesAt }: Notice, now: Date): Missing[] {
  if (!opensAt || !closesAt) return [...(opensAt ? [] : ['opens-at' as const]), ...(closesAt ? [] : ['closes-at' as const])]
  if (closesAt <= opensAt) return ['closes-before-opening']
  return closesAt <= now ? ['closed-already'] : []
}

function faultsOfSlots({ closesAt }: Notice, slots: readonly PlannedSlot[], quotas: readonly PlannedPlaces[], now: Date): Missing[] {
  if (slots.length === 0) return ['slot']
  const hasSeats = ({ id }: PlannedSlot) => quotas.some(({ slotId, kind, capacity }) => slotId === id && kind === 'seat' && capacity > 0)
  return [
    ...(slots.every(hasSeats) ? [] : ['slot-without-seats' as const]),
    ...(slots.every(({ arriveAt }) => arriveAt > now) ? [] : ['slot-past' as const]),
    ...(closesAt && slots.some(({ arriveAt }) => arriveAt <= closesAt) ? ['closes-after-arrival' as const] : []),
  ]
}

export const SLOTS_MOST = 60
export const GROUPS_MOST = 10
export const QUESTIONS_MOST = 10
export const DETAILS_DAYS_MOST = 30
export const CAPACITY_MOST = 10_000

export const questionKinds = ['line', 'text', 'choice'] as const

export const mayManageCampaigns = (viewer: Viewer | null): Decision<'sign-in' | 'not-your-role'> =>
  viewer ? (viewer.role === 'administrator' ? allowed : refused('not-your-role')) : refused('sign-in')

/** The field of a group's seats; of everyone's where there are no groups. */
export const seatsField = (groupId: number | null) => (groupId === null ? 'seats' : `seats-${groupId}`)

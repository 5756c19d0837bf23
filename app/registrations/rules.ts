import { allowed, refused, type Decision } from '../decision'
import { stageOf, type Choosing, type Moments, type PlaceKind } from '../open-days/rules'

export const states = ['applied', 'waiting', 'offered', 'confirmed', 'cancelled', 'expired', 'not-chosen'] as const
export type State = (typeof states)[number]

/** Of a registration that may still come to the day. */
export const livingStates = ['applied', 'waiting', 'offered', 'confirmed'] as const satisfies readonly State[]
export const isLiving = (state: State) => (livingStates as readonly State[]).includes(state)
/** These hold their places: nobody else can have them. */
export const holdsPlaces = (state: State) => state === 'offered' || state === 'confirmed'

export const NAME_MAX = 40
export const ANSWER_MAX = 500

export type Party = { size: number; wheelchairs: number; interpreter: boolean; quiet: boolean }

/** Places of one kind, counted under the slot's lock. */
export type Places = { id: number; kind: PlaceKind; capacity: number; taken: number }

/** How many places of each kind a party takes: the seat it sits on, and the wheelchair place, interpreter's or quiet place beside it. */
export const needsOf = ({ size, wheelchairs, interpreter, quiet }: Party): Record<PlaceKind, number> => ({
  seat: size,
  wheelchair: wheelchairs,
  interpreter: Number(interpreter),
  quiet: Number(quiet),
})

/** The pools a party draws from: its group's seats, and everybody's places of the other kinds. */
export const poolsFor = <P extends Places>(pools: P[], quotaId: number): P[] =>
  pools.filter((pool) => (pool.kind === 'seat' ? pool.id === quotaId : true))

/** All or nothing: a party is never split, and none of its needs is left at the gate. */
export function fits(pools: Places[], quotaId: number, party: Party): boolean {
  const needs = needsOf(party)
  const own = poolsFor(pools, quotaId)
  return (Object.keys(needs) as PlaceKind[]).every((kind) => {
    if (needs[kind] === 0) return true
    const pool = own.find((each) => each.kind === kind)
    return pool !== undefined && pool.capacity - pool.taken >= needs[kind]
  })
}

/** Takes a party's places, or with -1 gives them back. Changes the pools. */
export function count(pools: Places[], quotaId: number, party: Party, sign: 1 | -1 = 1) {
  const needs = needsOf(party)
  for (const pool of poolsFor(pools, quotaId)) pool.taken += sign * needs[pool.kind]
}

/** What a new registration becomes. It may pass parties that wait for more than is free: they keep their rank, and the page says so. */
export const outcomeOf = (choosing: Choosing, pools: Places[], quotaId: number, party: Party): State =>
  choosing !== 'first-come' ? 'applied' : fits(pools, quotaId, party) ? 'confirmed' : 'waiting'

export type Waiting = Party & { id: number; quotaId: number; rank: number }

/**
 * Who is offered what is free, in the order of rank. A party that does not fit is passed over and keeps its rank: the
 * rule is stated on the page, for nobody has found one that is fair to large and small alike. Changes the pools.
 */
export function promotions<W extends Waiting>(pools: Places[], queue: W[]): W[] {
  return queue
    .toSorted((a, b) => a.rank - b.rank || a.id - b.id)
    .filter((one) => {
      if (!fits(pools, one.quotaId, one)) return false
      count(pools, one.quotaId, one)
      return true
    })
}

export type WhyNotInvited = 'invitation-needed' | 'invitation-used' | 'invitation-revoked'
export type HeldInvitation = { groupId: number; revokedAt: Date | null; used: boolean }

/**
 * Places of an invited group go to who has an invitation for it, once. A clerk needs none: it is the office that invites.
 */
export function mayUse(
  places: { invited: boolean; groupId: number | null },
  invitation: HeldInvitation | null,
  by: 'visitor' | 'clerk',
): Decision<WhyNotInvited> {
  if (!invitation) return places.invited && by === 'visitor' ? refused('invitation-needed') : allowed
  if (invitation.groupId !== places.groupId) return refused('invitation-needed')
  if (invitation.revokedAt) return refused('invitation-revoked')
  return invitation.used ? refused('invitation-used') : allowed
}

export type SlotMoments = { arriveAt: Date; cancelledAt: Date | null }

export type WhyNotRegister =
  'not-open-yet' | 'closed' | 'cancelled' | 'slot-cancelled' | 'slot-begun' | 'party-large' | 'no-such-place' | 'list-fixed' | WhyNotInvited

/** May anyone register for this slot now? A clerk may until the slot begins, for whoever wrote or phoned in time. */
export function mayRegister(
  day: Moments & { partyMost: number },
  slot: SlotMoments,
  party: Party,
  by: 'visitor' | 'clerk',
  now: Date,
): Decision<WhyNotRegister> {
  const stage = stageOf(day, null, now)
  if (stage === 'cancelled') return refused('cancelled')
  if (stage === 'prepared' || stage === 'submitted' || stage === 'scheduled') return refused('not-open-yet')
  if (slot.cancelledAt) return refused('slot-cancelled')
  if (now >= slot.arriveAt) return refused('slot-begun')
  if (stage === 'closed' && by === 'visitor') return refused('closed')
  return party.size > day.partyMost ? refused('party-large') : allowed
}

const HOUR_MS = 3_600_000
/** How long before arrival everybody is reminded. */
export const REMINDER_HOURS = 24
/** Nobody is offered a place so late that they cannot set out. */
export const LAST_OFFER_HOURS = 2
/** An offer made on the last day ends this long before people are to be there. */
export const LAST_ANSWER_HOURS = 1

export const mayOffer = (slot: SlotMoments, now: Date): boolean =>
  slot.cancelledAt === null && now.getTime() < slot.arriveAt.getTime() - LAST_OFFER_HOURS * HOUR_MS

export type Night = { from: number; to: number }
export const NIGHT: Night = { from: 21, to: 8 }

/** Whether nobody is written to or waited for at this hour of the county's clock. */
export const isNight = (hour: number, { from, to } = NIGHT) => hour >= from || hour < to

/**
 * When an offer ends: so many hours after the person was reached, the night not counted as time to answer: an end that
 * falls into it is moved to two hours after the morning. Never later than an hour before arrival. `hourOf` tells the
 * hour of the county's clock.
 */
export function offerExpiry(reachedAt: Date, hours: number, arriveAt: Date, hourOf: (at: Date) => number, night = NIGHT): Date {
  const last = arriveAt.getTime() - LAST_ANSWER_HOURS * HOUR_MS
  let end = reachedAt.getTime() + hours * HOUR_MS
  const inNight = (at: number) => isNight(hourOf(new Date(at)), night)
  if (inNight(end)) {
    while (inNight(end)) end += HOUR_MS
    end += 2 * HOUR_MS - (end % HOUR_MS)
  }
  return new Date(Math.min(end, last))
}

export type WhyNotChange = 'list-fixed' | 'ended' | 'slot-begun' | 'not-offered' | 'expired' | 'full' | 'party-large' | 'no-such-place'

/** May the visitor still change or give up what they hold? */
export function mayChange(state: State, slot: SlotMoments, now: Date): Decision<'ended' | 'slot-begun'> {
  if (!isLiving(state)) return refused('ended')
  return now >= slot.arriveAt ? refused('slot-begun') : allowed
}

/** May an offer be taken up? One whose clock has not started is still good. */
export function mayAccept(
  registration: { state: State; offerExpiresAt: Date | null },
  slot: SlotMoments,
  now: Date,
): Decision<'not-offered' | 'expired' | 'slot-begun'> {
  if (registration.state === 'expired') return refused('expired')
  if (registration.state !== 'offered') return refused('not-offered')
  if (now >= slot.arriveAt) return refused('slot-begun')
  return registration.offerExpiresAt && now >= registration.offerExpiresAt ? refused('expired') : allowed
}

/** The gate opens so long before people are asked to be there. */
export const GATE_OPENS_HOURS = 2
/** The most people that come in together without having registered. */
export const WALK_IN_MOST = 50

export type WhyNotWalkIn = 'cancelled' | 'not-published' | 'slot-cancelled' | 'too-early' | 'over' | 'no-such-place' | 'full'

/** May somebody without a registration still come in to this slot? Only on the day: before, places are for those who register. */
export function mayWalkIn(
  day: Moments,
  slot: { arriveAt: Date; endsAt: Date; cancelledAt: Date | null },
  now: Date,
): Decision<Exclude<WhyNotWalkIn, 'full' | 'no-such-place'>> {
  const stage = stageOf(day, null, now)
  if (stage === 'cancelled') return refused('cancelled')
  if (stage === 'prepared' || stage === 'submitted') return refused('not-published')
  if (slot.cancelledAt) return refused('slot-cancelled')
  if (now.getTime() < slot.arriveAt.getTime() - GATE_OPENS_HOURS * HOUR_MS) return refused('too-early')
  return now >= slot.endsAt ? refused('over') : allowed
}

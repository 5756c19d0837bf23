import type { Day } from '../calendar/periods'
import { allowed, refused, type Decision } from '../decision'
import type { State } from '../registrations/rules'
import { birthDateIn, type Document } from './documents'

export const askables = ['identity', 'birth-date', 'plate'] as const
export type Askable = (typeof askables)[number]

export type Asks = {
  asksIdentity: boolean
  identityWhy: string
  asksBirthDate: boolean
  birthDateWhy: string
  asksPlate: boolean
  plateWhy: string
}

/** What the notice says it asks of those who got a place, each with its purpose. */
export const askedOf = (day: Asks): { what: Askable; why: string }[] => [
  ...(day.asksIdentity ? [{ what: 'identity' as const, why: day.identityWhy }] : []),
  ...(day.asksBirthDate ? [{ what: 'birth-date' as const, why: day.birthDateWhy }] : []),
  ...(day.asksPlate ? [{ what: 'plate' as const, why: day.plateWhy }] : []),
]

export const asksAnything = (day: Pick<Asks, 'asksIdentity' | 'asksBirthDate' | 'asksPlate'>) =>
  day.asksIdentity || day.asksBirthDate || day.asksPlate

const DAY_MS = 86_400_000

/** When it should be there, so that the gate can prepare; it can be filled in and changed until the slot begins all the same. */
export const dueAt = (arriveAt: Date, detailsDays: number) => new Date(arriveAt.getTime() - detailsDays * DAY_MS)

export type WhyNotFill = 'not-confirmed' | 'slot-cancelled' | 'slot-begun'

/** Nobody is asked before they have their places. */
export function mayFill(state: State, slot: { startsAt: Date; cancelledAt: Date | null }, now: Date): Decision<WhyNotFill> {
  if (slot.cancelledAt) return refused('slot-cancelled')
  if (state !== 'confirmed') return refused('not-confirmed')
  return now >= slot.startsAt ? refused('slot-begun') : allowed
}

export const ageGroups = ['adult', 'under-18', 'under-14'] as const
export type AgeGroup = (typeof ageGroups)[number]

export type Guardian = { position: number } | { name: string; phone: string }

export type Member = {
  name: string
  document: Document | null
  bornOn: Day | null
  /** As ticked, where nothing tells a birth date. */
  ageGroup: AgeGroup | null
  guardian: Guardian | null
  guardianConsented: boolean
}

export type Details = { members: Member[]; plates: string[] }

/** Whole years on a day. */
export const ageOn = (bornOn: Day, day: Day) =>
  Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (day.slice(5) < bornOn.slice(5) ? 1 : 0)

/** By the identity number, else the birth date, else what was ticked. */
export function ageGroupOf({ document, bornOn, ageGroup }: Pick<Member, 'document' | 'bornOn' | 'ageGroup'>, visitDay: Day): AgeGroup {
  const born = document?.kind === 'resident-id' ? birthDateIn(document.number) : bornOn
  if (!born) return ageGroup ?? 'adult'
  const age = ageOn(born, visitDay)
  return age < 14 ? 'under-14' : age < 18 ? 'under-18' : 'adult'
}

export type WhyNotGuarded = 'guardian-needed' | 'guardian-not-adult' | 'child-consent'

/**
 * A minor comes with a guardian: a grown-up of the party, or somebody who agrees and can be phoned. For a child under 14
 * the guardian consents besides (Personal Information Protection Law, art. 31).
 */
export function isGuarded(members: readonly Member[], index: number, visitDay: Day): Decision<WhyNotGuarded> {
  const member = members[index]!
  const group = ageGroupOf(member, visitDay)
  if (group === 'adult') return allowed
  if (!member.guardian) return refused('guardian-needed')
  if ('position' in member.guardian) {
    const guardian = members[member.guardian.position - 1]
    if (!guardian || guardian === member || ageGroupOf(guardian, visitDay) !== 'adult') return refused('guardian-not-adult')
  }
  return group === 'under-14' && !member.guardianConsented ? refused('child-consent') : allowed
}

/** What is asked of somebody, in full, on the day of the visit by the county's calendar; masked before and after. */
export const isShownAtGate = (visitDay: Day, today: Day) => visitDay === today

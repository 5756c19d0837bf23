import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { slots } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { dayOf, type Day } from '~/calendar/periods'
import { displayName } from '~/comments/rules'
import { unseal } from '~/sealing.server'
import { detailsOf, shownDetails } from './reads.server'
import { isShownAtGate, type Details } from './rules'

/** Which sheet: of one entrance, of one day; without them of all. */
export type Sheet = { gate: string | null; on: Day | null }

/** What the guard has in hand, slot by slot and by number. On the day of a slot in full; masked before and after. */
export async function guardSheet(tx: Tx, openDayId: number, { gate, on }: Sheet, zone: string) {
  const [clock] = await tx.execute<{ now: string }>(sql`select app_now()::text as now`)
  const now = new Date(clock!.now)
  const found = await tx
    .select({
      id: slots.id,
      position: slots.position,
      name: slots.name,
      gate: slots.gate,
      arriveAt: slots.arriveAt,
      startsAt: slots.startsAt,
      endsAt: slots.endsAt,
    })
    .from(slots)
    .where(and(eq(slots.openDayId, openDayId), isNull(slots.cancelledAt), gate === null ? undefined : eq(slots.gate, gate)))
    .orderBy(asc(slots.arriveAt), asc(slots.position))
  const here = found.filter(({ startsAt }) => on === null || dayOf(startsAt, zone) === on)
  const ids = here.map(({ id }) => id)
  const parties = ids.length > 0 ? await partiesOf(tx, ids) : []
  const registered = parties.map(({ id }) => id)
  const told = await detailsOf(registered, tx)
  const sheet = here.map((slot) => {
    const visitDay = dayOf(slot.startsAt, zone)
    const open = isShownAtGate(visitDay, dayOf(now, zone))
    const ofSlot = parties.filter(({ slotId }) => slotId === slot.id)
    return { ...slot, open, parties: ofSlot.map((party) => shownParty(party, told.get(party.id), visitDay, open)) }
  })
  return { now, slots: sheet }
}

export type GuardSheet = Awaited<ReturnType<typeof guardSheet>>

type Party = Awaited<ReturnType<typeof partiesOf>>[number]

function shownParty({ id: _id, name, filledFor, ...party }: Party, details: Details | undefined, visitDay: Day, open: boolean) {
  const called = name ? unseal(name) : ''
  return {
    ...party,
    name: open ? called : displayName('masked', called),
    filledIn: (filledFor ?? 0) >= party.size,
    details: details ? shownDetails(details, visitDay, open) : null,
  }
}

const partiesOf = (tx: Tx, slotIds: number[]) =>
  tx
    .select({
      id: registrations.id,
      slotId: registrations.slotId,
      number: registrations.number,
      size: registrations.size,
      wheelchairs: registrations.wheelchairs,
      interpreter: registrations.interpreter,
      quiet: registrations.quiet,
      name: registrations.name,
      filledFor: sql<number | null>`(select p.filled_for from party_details p where p.registration_id = registrations.id)`,
      arrived: sql<number>`(select coalesce(sum(c.people), 0)::int from check_ins c where c.registration_id = registrations.id)`,
    })
    .from(registrations)
    .where(and(inArray(registrations.slotId, slotIds), eq(registrations.state, 'confirmed')))
    .orderBy(asc(registrations.number))

import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { slots } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { dayOf, type Day } from '~/calendar/periods'
import { displayName } from '~/comments/rules'
import { unseal } from '~/sealing.server'
import { detailsOf, shownDetails } from './reads.server'
import { isShownAtGate } from './rules'

/** Which sheet: of one entrance, of one day; without them of all. */
export type Sheet = { gate: string | null; on: Day | null }

/** What the guard has in hand, slot by slot and by number. On the day of a slot in full; masked before and after. */
export async function guardSheet(tx: Tx, openDayId: number, { gate, on }: Sheet, zone: string) {
  const [clock] = await tx.execute<{ now: string }>(sql`select app_now()::text as now`)
  const now = new Date(clock!.now)
  const today = dayOf(now, zone)
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
  const parties = await partiesOf(tx, openDayId)
  const told = await detailsOf(
    parties.map(({ id }) => id),
    tx,
  )
  return {
    now,
    slots: here.map((slot) => {
      const visitDay = dayOf(slot.startsAt, zone)
      const open = isShownAtGate(visitDay, today)
      return {
        ...slot,
        open,
        parties: parties
          .filter(({ slotId }) => slotId === slot.id)
          .map(({ id, name, filledFor, ...party }) => {
            const details = told.get(id)
            const called = name ? unseal(name) : ''
            return {
              ...party,
              name: open ? called : displayName('masked', called),
              filledIn: (filledFor ?? 0) >= party.size,
              details: details ? shownDetails(details, visitDay, open) : null,
            }
          }),
      }
    }),
  }
}

export type GuardSheet = Awaited<ReturnType<typeof guardSheet>>

const partiesOf = (tx: Tx, openDayId: number) =>
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
    .where(and(eq(registrations.openDayId, openDayId), eq(registrations.state, 'confirmed')))
    .orderBy(asc(registrations.number))

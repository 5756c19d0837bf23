import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { accounts } from '#db/schema/accounts'
import { checkIns } from '#db/schema/check-ins'
import { openDays, quotas, slots, visitorGroups } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { mayWalkIn } from '~/registrations/rules'
import { unseal } from '~/sealing.server'
import { isId } from '~/web/ids'

/** A published open day for its gate; null when there is none. */
export async function dayAtGate(id: string | undefined) {
  const wanted = Number(id)
  if (!isId(wanted)) return null
  const { title, lang, departmentId, publishedAt } = openDays
  const [row] = await db.select({ id: openDays.id, title, lang, departmentId, publishedAt }).from(openDays).where(eq(openDays.id, wanted))
  return row?.publishedAt ? row : null
}

/**
 * Slot by slot: people expected (who registered), arrived (all), arrived without having registered, conflicts that nobody
 * has looked into.
 */
export const countsAtGate = (openDayId: number) =>
  db
    .select({
      id: slots.id,
      position: slots.position,
      name: slots.name,
      gate: slots.gate,
      arriveAt: slots.arriveAt,
      expected: sql<number>`(select coalesce(sum(r.size), 0)::int from registrations r where r.slot_id = slots.id and r.state = 'confirmed' and not r.walk_in)`,
      arrived: sql<number>`(select coalesce(sum(c.people), 0)::int from check_ins c where c.slot_id = slots.id)`,
      walkIns: sql<number>`(select coalesce(sum(c.people), 0)::int from check_ins c join registrations r on r.id = c.registration_id where c.slot_id = slots.id and r.walk_in)`,
      conflicts: sql<number>`(select count(*)::int from check_ins c where c.slot_id = slots.id and c.conflict and c.settled_at is null)`,
    })
    .from(slots)
    .where(eq(slots.openDayId, openDayId))
    .orderBy(slots.position)

export type SlotCount = Awaited<ReturnType<typeof countsAtGate>>[number]

/** Scans by the device that made them; those of the desk's own page have no name. */
export const countsByDevice = (openDayId: number) =>
  db
    .select({
      device: checkIns.device,
      people: sql<number>`coalesce(sum(${checkIns.people}), 0)::int`,
      scans: sql<number>`count(*)::int`,
      latest: sql<Date>`max(${checkIns.receivedAt})`.mapWith(checkIns.receivedAt),
    })
    .from(checkIns)
    .where(eq(checkIns.openDayId, openDayId))
    .groupBy(checkIns.device)
    .orderBy(checkIns.device)

export const slotsAtGate = (openDayId: number) => db.select().from(slots).where(eq(slots.openDayId, openDayId)).orderBy(slots.position)

/** When each registration came in. */
export async function arrivedAt(openDayId: number): Promise<Map<number, Date>> {
  const rows = await db
    .select({ id: checkIns.registrationId, at: checkIns.scannedAt })
    .from(checkIns)
    .where(and(eq(checkIns.openDayId, openDayId), eq(checkIns.outcome, 'admitted')))
  return new Map(rows.map(({ id, at }) => [id!, at]))
}

/** Let in twice with one ticket, or against the books: the scan, and the one that counts. Newest first, those to look into before the others. */
export const conflictsAtGate = (openDayId: number) =>
  db
    .select({
      ...{ id: checkIns.id, outcome: checkIns.outcome, why: checkIns.why, scannedAt: checkIns.scannedAt, device: checkIns.device },
      ...{ settledAt: checkIns.settledAt, settledWhy: checkIns.settledWhy, settledBy: accounts.name },
      ...{ number: registrations.number, position: slots.position, slot: slots.name },
      firstAt:
        sql<Date | null>`(select f.scanned_at from check_ins f where f.registration_id = check_ins.registration_id and f.outcome = 'admitted')`.mapWith(
          checkIns.scannedAt,
        ),
      firstDevice: sql<
        string | null
      >`(select f.device from check_ins f where f.registration_id = check_ins.registration_id and f.outcome = 'admitted')`,
    })
    .from(checkIns)
    .leftJoin(registrations, eq(registrations.id, checkIns.registrationId))
    .leftJoin(slots, eq(slots.id, checkIns.slotId))
    .leftJoin(accounts, eq(accounts.id, checkIns.settledBy))
    .where(and(eq(checkIns.openDayId, openDayId), eq(checkIns.conflict, true)))
    .orderBy(sql`${checkIns.settledAt} is not null`, desc(checkIns.id))

export type Conflict = Awaited<ReturnType<typeof conflictsAtGate>>[number]

const scan = {
  id: checkIns.id,
  conflict: checkIns.conflict,
  device: checkIns.device,
  outcome: checkIns.outcome,
  why: checkIns.why,
  people: checkIns.people,
  scannedAt: checkIns.scannedAt,
  number: registrations.number,
  position: slots.position,
}
const scans = () =>
  db
    .select({ ...scan, name: registrations.name, registrationId: checkIns.registrationId, openDayId: checkIns.openDayId })
    .from(checkIns)
    .leftJoin(registrations, eq(registrations.id, checkIns.registrationId))
    .leftJoin(slots, eq(slots.id, checkIns.slotId))

const LATEST = 10

/** The newest scans, without names: the gate's screen faces the street. */
export const latestScans = (openDayId: number) =>
  db
    .select(scan)
    .from(checkIns)
    .leftJoin(registrations, eq(registrations.id, checkIns.registrationId))
    .leftJoin(slots, eq(slots.id, checkIns.slotId))
    .where(eq(checkIns.openDayId, openDayId))
    .orderBy(desc(checkIns.id))
    .limit(LATEST)

/** One scan for the person who stands before the guard, with the name, and when they first came in. */
export async function scanShown(openDayId: number, id: number) {
  if (!isId(id)) return null
  const [row] = await scans().where(eq(checkIns.id, id))
  if (!row || row.openDayId !== openDayId) return null
  const [first] = row.registrationId
    ? await db
        .select({ at: checkIns.scannedAt })
        .from(checkIns)
        .where(sql`${checkIns.registrationId} = ${row.registrationId} and ${checkIns.outcome} = 'admitted'`)
        .limit(1)
    : []
  const { name, registrationId: _id, openDayId: _day, ...rest } = row
  return { ...rest, name: name ? unseal(name) : '', firstAt: first?.at ?? null }
}

/** Where somebody without a registration can still come in: every pool of seats of slots that are not over, with what is free. */
export async function walkInPlaces(openDayId: number) {
  const rows = await db
    .select({
      day: openDays,
      slot: slots,
      quotaId: quotas.id,
      group: visitorGroups.name,
      free: sql<number>`${quotas.capacity} - ${quotas.taken}`,
      now: sql<Date>`app_now()`.mapWith(slots.endsAt),
    })
    .from(quotas)
    .innerJoin(slots, eq(slots.id, quotas.slotId))
    .innerJoin(openDays, eq(openDays.id, slots.openDayId))
    .leftJoin(visitorGroups, eq(visitorGroups.id, quotas.groupId))
    .where(and(eq(slots.openDayId, openDayId), eq(quotas.kind, 'seat')))
    .orderBy(slots.position, quotas.id)
  return rows
    .filter(({ day, slot, now }) => mayWalkIn(day, slot, now).ok)
    .map(({ slot: { id, name, position, startsAt }, quotaId, group, free }) => ({ id, name, position, startsAt, quotaId, group, free }))
}

import { desc, eq, sql } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { checkIns } from '#db/schema/check-ins'
import { openDays, slots } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { unseal } from '~/sealing.server'
import { LARGEST_ID } from '~/web/ids'

/** A published open day for its gate; null when there is none. */
export async function dayAtGate(id: string | undefined) {
  const wanted = Number(id)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > LARGEST_ID) return null
  const { title, lang, departmentId, publishedAt } = openDays
  const [row] = await db.select({ id: openDays.id, title, lang, departmentId, publishedAt }).from(openDays).where(eq(openDays.id, wanted))
  return row?.publishedAt ? row : null
}

/** People expected and arrived, slot by slot. */
export const countsAtGate = (openDayId: number) =>
  db
    .select({
      id: slots.id,
      position: slots.position,
      name: slots.name,
      arriveAt: slots.arriveAt,
      expected: sql<number>`(select coalesce(sum(r.size), 0)::int from registrations r where r.slot_id = slots.id and r.state = 'confirmed')`,
      arrived: sql<number>`(select coalesce(sum(c.people), 0)::int from check_ins c where c.slot_id = slots.id)`,
    })
    .from(slots)
    .where(eq(slots.openDayId, openDayId))
    .orderBy(slots.position)

const scan = {
  id: checkIns.id,
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
  if (!Number.isInteger(id) || id < 1 || id > LARGEST_ID) return null
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

import { and, eq, ne, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { checkIns } from '#db/schema/check-ins'
import type { Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import { slotOf } from '~/open-days/places-writes.server'
import { record, recordOnceAnHour } from '~/record/writes.server'
import { shownAtGate } from '~/registrations/gate-reads.server'
import { registerWalkIn, type WalkIn } from '~/registrations/walk-in-writes.server'
import { afterwards, gateOutcome, maySettle, type Told } from './rules'

export type Shown = {
  openDayId: number
  shown: string
  nonce: string
  device?: string
  /** Where a device without a network decided. */
  told?: Told
}
export type CheckIn = typeof checkIns.$inferSelect

/**
 * One scan at the gate. The registration is locked, so of two gates that scan the same ticket one admits and the other
 * sees that it did; the same scan sent again is answered as it was. What a device decided by itself is taken as having
 * happened (rules.ts, afterwards), also where the same scan had reached us and only our answer was lost. Null for a scan
 * that belongs to another open day.
 */
export async function checkIn(viewer: Viewer, { openDayId, shown, nonce, device = '', told }: Shown): Promise<CheckIn | null> {
  return transaction(async (tx) => {
    const registration = await shownAtGate(tx, openDayId, shown)
    const ours = registration?.openDayId === openDayId ? registration : null
    const known = await scanOf(tx, nonce)
    if (known && known.openDayId !== openDayId) return null
    if (known && (!told || known.deviceSaid || known.settledAt || known.registrationId !== (ours?.id ?? null))) return known
    const slot = registration && (await slotOf(tx, registration.slotId))
    const first = registration && (await firstScan(tx, registration.id, nonce))
    const found = gateOutcome(registration, slot, openDayId, Boolean(first))
    const scannedAt = await before(tx, told?.agoMs ?? 0)
    const { scan, conflict, comesFirst } = told
      ? afterwards(found, told, scannedAt, first?.scannedAt ?? null)
      : { scan: found, conflict: false, comesFirst: false }
    if (comesFirst) await tx.update(checkIns).set({ outcome: 'repeat', people: 0, conflict: true }).where(eq(checkIns.id, first!.id))
    const result = {
      outcome: scan.outcome,
      why: scan.outcome === 'refused' ? scan.why : '',
      people: scan.outcome === 'admitted' ? ours!.size : 0,
      conflict,
      device,
      ...(told ? { deviceSaid: told.said, scannedAt } : {}),
    }
    return known
      ? redecide(tx, known.id, result)
      : write(tx, { openDayId, nonce, slotId: ours?.slotId, registrationId: ours?.id, scannedBy: viewer.id, ...result })
  })
}

async function write(tx: Tx, values: typeof checkIns.$inferInsert) {
  const [row] = await tx.insert(checkIns).values(values).onConflictDoNothing({ target: checkIns.nonce }).returning()
  return row ?? (await scanOf(tx, values.nonce))!
}

async function redecide(tx: Tx, id: number, result: Partial<CheckIn>) {
  const [row] = await tx
    .update(checkIns)
    .set({ ...result, receivedAt: sql`app_now()` })
    .where(eq(checkIns.id, id))
    .returning()
  return row!
}

/** An instant so long ago by the database's clock; never after now, whatever a device's clock says. */
async function before(tx: Tx, agoMs: number): Promise<Date> {
  const rows = await tx.execute<{ at: string }>(
    sql`select extract(epoch from app_now() - ${Math.max(0, Math.round(agoMs))} * interval '1 millisecond') * 1000 as at`,
  )
  return new Date(Math.floor(Number(rows[0]!.at)))
}

async function scanOf(tx: Tx, nonce: string) {
  const [row] = await tx.select().from(checkIns).where(eq(checkIns.nonce, nonce))
  return row
}

/** The scan by which a party came in, if another than this one. */
async function firstScan(tx: Tx, registrationId: number, nonce: string) {
  const [row] = await tx
    .select({ id: checkIns.id, scannedAt: checkIns.scannedAt })
    .from(checkIns)
    .where(and(eq(checkIns.registrationId, registrationId), eq(checkIns.outcome, 'admitted'), ne(checkIns.nonce, nonce)))
  return row
}

/** Somebody without a registration takes places that are free and comes in, in one transaction: no place is promised twice. */
export const admitWalkIn = (viewer: Viewer, openDayId: number, given: Omit<WalkIn, 'openDayId'>, device = '') =>
  transaction(async (tx) => {
    const registered = await registerWalkIn(tx, viewer, { ...given, openDayId })
    if (!registered.ok) return registered
    const { id, slotId, size } = registered
    const scan = { openDayId, nonce: given.formKey, slotId, registrationId: id, outcome: 'admitted' as const, people: size, device }
    return { ok: true as const, scan: await write(tx, { ...scan, scannedBy: viewer.id }) }
  })

type Day = { id: number; departmentId: number }

/** Who takes the sealed list of a day along leaves a line; a phone renews it all day, so one an hour is enough. */
export const noteListTaken = (viewer: Viewer, { id, departmentId }: Day) =>
  transaction((tx) => recordOnceAnHour(tx, viewer, { act: 'gate-list-taken', subject: 'open-day', subjectId: id, departmentId }))

/** The supervisor has looked into it: who the second party was, and what was done. */
export const settleConflict = (viewer: Viewer, day: Day, id: number, why: string) =>
  transaction(async (tx) => {
    const which = and(eq(checkIns.id, id), eq(checkIns.openDayId, day.id))
    const [scan] = await tx.select().from(checkIns).where(which).for('update')
    if (!scan) return refused('unknown')
    const may = maySettle(scan, why)
    if (!may.ok) return may
    await tx
      .update(checkIns)
      .set({ settledAt: sql`app_now()`, settledBy: viewer.id, settledWhy: why.trim() })
      .where(eq(checkIns.id, id))
    await record(tx, viewer, {
      act: 'conflict-settled',
      subject: 'open-day',
      subjectId: day.id,
      departmentId: day.departmentId,
      why,
      facts: { scan: id },
    })
    return allowed
  })

import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { openDays, quotas, slots, visitorGroups } from '#db/schema/open-days'
import { count, type Party, type Places } from '~/registrations/rules'

// Without the long texts: these rows are read under lock at every registration.
const { summary: _summary, agenda: _agenda, access: _access, houseRules: _rules, ...light } = getTableColumns(openDays)
const now = sql<Date>`app_now()`.mapWith(openDays.createdAt)
const places = {
  id: quotas.id,
  groupId: quotas.groupId,
  kind: quotas.kind,
  capacity: quotas.capacity,
  taken: quotas.taken,
  invited: sql<boolean>`coalesce(${visitorGroups.invited}, false)`,
}

export type Pool = Places & { groupId: number | null; invited: boolean }
export type Slot = typeof slots.$inferSelect
export type LockedSlot = {
  day: Omit<typeof openDays.$inferSelect, 'summary' | 'agenda' | 'access' | 'houseRules'>
  slot: Slot
  pools: Pool[]
  now: Date
}

/**
 * Holds one slot until the transaction ends, and no other: whatever takes, gives back or counts its places does so behind
 * this lock. Read after it, in a second statement, everything is as the last holder left it. It lets others refer to the
 * slot: a gate that holds a registration never waits for it. Null when it is not there.
 */
export async function lockSlot(tx: Tx, slotId: number): Promise<LockedSlot | null> {
  const [held] = await tx.select({ id: slots.id }).from(slots).where(eq(slots.id, slotId)).for('no key update')
  if (!held) return null
  const [[found], pools] = await Promise.all([
    tx
      .select({ day: light, slot: slots, now })
      .from(slots)
      .innerJoin(openDays, eq(openDays.id, slots.openDayId))
      .where(eq(slots.id, slotId)),
    poolsOf(tx, slotId),
  ])
  return { ...found!, pools }
}

const poolsOf = (tx: Tx, slotId: number): Promise<Pool[]> =>
  tx
    .select(places)
    .from(quotas)
    .leftJoin(visitorGroups, eq(visitorGroups.id, quotas.groupId))
    .where(eq(quotas.slotId, slotId))
    .orderBy(quotas.id)

/** Writes down what is taken of each pool, and the newest number where one was given. */
export async function storePlaces(tx: Tx, pools: Pool[], numbered?: { slotId: number; lastNumber: number }) {
  const written = JSON.stringify(pools.map(({ id, taken }) => ({ id, taken })))
  await Promise.all([
    tx.execute(
      sql`update quotas q set taken = p.taken from json_to_recordset(${written}::json) as p(id int, taken int) where q.id = p.id and q.taken <> p.taken`,
    ),
    numbered && tx.update(slots).set({ lastNumber: numbered.lastNumber }).where(eq(slots.id, numbered.slotId)),
  ])
}

/** Gives back what a party held. */
export const giveBack = (pools: Pool[], quotaId: number, party: Party) => count(pools, quotaId, party, -1)

/** A slot within the caller's transaction, not held. */
export async function slotOf(tx: Tx, slotId: number): Promise<Slot | null> {
  const [row] = await tx.select().from(slots).where(eq(slots.id, slotId))
  return row ?? null
}

/** All slots of a day, held in the order of their ids, before anything is changed: two who hold several never wait in a ring. */
export async function lockSlotsOf(tx: Tx, openDayId: number): Promise<LockedSlot[]> {
  const ids = await tx.select({ id: slots.id }).from(slots).where(eq(slots.openDayId, openDayId)).orderBy(slots.id)
  const locked: LockedSlot[] = []
  for (const { id } of ids) locked.push((await lockSlot(tx, id))!)
  return locked
}

export type Move = Pick<Slot, 'arriveAt' | 'startsAt' | 'endsAt' | 'place'>

/** Another time or place for a held slot: a version of its own, so that who agreed to the earlier one is known. */
export async function storeMove(tx: Tx, { slot }: LockedSlot, move: Move) {
  Object.assign(slot, move, { version: slot.version + 1 })
  await tx
    .update(slots)
    .set({ ...move, version: slot.version })
    .where(eq(slots.id, slot.id))
}

export async function storeSlotCancelled(tx: Tx, { slot, now }: LockedSlot, why: string) {
  Object.assign(slot, { cancelledAt: now, cancelledWhy: why })
  await tx.update(slots).set({ cancelledAt: now, cancelledWhy: why }).where(eq(slots.id, slot.id))
}

/** Behind the locks of all its slots (lockSlotsOf). */
export const storeDayCancelled = (tx: Tx, openDayId: number, why: string) =>
  tx
    .update(openDays)
    .set({ cancelledAt: sql`app_now()`, cancelledWhy: why })
    .where(eq(openDays.id, openDayId))

export async function storeCapacity(tx: Tx, pool: Pool, capacity: number) {
  pool.capacity = capacity
  await tx.update(quotas).set({ capacity }).where(eq(quotas.id, pool.id))
}

/** Places of kinds or groups that a held slot had none of. Nobody held any: all of them are free. */
export async function addPlaces(tx: Tx, locked: LockedSlot, added: Pick<Pool, 'kind' | 'groupId' | 'capacity'>[]) {
  if (added.length === 0) return
  await tx.insert(quotas).values(added.map((each) => ({ ...each, openDayId: locked.day.id, slotId: locked.slot.id })))
  locked.pools = await poolsOf(tx, locked.slot.id)
}

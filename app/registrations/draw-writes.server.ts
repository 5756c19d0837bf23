import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import { storePlaces, type LockedSlot } from '~/open-days/places-writes.server'
import { count, fits } from './rules'
import { tell } from './telling-writes.server'

const TOLD_AT_ONCE = 1_000

/** gone: cancelled after the list was fixed, or its slot was. */
export type DrawOutcome = 'confirmed' | 'waiting' | 'gone'

/**
 * Gives places in the order of a draw, slot and number of each by what visitors see, under the locks of all slots of the
 * day. Who fits is confirmed; who does not waits, ranked by the place in the draw, and smaller parties after them may
 * still fit: the same rule as for every queue.
 */
export async function applyOrder(tx: Tx, locked: LockedSlot[], order: { slot: number; number: number }[]): Promise<DrawOutcome[]> {
  const slots = new Map(locked.map((each) => [each.slot.position, each]))
  const applied = await appliedIn(tx, locked)
  const moved: { id: number; rank: number; state: 'confirmed' | 'waiting'; where: LockedSlot }[] = []
  const outcomes = order.map(({ slot, number }, index): DrawOutcome => {
    const where = slots.get(slot)
    const one = applied.get(`${where?.slot.id}/${number}`)
    if (!one || !where || where.slot.cancelledAt) return 'gone'
    const state = fits(where.pools, one.quotaId, one) ? 'confirmed' : 'waiting'
    if (state === 'confirmed') count(where.pools, one.quotaId, one)
    moved.push({ id: one.id, rank: index + 1, state, where })
    return state
  })
  const rows = JSON.stringify(moved.map(({ id, rank, state }) => ({ id, rank, state })))
  await tx.execute(sql`
    update registrations r set state = d.state::registration_state, rank = d.rank, state_at = app_now()
      from json_to_recordset(${rows}::json) as d(id int, rank int, state text) where r.id = d.id`)
  for (const { pools } of locked) await storePlaces(tx, pools)
  for (const where of locked) {
    const of = (state: string) => moved.filter((each) => each.where === where && each.state === state).map(({ id }) => id)
    await tellAll(tx, where, of('confirmed'), 'registered')
    await tellAll(tx, where, of('waiting'), 'registration-waiting')
  }
  return outcomes
}

async function tellAll(tx: Tx, where: LockedSlot, ids: number[], template: 'registered' | 'registration-waiting') {
  for (let from = 0; from < ids.length; from += TOLD_AT_ONCE) await tell(tx, where, ids.slice(from, from + TOLD_AT_ONCE), template)
}

async function appliedIn(tx: Tx, locked: LockedSlot[]) {
  if (locked.length === 0) return new Map<string, never>()
  const { id, slotId, number, quotaId, size, wheelchairs, interpreter, quiet } = registrations
  const found = await tx
    .select({ id, slotId, number, quotaId, size, wheelchairs, interpreter, quiet })
    .from(registrations)
    .where(and(eq(registrations.openDayId, locked[0]!.day.id), eq(registrations.state, 'applied')))
  return new Map(found.map((each) => [`${each.slotId}/${each.number}`, each]))
}

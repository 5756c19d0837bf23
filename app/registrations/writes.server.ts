import { and, asc, eq, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import type { Viewer } from '~/accounts/rules'
import { isListFixed } from '~/draws/reads.server'
import { giveBack, lockSlot, type LockedSlot } from '~/open-days/places-writes.server'
import { mayManage } from '~/open-days/rules'
import { fitDetails, forgetDetails } from '~/party-details/forgetting-writes.server'
import { allowed, refused } from '~/decision'
import { record } from '~/record/writes.server'
import { lookupKey, readCode } from '~/sealing.server'
import { atPlace } from './desk-rules'
import { promote } from './promotion-writes.server'
import { count, fits, holdsPlaces, mayAccept, mayChange, type Party } from './rules'
import { tell } from './telling-writes.server'

export type Row = typeof registrations.$inferSelect
type Held = { locked: LockedSlot; row: Row }

/** Slot first, then registration, as every verb locks them. Null when there is none. */
export async function hold(tx: Tx, which: { code: string } | { id: number }): Promise<Held | null> {
  const one =
    'id' in which ? eq(registrations.id, which.id) : eq(registrations.codeKey, lookupKey('registration', readCode(which.code) ?? ''))
  const [found] = await tx.select({ slotId: registrations.slotId }).from(registrations).where(one)
  const locked = found && (await lockSlot(tx, found.slotId))
  if (!locked) return null
  const [row] = await tx.select().from(registrations).where(one).for('update')
  return row ? { locked, row } : null
}

type Ending = { state: 'cancelled' | 'expired' | 'not-chosen'; by: NonNullable<Row['endedBy']>; why?: string }

/** Ends a registration, gives its places back and offers them on; all within the caller's transaction. */
export async function end(tx: Tx, { locked, row }: Held, { state, by, why = '' }: Ending) {
  if (row.state === 'confirmed') await forgetDetails(tx, [row.id])
  await tx
    .update(registrations)
    .set({ state, stateAt: locked.now, endedBy: by, endedWhy: why, offerExpiresAt: null })
    .where(eq(registrations.id, row.id))
  if (!holdsPlaces(row.state)) return
  giveBack(locked.pools, row.quotaId, row)
  await promote(tx, locked)
}

const trace = (tx: Tx, { locked, row }: Held, act: string, viewer: Viewer | 'author', why = '') =>
  record(tx, viewer, {
    act,
    subject: 'registration',
    subjectId: `${row.slotId}/${row.number}`,
    departmentId: locked.day.departmentId,
    why,
  })

/** Cancels, declines an offer, leaves the waiting list: the visitor does not come. What was held is offered on at once. */
export const cancelRegistration = (code: string) =>
  transaction(async (tx) => {
    const held = await hold(tx, { code })
    if (!held) return refused('unknown')
    const may = mayChange(held.row.state, held.locked.slot, held.locked.now)
    if (!may.ok) return may
    await end(tx, held, { state: 'cancelled', by: 'visitor' })
    await trace(tx, held, 'registration-cancelled', 'author')
    if (held.row.state === 'confirmed') await tell(tx, held.locked, [held.row.id], 'registration-cancelled')
    return allowed
  })

/** Staff cancels for somebody who phoned, or for a reason that is recorded. */
export const cancelForVisitor = (viewer: Viewer, id: number, why: string) =>
  transaction(async (tx) => {
    const held = await hold(tx, { id })
    const here = held && mayManage(viewer, held.locked.day)
    if (!held || !here?.ok) return refused('unknown')
    const may = mayChange(held.row.state, held.locked.slot, held.locked.now)
    if (!may.ok) return may
    await end(tx, held, { state: 'cancelled', by: 'staff', why })
    await trace(tx, held, 'registration-cancelled', viewer, why)
    await tell(tx, held.locked, [held.row.id], 'registration-cancelled')
    return allowed
  })

/** The places are held already: accepting says only that they will be used. */
export const acceptOffer = (code: string) =>
  transaction(async (tx) => {
    const held = await hold(tx, { code })
    if (!held) return refused('unknown')
    const { locked, row } = held
    if (row.state === 'confirmed') return allowed
    const may = mayAccept(row, locked.slot, locked.now)
    if (!may.ok) return may
    await tx
      .update(registrations)
      .set({ state: 'confirmed', stateAt: locked.now, offerExpiresAt: null, slotVersion: locked.slot.version })
      .where(eq(registrations.id, row.id))
    await tell(tx, locked, [row.id], 'registered')
    return allowed
  })

/** A party of another size or with other needs. Fewer people always; more only where there is room. A place in the queue is kept. */
export const changeParty = (code: string, party: Party) =>
  transaction(async (tx) => {
    const held = await hold(tx, { code })
    if (!held) return refused('unknown')
    const { locked, row } = held
    const may = mayChange(row.state, locked.slot, locked.now)
    if (!may.ok) return may
    if (party.size > locked.day.partyMost) return refused('party-large')
    // The list of a draw says how many people each entry is.
    if (row.state === 'applied' && (await isListFixed(tx, locked.day.id))) return refused('list-fixed')
    if (holdsPlaces(row.state)) giveBack(locked.pools, row.quotaId, row)
    if (holdsPlaces(row.state) && !fits(locked.pools, row.quotaId, party)) return refused('full')
    if (holdsPlaces(row.state)) count(locked.pools, row.quotaId, party)
    await tx.update(registrations).set(party).where(eq(registrations.id, row.id))
    if (row.state === 'confirmed') await fitDetails(tx, row.id, party.size)
    await promote(tx, locked)
    return allowed
  })

/** "I still come": the answer to a moved slot. */
export const confirmAgain = (code: string) =>
  transaction(async (tx) => {
    const held = await hold(tx, { code })
    if (!held) return refused('unknown')
    const may = mayChange(held.row.state, held.locked.slot, held.locked.now)
    if (!may.ok) return may
    await tx.update(registrations).set({ slotVersion: held.locked.slot.version }).where(eq(registrations.id, held.row.id))
    return allowed
  })

/** Gives a registration another place in the waiting order, counted from 1. Every jump has a reason, and the record keeps it. */
export const changeRank = (viewer: Viewer, id: number, place: number, why: string) =>
  transaction(async (tx) => {
    const held = await hold(tx, { id })
    if (!held || !mayManage(viewer, held.locked.day).ok) return refused('unknown')
    if (held.row.state !== 'waiting') return refused('not-waiting')
    if (!why.trim()) return refused('no-reason')
    const queue = await tx
      .select({ id: registrations.id, rank: registrations.rank })
      .from(registrations)
      .where(and(eq(registrations.quotaId, held.row.quotaId), eq(registrations.state, 'waiting')))
      .orderBy(asc(registrations.rank), asc(registrations.id))
    const ranks = JSON.stringify(atPlace(queue, id, place))
    await tx.execute(
      sql`update registrations r set rank = n.rank from json_to_recordset(${ranks}::json) as n(id int, rank int) where r.id = n.id`,
    )
    await record(tx, viewer, {
      act: 'waiting-order-changed',
      subject: 'registration',
      subjectId: `${held.row.slotId}/${held.row.number}`,
      departmentId: held.locked.day.departmentId,
      why,
      facts: { from: queue.findIndex((each) => each.id === id) + 1, to: Math.max(1, Math.min(place, queue.length)) },
    })
    await promote(tx, held.locked)
    return allowed
  })

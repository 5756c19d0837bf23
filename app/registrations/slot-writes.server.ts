import { and, eq, inArray } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import type { Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import {
  addPlaces,
  lockSlot,
  lockSlotsOf,
  storeCapacity,
  storeDayCancelled,
  storeMove,
  storePlaces,
  storeSlotCancelled,
  type LockedSlot,
  type Move,
  type Pool,
} from '~/open-days/places-writes.server'
import { isSamePlace, mayManage, maySetCapacity, placesLacked } from '~/open-days/rules'
import { forgetDetails } from '~/party-details/forgetting-writes.server'
import { record } from '~/record/writes.server'
import { groupsAtDesk } from './desk-reads.server'
import { mayCancelDay, mayChangePlaces, mayMoveTo, mayWorkOnSlot } from './desk-rules'
import { promote } from './promotion-writes.server'
import { livingStates } from './rules'
import { tell } from './telling-writes.server'

/** The slot under lock, if it is this person's to work on. */
async function mine(tx: Tx, viewer: Viewer, slotId: number): Promise<LockedSlot | null> {
  const locked = await lockSlot(tx, slotId)
  return locked && mayManage(viewer, locked.day).ok ? locked : null
}

const living = ({ slot }: LockedSlot) => and(eq(registrations.slotId, slot.id), inArray(registrations.state, [...livingStates]))

const trace = (tx: Tx, viewer: Viewer, { day, slot }: LockedSlot, act: string, why: string, facts: Record<string, unknown>) =>
  record(tx, viewer, { act, subject: 'slot', subjectId: `${day.id}/${slot.position}`, departmentId: day.departmentId, why, facts })

/** Another time or place. Everybody keeps what they have, is told, and is asked whether they still come. */
export const moveSlot = (viewer: Viewer, slotId: number, move: Move, why: string) =>
  transaction(async (tx) => {
    const locked = await mine(tx, viewer, slotId)
    if (!locked) return refused('unknown')
    const may = mayWorkOnSlot(locked.day, locked.slot, locked.now)
    if (!may.ok) return may
    const to = mayMoveTo(locked.slot, move, locked.now)
    if (!to.ok) return to
    const from = locked.slot.startsAt
    await storeMove(tx, locked, move)
    const ids = await tx.select({ id: registrations.id }).from(registrations).where(living(locked))
    await tell(
      tx,
      locked,
      ids.map(({ id }) => id),
      'slot-moved',
      { why },
    )
    await trace(tx, viewer, locked, 'slot-moved', why, { from, to: move.startsAt, told: ids.length })
    // A later hour may leave time again to offer what came free too late.
    await promote(tx, locked)
    return allowed
  })

async function cancelLocked(tx: Tx, viewer: Viewer, locked: LockedSlot, why: string) {
  await storeSlotCancelled(tx, locked, why)
  const all = await tx.select({ id: registrations.id }).from(registrations).where(living(locked))
  await forgetDetails(
    tx,
    all.map(({ id }) => id),
  )
  const ended = await tx
    .update(registrations)
    .set({ state: 'cancelled', stateAt: locked.now, endedBy: 'day', endedWhy: why, offerExpiresAt: null })
    .where(living(locked))
    .returning({ id: registrations.id })
  for (const pool of locked.pools) pool.taken = 0
  await storePlaces(tx, locked.pools)
  await tell(
    tx,
    locked,
    ended.map(({ id }) => id),
    'slot-cancelled',
    { why },
  )
  await trace(tx, viewer, locked, 'slot-cancelled', why, { told: ended.length })
}

/** The slot does not take place; everybody registered for it is told why. */
export const cancelSlot = (viewer: Viewer, slotId: number, why: string) =>
  transaction(async (tx) => {
    const locked = await mine(tx, viewer, slotId)
    if (!locked) return refused('unknown')
    const may = mayWorkOnSlot(locked.day, locked.slot, locked.now)
    if (!may.ok) return may
    await cancelLocked(tx, viewer, locked, why)
    return allowed
  })

/** None of it takes place; everybody registered for any slot is told why. */
export const cancelOpenDay = (viewer: Viewer, openDayId: number, why: string) =>
  transaction(async (tx) => {
    const all = await lockSlotsOf(tx, openDayId)
    const first = all[0]
    if (!first || !mayManage(viewer, first.day).ok) return refused('unknown')
    const may = mayCancelDay(
      first.day,
      all.map(({ slot }) => slot),
      first.now,
    )
    if (!may.ok) return may
    for (const locked of all.filter(({ slot }) => !slot.cancelledAt)) await cancelLocked(tx, viewer, locked, why)
    await storeDayCancelled(tx, openDayId, why)
    const { departmentId } = first.day
    await record(tx, viewer, { act: 'open-day-cancelled', subject: 'open-day', subjectId: openDayId, departmentId, why })
    return allowed
  })

type Set = { id: number; capacity: number }
type Added = Pick<Pool, 'kind' | 'groupId' | 'capacity'>

/**
 * How many places there are of each kind, of some perhaps for the first time. Never fewer than people hold; what is more
 * is offered on at once.
 */
export const setCapacity = (viewer: Viewer, slotId: number, wanted: Set[], added: Added[] = []) =>
  transaction(async (tx) => {
    const locked = await mine(tx, viewer, slotId)
    if (!locked) return refused('unknown')
    const may = mayChangePlaces(locked.day, locked.slot, locked.now)
    if (!may.ok) return may
    const groups = await groupsAtDesk(locked.day.id, tx)
    const lacked = placesLacked(
      groups.map(({ id }) => id),
      locked.pools,
    )
    if (!added.every((each) => lacked.some((place) => isSamePlace(place, each)))) return refused('places-changed')
    const changes = wanted.flatMap(({ id, capacity }) =>
      locked.pools.flatMap((pool) => (pool.id === id && pool.capacity !== capacity ? [{ pool, capacity }] : [])),
    )
    const low = changes.find(({ pool, capacity }) => !maySetCapacity(pool, capacity).ok)
    if (low) return { ...refused('below-taken'), quotaId: low.pool.id, taken: low.pool.taken }
    for (const { pool, capacity } of changes) {
      const from = pool.capacity
      await storeCapacity(tx, pool, capacity)
      await trace(tx, viewer, locked, 'capacity-changed', '', { place: pool.kind, from, to: capacity })
    }
    const given = added.filter(({ capacity }) => capacity > 0)
    await addPlaces(tx, locked, given)
    for (const { kind, capacity } of given) await trace(tx, viewer, locked, 'capacity-changed', '', { place: kind, from: 0, to: capacity })
    await promote(tx, locked)
    return allowed
  })

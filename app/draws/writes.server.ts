import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { draws, type DrawResult } from '#db/schema/draws'
import type { Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import { lockSlotsOf, type LockedSlot } from '~/open-days/places-writes.server'
import { record } from '~/record/writes.server'
import { applyOrder } from '~/registrations/draw-writes.server'
import { numbersIn, writeEntries } from './entries'
import { dayIn, dueToFreeze, entriesOf, groupsOf, heldDay, type Day } from './reads.server'
import { keyOf, orderOf } from './rfc3797'
import { isGoodMoment, mayEnterValue, mayFreeze, mayNameSource } from './rules'

export const hashOf = (entries: string) => createHash('sha256').update(entries, 'utf8').digest('hex')

const held = async (tx: Tx, openDayId: number) =>
  (await tx.select().from(draws).where(eq(draws.openDayId, openDayId)).for('update'))[0] ?? null

const trace = (tx: Tx, viewer: Viewer | 'system', day: Day, act: string, facts?: Record<string, unknown>) =>
  record(tx, viewer, { act, subject: 'draw', subjectId: day.id, departmentId: day.departmentId, facts })

/** Names the public source and the moment it speaks: part of the notice, so before publication. */
export const nameSource = (viewer: Viewer, openDayId: number, named: { source: string; speaksAt: Date }) =>
  transaction(async (tx) => {
    const day = await heldDay(tx, openDayId)
    if (!day) return refused('unknown')
    const draw = await held(tx, openDayId)
    const may = mayNameSource(viewer, day, draw, day.now)
    if (!may.ok) return may
    const good = isGoodMoment(day, named.speaksAt, day.now)
    if (!good.ok) return good
    const values = { ...named, namedBy: viewer.id, namedAt: day.now }
    await tx
      .insert(draws)
      .values({ openDayId, ...values })
      .onConflictDoUpdate({ target: draws.openDayId, set: values })
    await trace(tx, viewer, day, 'draw-source-named', { speaksAt: named.speaksAt.toISOString() })
    return allowed
  })

/** Fixes the numbered list of all who ask for a place; nobody registers, changes or cancels meanwhile. Who cancels afterwards stays in it and is passed over. */
export const freezeEntries = (openDayId: number) =>
  transaction(async (tx) => {
    await lockSlotsOf(tx, openDayId)
    const day = await dayIn(tx, openDayId)
    if (!day) return refused('unknown')
    const may = mayFreeze(day, await held(tx, openDayId), day.now)
    if (!may.ok) return may
    const list = await entriesOf(tx, openDayId)
    const entries = writeEntries(list)
    const entriesHash = hashOf(entries)
    await tx.update(draws).set({ frozenAt: day.now, entries, entriesHash }).where(eq(draws.openDayId, openDayId))
    await trace(tx, 'system', day, 'draw-list-fixed', { entries: list.length, digest: entriesHash })
    return allowed
  })

/** By itself, as soon as registration has closed. */
export async function freezeDue() {
  for (const { id } of await dueToFreeze()) await freezeEntries(id)
}

/** Enters what the source said, and draws: once, in one transaction, over all slots of the day. */
export const enterDrawnValue = (viewer: Viewer, openDayId: number, { value, reference }: { value: string; reference: string }) =>
  transaction(async (tx) => {
    const locked = await lockSlotsOf(tx, openDayId)
    const day = await dayIn(tx, openDayId)
    if (!day) return refused('unknown')
    const draw = await held(tx, openDayId)
    const may = mayEnterValue(viewer, day, draw, day.now)
    if (!may.ok) return may
    const key = keyOf(value)
    if (!key) return refused('no-value')
    const pools = await freePlaces(tx, openDayId, locked)
    const list = numbersIn(draw!.entries!)
    const drawn = orderOf(key, list.length)
    const outcomes = await applyOrder(
      tx,
      locked,
      drawn.map((entry) => list[entry - 1]!),
    )
    const result: DrawResult = { pools, order: drawn.map((entry, index) => ({ entry, outcome: outcomes[index]! })) }
    await tx.update(draws).set({ value, reference, enteredBy: viewer.id, drawnAt: day.now, result }).where(eq(draws.openDayId, openDayId))
    await trace(tx, viewer, day, 'draw-made', { value, entries: list.length })
    return allowed
  })

async function freePlaces(tx: Tx, openDayId: number, locked: LockedSlot[]): Promise<DrawResult['pools']> {
  const groups = new Map((await groupsOf(tx, openDayId)).map(({ id, position }) => [id, position]))
  return locked
    .toSorted((a, b) => a.slot.position - b.slot.position)
    .flatMap(({ slot, pools }) =>
      pools.map(({ kind, groupId, capacity, taken }) => ({
        slot: slot.position,
        kind,
        group: groupId === null ? null : (groups.get(groupId) ?? null),
        free: capacity - taken,
      })),
    )
}

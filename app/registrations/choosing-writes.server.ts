import { eq } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import type { Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import { storePlaces } from '~/open-days/places-writes.server'
import { mayManage } from '~/open-days/rules'
import { record } from '~/record/writes.server'
import { mayChoose } from './desk-rules'
import { promote } from './promotion-writes.server'
import { count, fits, type State } from './rules'
import { tell } from './telling-writes.server'
import { end, hold } from './writes.server'

/** A registration that staff may decide on, under the slot's lock. */
async function undecided(tx: Tx, viewer: Viewer, id: number) {
  const held = await hold(tx, { id })
  if (!held || !mayManage(viewer, held.locked.day).ok) return refused('unknown')
  const may = mayChoose(held.locked.day, held.locked.slot, held.row.state, held.locked.now)
  return may.ok ? { ...allowed, held } : may
}

type Held = NonNullable<Awaited<ReturnType<typeof hold>>>

const setState = (tx: Tx, { row, locked }: Held, state: State) =>
  tx.update(registrations).set({ state, stateAt: locked.now, slotVersion: locked.slot.version }).where(eq(registrations.id, row.id))

const trace = (tx: Tx, viewer: Viewer, { row, locked: { day } }: Held, act: string, why: string, state: State) =>
  record(tx, viewer, {
    act,
    subject: 'registration',
    subjectId: `${row.slotId}/${row.number}`,
    departmentId: day.departmentId,
    why,
    facts: { state },
  })

/** Gives a party that asked for places its places, where there are as many. */
export const chooseRegistration = (viewer: Viewer, id: number, why = '') =>
  transaction(async (tx) => {
    const found = await undecided(tx, viewer, id)
    if (!found.ok) return found
    const { locked, row } = found.held
    if (!fits(locked.pools, row.quotaId, row)) return refused('full')
    count(locked.pools, row.quotaId, row)
    await setState(tx, found.held, 'confirmed')
    await storePlaces(tx, locked.pools)
    await tell(tx, locked, [id], 'registered')
    await trace(tx, viewer, found.held, 'registration-chosen', why, 'confirmed')
    return allowed
  })

/** Does not choose a party: it is told, with the reason at its registration; or it waits for what comes free, in its turn. */
export const passOver = (viewer: Viewer, id: number, why: string, to: 'not-chosen' | 'waiting') =>
  transaction(async (tx) => {
    const found = await undecided(tx, viewer, id)
    if (!found.ok) return found
    const { locked } = found.held
    if (to === 'not-chosen' && !why.trim()) return refused('no-reason')
    if (to === 'not-chosen') await end(tx, found.held, { state: to, by: 'staff', why })
    else await setState(tx, found.held, to)
    await tell(tx, locked, [id], to === 'waiting' ? 'registration-waiting' : to)
    await trace(tx, viewer, found.held, 'registration-passed-over', why, to)
    if (to === 'waiting') await promote(tx, locked)
    return allowed
  })

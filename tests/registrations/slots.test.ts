import { asc, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db, transaction } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { openDays, quotas, slots, visitorGroups } from '#db/schema/open-days'
import { record } from '#db/schema/record'
import { registrations } from '#db/schema/registrations'
import { lockSlot } from '~/open-days/places-writes.server'
import { registerParty, type Registered } from '~/registrations/register-writes.server'
import { fits, type Party } from '~/registrations/rules'
import { cancelOpenDay, cancelSlot, moveSlot, setCapacity } from '~/registrations/slot-writes.server'
import { cancelRegistration, confirmAgain } from '~/registrations/writes.server'
import { unseal } from '~/sealing.server'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aDepartment, aViewer } from '../support/people'
import { anOpenDay, aParty } from './given'

useDatabase()

const HOUR = 3_600_000
const all = () => db.select().from(registrations).orderBy(asc(registrations.slotId), asc(registrations.number))
const poolNow = async (id: number) => (await db.select().from(quotas).where(eq(quotas.id, id)))[0]!
const acts = async () => (await db.select({ act: record.act }).from(record).orderBy(record.seq)).map(({ act }) => act)
const letters = async () => (await db.select().from(outbox).orderBy(outbox.id)).map(({ template }) => template)
const codeOf = (result: Registered) => {
  if (!result.ok) throw new Error(result.why)
  return result.code
}
const later = ({ arriveAt, startsAt, endsAt }: { arriveAt: Date; startsAt: Date; endsAt: Date }, hours: number) => {
  const by = (at: Date) => new Date(at.getTime() + hours * HOUR)
  return { arriveAt: by(arriveAt), startsAt: by(startsAt), endsAt: by(endsAt), place: '二号门' }
}

describe('moving a slot', () => {
  test('everybody living keeps what they have, is told why, and is asked to confirm again', async () => {
    const { pool, slot, staff } = await anOpenDay({ seats: 1 })
    const sure = codeOf(await registerParty(aParty(pool)))
    await registerParty(aParty(pool))
    const gone = codeOf(await registerParty(aParty(pool)))
    await cancelRegistration(gone)
    expect(await moveSlot(staff, slot.id, later(slot, 3), '停电检修')).toEqual({ ok: true })
    const [moved] = await db.select().from(slots).where(eq(slots.id, slot.id))
    expect(moved).toMatchObject({ version: 2, ...later(slot, 3) })
    expect((await all()).map(({ state, slotVersion }) => [state, slotVersion])).toEqual([
      ['confirmed', 1],
      ['waiting', 1],
      ['cancelled', 1],
    ])
    const told = (await db.select().from(outbox)).filter(({ template }) => template === 'slot-moved')
    expect(told).toHaveLength(2)
    expect(unseal(told[0]!.params!)).toContain('停电检修')
    expect(unseal(told[0]!.params!)).toContain('二号门')
    expect(await confirmAgain(sure)).toEqual({ ok: true })
    expect((await all())[0]!.slotVersion).toBe(2)
    expect(await acts()).toContain('slot-moved')
  })

  test('places that came free too late to offer are offered when the later hour leaves time again', async () => {
    const { pool, slot, staff } = await anOpenDay({ seats: 1 })
    const first = codeOf(await registerParty(aParty(pool)))
    await registerParty(aParty(pool))
    await setClock(new Date(slot.arriveAt.getTime() - HOUR))
    await cancelRegistration(first)
    expect((await all())[1]!.state).toBe('waiting')
    expect(await moveSlot(staff, slot.id, later(slot, 24), '停电')).toEqual({ ok: true })
    expect((await all())[1]!.state).toBe('offered')
    expect((await poolNow(pool.id)).taken).toBe(1)
  })

  test('another department, a slot that has begun, and a time that is over are refused, and nothing changes', async () => {
    const { slot, staff } = await anOpenDay()
    const stranger = await aViewer('staff', (await aDepartment('别的局')).id)
    expect(await moveSlot(stranger, slot.id, later(slot, 1), '理由')).toEqual({ ok: false, why: 'unknown' })
    expect(await moveSlot(staff, slot.id, later(slot, -300), '理由')).toEqual({ ok: false, why: 'times-past' })
    await setClock(slot.arriveAt)
    expect(await moveSlot(staff, slot.id, later(slot, 1), '理由')).toEqual({ ok: false, why: 'slot-begun' })
    expect((await db.select().from(slots))[0]).toEqual(slot)
    expect(await acts()).toEqual([])
  })
})

describe('cancelling', () => {
  test('a slot ends everybody living by the day, gives all places back and tells each; the other slot goes on', async () => {
    const { pools, slots: both, staff } = await anOpenDay({ seats: 1, slots: 2 })
    for (const pool of [pools[0]!, pools[0]!, pools[1]!]) await registerParty(aParty(pool))
    expect(await cancelSlot(staff, both[0]!.id, '台风')).toEqual({ ok: true })
    expect((await all()).map(({ state, endedBy, endedWhy }) => [state, endedBy, endedWhy])).toEqual([
      ['cancelled', 'day', '台风'],
      ['cancelled', 'day', '台风'],
      ['confirmed', null, ''],
    ])
    expect((await poolNow(pools[0]!.id)).taken).toBe(0)
    expect((await letters()).filter((template) => template === 'slot-cancelled')).toHaveLength(2)
    expect(await registerParty(aParty(pools[0]!))).toEqual({ ok: false, why: 'slot-cancelled' })
    expect(await cancelSlot(staff, both[0]!.id, '台风')).toEqual({ ok: false, why: 'slot-cancelled' })
  })

  test('a day ends all its slots while people go on registering: nobody is left in a place that is not there', async () => {
    const { day, pools, publisher } = await anOpenDay({ seats: 20, slots: 3 })
    const some = (count: number) => Array.from({ length: count }, (_, index) => registerParty(aParty(pools[index % 3]!)))
    await Promise.all(some(30))
    const rush = some(60)
    const [cancelled] = await Promise.all([cancelOpenDay(publisher, day.id, '台风'), ...rush])
    expect(cancelled).toEqual({ ok: true })
    const rows = await all()
    expect(rows.length).toBeGreaterThanOrEqual(30)
    expect(rows.filter(({ state }) => state !== 'cancelled')).toEqual([])
    expect((await db.select().from(quotas)).map(({ taken }) => taken)).toEqual([0, 0, 0])
    expect((await db.select().from(openDays))[0]).toMatchObject({ cancelledWhy: '台风' })
    expect(await registerParty(aParty(pools[2]!))).toEqual({ ok: false, why: 'cancelled' })
    expect(await acts()).toEqual(['slot-cancelled', 'slot-cancelled', 'slot-cancelled', 'open-day-cancelled'])
  })

  test('a day is cancelled once, and keeps the reason that was given then', async () => {
    const { day, staff } = await anOpenDay()
    expect(await cancelOpenDay(staff, day.id, '台风')).toEqual({ ok: true })
    expect(await cancelOpenDay(staff, day.id, '别的理由')).toEqual({ ok: false, why: 'cancelled' })
    expect((await db.select().from(openDays))[0]).toMatchObject({ cancelledWhy: '台风' })
    expect(await acts()).toEqual(['slot-cancelled', 'open-day-cancelled'])
  })

  test('a day of which a part has been held is not cancelled as a whole', async () => {
    const { day, slots: both, staff } = await anOpenDay({ slots: 2 })
    await setClock(both[0]!.startsAt)
    expect(await cancelOpenDay(staff, day.id, '台风')).toEqual({ ok: false, why: 'day-begun' })
    expect((await db.select().from(openDays))[0]!.cancelledAt).toBeNull()
  })
})

describe('the number of places', () => {
  test('is never set below what is taken; more places are offered on in the same transaction', async () => {
    const { pool, slot, staff } = await anOpenDay({ seats: 2 })
    for (let each = 0; each < 4; each++) await registerParty(aParty(pool))
    const to = (capacity: number) => setCapacity(staff, slot.id, [{ id: pool.id, capacity }])
    expect(await to(1)).toEqual({ ok: false, why: 'below-taken', quotaId: pool.id, taken: 2 })
    expect(await poolNow(pool.id)).toMatchObject({ capacity: 2, taken: 2 })
    expect(await to(3)).toEqual({ ok: true })
    expect((await all()).map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'offered', 'waiting'])
    expect(await poolNow(pool.id)).toMatchObject({ capacity: 3, taken: 3 })
    expect(await acts()).toEqual(['capacity-changed'])
  })

  test('of a kind the slot never had is offered at once to whoever waits for it, in the order of the queue', async () => {
    const { pool, slot, staff } = await anOpenDay({ seats: 20 })
    for (let each = 0; each < 2; each++) await registerParty(aParty(pool, { size: 2, wheelchairs: 1 }))
    await registerParty(aParty(pool, { quiet: true }))
    expect((await all()).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
    const chairs = { kind: 'wheelchair' as const, groupId: null, capacity: 1 }
    expect(await setCapacity(staff, slot.id, [], [chairs, { kind: 'quiet', groupId: null, capacity: 0 }])).toEqual({ ok: true })
    expect((await all()).map(({ state }) => state)).toEqual(['offered', 'waiting', 'waiting'])
    const made = await db.select().from(quotas).orderBy(quotas.id)
    expect(made.map(({ kind, capacity, taken }) => [kind, capacity, taken])).toEqual([
      ['seat', 20, 2],
      ['wheelchair', 1, 1],
    ])
    expect(await letters()).toContain('offer')
    expect((await db.select().from(record)).map(({ act, facts }) => ({ act, facts }))).toEqual([
      { act: 'capacity-changed', facts: { place: 'wheelchair', from: 0, to: 1 } },
    ])
    expect(await setCapacity(staff, slot.id, [], [chairs])).toEqual({ ok: false, why: 'places-changed' })
    expect(await db.$count(quotas)).toBe(2)
  })

  test('given back, the new place goes to the next who waits for it', async () => {
    const { pool, slot, staff } = await anOpenDay()
    const first = codeOf(await registerParty(aParty(pool, { wheelchairs: 1 })))
    await registerParty(aParty(pool, { wheelchairs: 1 }))
    await setCapacity(staff, slot.id, [], [{ kind: 'wheelchair', groupId: null, capacity: 1 }])
    await cancelRegistration(first)
    expect((await all()).map(({ state }) => state)).toEqual(['cancelled', 'offered'])
  })

  test('is given to a group the slot had none for, and to none of another day', async () => {
    const { day, slot, staff } = await anOpenDay()
    const other = await anOpenDay()
    const groupOf = async (openDayId: number) =>
      (await db.insert(visitorGroups).values({ openDayId, position: 1, name: '学生' }).returning())[0]!
    const [own, foreign] = [await groupOf(day.id), await groupOf(other.day.id)]
    const seats = (groupId: number | null) => setCapacity(staff, slot.id, [], [{ kind: 'seat', groupId, capacity: 2 }])
    expect(await seats(foreign.id)).toEqual({ ok: false, why: 'places-changed' })
    expect(await seats(null)).toEqual({ ok: false, why: 'places-changed' })
    expect(await seats(own.id)).toEqual({ ok: true })
    const [made] = await db.select().from(quotas).where(eq(quotas.groupId, own.id))
    for (const state of ['confirmed', 'confirmed', 'waiting']) expect(await registerParty(aParty(made!))).toMatchObject({ ok: true, state })
  })

  test('of two who add the same kind at once one does, and nobody is promoted twice', async () => {
    const { pool, slot, staff } = await anOpenDay()
    for (let each = 0; each < 3; each++) await registerParty(aParty(pool, { wheelchairs: 1 }))
    const add = () => setCapacity(staff, slot.id, [], [{ kind: 'wheelchair', groupId: null, capacity: 2 }])
    const answers = await Promise.all([add(), add(), registerParty(aParty(pool, { wheelchairs: 1 }))])
    expect(answers.slice(0, 2).filter(({ ok }) => ok)).toHaveLength(1)
    expect((await all()).map(({ state }) => state)).toEqual(['offered', 'offered', 'waiting', 'waiting'])
    expect((await db.select().from(quotas)).find(({ kind }) => kind === 'wheelchair')).toMatchObject({ capacity: 2, taken: 2 })
  })

  test('is added to no slot of another department, and to none that is cancelled', async () => {
    const { slot, staff } = await anOpenDay()
    const stranger = await aViewer('staff', (await aDepartment('别的局')).id)
    const chairs = { kind: 'wheelchair' as const, groupId: null, capacity: 1 }
    expect(await setCapacity(stranger, slot.id, [], [chairs])).toEqual({ ok: false, why: 'unknown' })
    await cancelSlot(staff, slot.id, '台风')
    expect(await setCapacity(staff, slot.id, [], [chairs])).toEqual({ ok: false, why: 'slot-cancelled' })
    expect(await db.$count(quotas)).toBe(1)
  })

  test('is lowered while people register, and never comes to less than is taken', async () => {
    const { staff, slot, pool } = await anOpenDay({ seats: 60 })
    for (let each = 0; each < 5; each++) await registerParty(aParty(pool))
    const rush = Promise.all(Array.from({ length: 300 }, () => registerParty(aParty(pool))))
    const answers: { ok: boolean }[] = []
    for (let capacity = 59; capacity >= 0; capacity--) {
      answers.push(await setCapacity(staff, slot.id, [{ id: pool.id, capacity }]))
      const seen = await poolNow(pool.id)
      expect(seen.taken).toBeLessThanOrEqual(seen.capacity)
    }
    await rush
    const end = await poolNow(pool.id)
    expect((await all()).filter(({ state }) => state === 'confirmed')).toHaveLength(end.taken)
    expect(end.taken).toBe(end.capacity)
    expect(answers.some(({ ok }) => !ok)).toBe(true)
  })

  test('negative control: asked before the lock instead of behind it, more is taken than there is', async () => {
    await ownerSql`alter table quotas drop constraint quotas_never_oversold`
    const { pool } = await anOpenDay({ seats: 60 })
    const seen = await poolNow(pool.id)
    await Promise.all(Array.from({ length: 40 }, () => registerParty(aParty(pool))))
    if (seen.taken <= 30) await db.update(quotas).set({ capacity: 30 }).where(eq(quotas.id, pool.id))
    const end = await poolNow(pool.id)
    await ownerSql`alter table quotas add constraint quotas_never_oversold check (taken between 0 and capacity) not valid`
    expect(end.taken).toBeGreaterThan(end.capacity)
  })
})

const waitingForLocks = async () =>
  (
    await db.execute<{ count: number }>(sql`
    select count(*)::int as count from pg_locks l join pg_stat_activity a using (pid)
     where not l.granted and a.datname = current_database()`)
  )[0]!.count

describe('two slots', () => {
  test('do not wait for each other: while one is held, people register for the other and no lock is waited for', async () => {
    const { pools, slots: both } = await anOpenDay({ slots: 2 })
    await transaction(async (tx) => {
      await lockSlot(tx, both[0]!.id)
      const rush = Array.from({ length: 20 }, () => registerParty(aParty(pools[1]!)))
      let done = false
      const all = Promise.all(rush).then((answers) => {
        done = true
        return answers
      })
      while (!done) expect(await waitingForLocks()).toBe(0)
      expect((await all).every(({ ok }) => ok)).toBe(true)
    })
  })

  test('negative control: for the slot that is held they do wait, and pg_locks shows it', async () => {
    const { pool, slot } = await anOpenDay()
    const waiter = await transaction(async (tx) => {
      await lockSlot(tx, slot.id)
      const waiter = registerParty(aParty(pool))
      while ((await waitingForLocks()) === 0) continue
      expect(await all()).toEqual([])
      return { waiter }
    })
    expect((await waiter.waiter).ok).toBe(true)
  })
})

describe('a rush in which every fifth cancels', () => {
  test('never shows more people with places than there are, and leaves no place idle for somebody who fits', async () => {
    const { pool } = await anOpenDay({ seats: 100, places: { wheelchair: 3 } })
    let done = false
    const rush = Promise.all(
      Array.from({ length: 500 }, async (_, index) => {
        const size = 1 + (index % 4)
        const code = codeOf(await registerParty(aParty(pool, { size, wheelchairs: Number(index % 25 === 0) })))
        if (index % 5 === 0) await cancelRegistration(code)
      }),
    ).finally(() => (done = true))
    let samples = 0
    while (!done) {
      const [seen] = await db.execute<{ held: number; taken: number; capacity: number }>(sql`
        select q.taken, q.capacity, coalesce((select sum(size) from registrations r where r.quota_id = q.id and state in ('confirmed', 'offered')), 0)::int as held
          from quotas q where q.id = ${pool.id}`)
      expect(seen!.held).toBe(seen!.taken)
      expect(seen!.held).toBeLessThanOrEqual(seen!.capacity)
      samples++
    }
    await rush
    expect(samples).toBeGreaterThan(5)
    const pools = await db.select().from(quotas)
    const waiting = (await all()).filter(({ state }) => state === 'waiting')
    expect(waiting.length).toBeGreaterThan(0)
    expect(waiting.filter((party: Party) => fits(pools, pool.id, party))).toEqual([])
  })
})

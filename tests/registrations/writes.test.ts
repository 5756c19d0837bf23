import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db, sql } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { quotas } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { registerParty, type Registered } from '~/registrations/register-writes.server'
import { acceptOffer, cancelRegistration, changeParty } from '~/registrations/writes.server'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aKey, anOpenDay, aParty } from './given'

useDatabase()

const all = () => db.select().from(registrations).orderBy(asc(registrations.number))
const taken = async (id: number) => (await db.select().from(quotas).where(eq(quotas.id, id)))[0]!.taken
const done = (result: Registered) => {
  if (!result.ok) throw new Error(result.why)
  return result
}

describe('a rush', () => {
  test('takes exactly the seats there are; the others wait in the order of commit, numbered without a gap', async () => {
    const { pool } = await anOpenDay({ seats: 50 })
    const answers = await Promise.all(Array.from({ length: 600 }, () => registerParty(aParty(pool))))
    expect(answers.filter((each) => each.ok && each.state === 'confirmed')).toHaveLength(50)
    const rows = await all()
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 600 }, (_, index) => index + 1))
    expect(rows.map(({ state }) => state)).toEqual([...Array<string>(50).fill('confirmed'), ...Array<string>(550).fill('waiting')])
    expect(await taken(pool.id)).toBe(50)
    expect(await db.$count(outbox)).toBe(600)
  })

  test('would be oversold without the lock: the same rush, counted first and written after', async () => {
    const { pool, day } = await anOpenDay({ seats: 5 })
    await ownerSql`alter table quotas drop constraint quotas_never_oversold`
    const naive = () =>
      sql.begin(async (tx) => {
        const [row] = await tx`select capacity - taken as free from quotas where id = ${pool.id}`
        await tx`select 1 from open_days where id = ${day.id}`
        if (row!.free > 0) await tx`update quotas set taken = taken + 1 where id = ${pool.id}`
      })
    await Promise.all(Array.from({ length: 60 }, naive))
    const oversold = await taken(pool.id)
    await ownerSql`update quotas set taken = 0`
    await ownerSql`alter table quotas add constraint quotas_never_oversold check (taken between 0 and capacity)`
    expect(oversold).toBeGreaterThan(5)
  })

  test('one person fifty times is one registration, however the number was typed, and the first one’s code is told to nobody else', async () => {
    const { pool } = await anOpenDay()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => registerParty(aParty(pool, { contact: { kind: 'phone', address: '13800001111' } }))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(answers.flatMap((each) => (each.ok ? [] : [each.why])))).toEqual(new Set(['known-person']))
    expect(await all()).toHaveLength(1)
  })

  test('the same form fifty times is one row and fifty equal receipts', async () => {
    const { pool } = await anOpenDay()
    const same = aParty(pool, { formKey: aKey() })
    const answers = await Promise.all(Array.from({ length: 50 }, () => registerParty(same)))
    expect(new Set(answers.map((each) => done(each).code)).size).toBe(1)
    expect(await all()).toHaveLength(1)
  })

  test('the same form sent again after the close is answered as it was, and with other content it is refused', async () => {
    const { pool, day } = await anOpenDay()
    const given = aParty(pool)
    const first = done(await registerParty(given))
    await setClock(new Date(day.closesAt!.getTime() + 60_000))
    expect(await registerParty(given)).toEqual(first)
    expect(await registerParty({ ...given, size: 2 })).toEqual({ ok: false, why: 'other-body' })
    expect(await registerParty(aParty(pool))).toEqual({ ok: false, why: 'closed' })
  })

  test('the same people in two slots at once, in opposite orders, end in one of them and wait for nobody', async () => {
    const { pools } = await anOpenDay({ slots: 2, seats: 500 })
    const people = Array.from({ length: 100 }, (_, index) => ({ kind: 'phone' as const, address: `138${String(index).padStart(8, '0')}` }))
    const answers = await Promise.all([
      ...people.map((contact) => registerParty(aParty(pools[0]!, { contact }))),
      ...people.toReversed().map((contact) => registerParty(aParty(pools[1]!, { contact }))),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(100)
    expect(await all()).toHaveLength(100)
  })
})

describe('a place given up', () => {
  test('is offered at once to the first who fits; a party too large is passed over and keeps its rank', async () => {
    const { pool } = await anOpenDay({ seats: 2 })
    const [first, , large, small] = await sequence([
      () => registerParty(aParty(pool)),
      () => registerParty(aParty(pool)),
      () => registerParty(aParty(pool, { size: 2 })),
      () => registerParty(aParty(pool)),
    ])
    expect(await cancelRegistration(done(first!).code)).toEqual({ ok: true })
    const states = Object.fromEntries((await all()).map(({ number, state }) => [number, state]))
    expect(states).toEqual({ 1: 'cancelled', 2: 'confirmed', 3: 'waiting', 4: 'offered' })
    expect(await taken(pool.id)).toBe(2)
    expect(await acceptOffer(done(small!).code)).toEqual({ ok: true })
    expect(await changeParty(done(large!).code, { size: 1, wheelchairs: 0, interpreter: false, quiet: false })).toEqual({ ok: true })
    expect((await all())[2]!.state).toBe('waiting')
  })
})

async function sequence<T>(steps: (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = []
  for (const step of steps) results.push(await step())
  return results
}

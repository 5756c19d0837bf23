import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { quotas } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { registerParty, type Registered } from '~/registrations/register-writes.server'
import { acceptOffer, cancelRegistration, changeParty } from '~/registrations/writes.server'
import { useDatabase } from '../support/database'
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

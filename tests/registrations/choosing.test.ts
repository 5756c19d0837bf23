import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { quotas } from '#db/schema/open-days'
import { record } from '#db/schema/record'
import { registrations } from '#db/schema/registrations'
import { chooseRegistration, passOver } from '~/registrations/choosing-writes.server'
import { registerParty } from '~/registrations/register-writes.server'
import { changeRank } from '~/registrations/writes.server'
import { useDatabase } from '../support/database'
import { aDepartment, aViewer } from '../support/people'
import { anOpenDay, aParty } from './given'

useDatabase()

const all = () => db.select().from(registrations).orderBy(asc(registrations.number))
const taken = async (id: number) => (await db.select().from(quotas).where(eq(quotas.id, id)))[0]!.taken
const letters = async () => (await db.select().from(outbox).orderBy(outbox.id)).map(({ template }) => template)

async function applied(count: number, seats: number) {
  const given = await anOpenDay({ seats, choosing: 'review', choosingRule: '沿线居民优先' })
  for (let each = 0; each < count; each++) await registerParty(aParty(given.pool))
  return { ...given, ids: (await all()).map(({ id }) => id) }
}

describe('choosing by review', () => {
  test('gives places to whom staff chooses, tells them, and never chooses more than there are places', async () => {
    const { ids, pool, staff } = await applied(3, 2)
    expect(new Set((await all()).map(({ state }) => state))).toEqual(new Set(['applied']))
    const answers = await Promise.all(ids.map((id) => chooseRegistration(staff, id)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, why: 'full' })
    expect(await taken(pool.id)).toBe(2)
    expect((await letters()).filter((template) => template === 'registered')).toHaveLength(2)
    expect(await chooseRegistration(staff, (await all()).find(({ state }) => state === 'confirmed')!.id)).toEqual({
      ok: false,
      why: 'not-applied',
    })
  })

  test('who is not chosen is told, and the reason is kept with the registration and in the record', async () => {
    const { ids, staff } = await applied(1, 2)
    expect(await passOver(staff, ids[0]!, '  ', 'not-chosen')).toEqual({ ok: false, why: 'no-reason' })
    expect(await passOver(staff, ids[0]!, '不在沿线居住', 'not-chosen')).toEqual({ ok: true })
    expect((await all())[0]).toMatchObject({ state: 'not-chosen', endedBy: 'staff', endedWhy: '不在沿线居住' })
    expect(await letters()).toEqual(['registration-applied', 'not-chosen'])
    expect((await db.select().from(record))[0]).toMatchObject({ act: 'registration-passed-over', why: '不在沿线居住' })
  })

  test('who is put on the waiting list waits while it is full, and is offered what is free', async () => {
    const { ids, pool, staff } = await applied(3, 1)
    await chooseRegistration(staff, ids[0]!)
    expect(await passOver(staff, ids[1]!, '', 'waiting')).toEqual({ ok: true })
    expect((await all()).map(({ state }) => state)).toEqual(['confirmed', 'waiting', 'applied'])
    await db.update(quotas).set({ capacity: 3 }).where(eq(quotas.id, pool.id))
    await passOver(staff, ids[2]!, '', 'waiting')
    expect((await all()).map(({ state }) => state)).toEqual(['confirmed', 'offered', 'offered'])
    expect(await taken(pool.id)).toBe(3)
  })

  test('another department finds nothing to choose', async () => {
    const { ids } = await applied(1, 1)
    const stranger = await aViewer('staff', (await aDepartment('别的局')).id)
    expect(await chooseRegistration(stranger, ids[0]!)).toEqual({ ok: false, why: 'unknown' })
    expect(await passOver(stranger, ids[0]!, '理由', 'not-chosen')).toEqual({ ok: false, why: 'unknown' })
    expect((await all())[0]!.state).toBe('applied')
  })
})

test('a jump of the queue needs a reason, moves one and keeps the others in order, and the record says from where to where', async () => {
  const { pool, staff } = await anOpenDay({ seats: 1 })
  for (let each = 0; each < 5; each++) await registerParty(aParty(pool))
  const last = (await all())[4]!
  expect(await changeRank(staff, last.id, 1, ' ')).toEqual({ ok: false, why: 'no-reason' })
  expect(await changeRank(staff, last.id, 1, '当面来过，登记有误')).toEqual({ ok: true })
  const queue = (await all()).filter(({ state }) => state === 'waiting').toSorted((a, b) => a.rank - b.rank)
  expect(queue.map(({ number }) => number)).toEqual([5, 2, 3, 4])
  expect((await db.select().from(record))[0]).toMatchObject({ act: 'waiting-order-changed', facts: { from: 4, to: 1 } })
})

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import { admitWalkIn, checkIn } from '~/check-ins/writes.server'
import { registerParty } from '~/registrations/register-writes.server'
import { forgetVisitors } from '~/registrations/retention.server'
import { chooseRegistration } from '~/registrations/choosing-writes.server'
import { cancelRegistration } from '~/registrations/writes.server'
import { figuresOfDay } from '~/visit-reports/figures-reads.server'
import { aKey, anOpenDay, aParty } from '../registrations/given'
import { setClock, useDatabase } from '../support/database'

useDatabase()

async function aVisit(values: Parameters<typeof anOpenDay>[0] = {}) {
  const given = await anOpenDay(values)
  const register = async (size: number) => {
    const answer = await registerParty(aParty(given.pool, { size }))
    if (!answer.ok) throw new Error(answer.why)
    return answer.code
  }
  const gate = (shown: string) => checkIn(given.staff, { openDayId: given.day.id, shown, nonce: aKey() })
  return { ...given, register, gate }
}

test('come from registrations and scans, and are the same after visitors were forgotten', async () => {
  const { day, register, gate } = await aVisit({ seats: 10 })
  const [came, , cancelled] = [await register(3), await register(2), await register(1), await register(4)]
  await register(2)
  await gate(came)
  await gate(came)
  await cancelRegistration(cancelled)
  const expected = {
    offered: 10,
    parties: 5,
    people: 12,
    confirmed: 9,
    cancelledBefore: 1,
    came: 3,
    noShow: 6,
    noShowRate: 66.7,
    walkIns: 0,
  }
  expect((await figuresOfDay(day.id)).total).toMatchObject({ ...expected, chosen: null, recorded: 'all' })
  await setClock('60 days')
  await forgetVisitors()
  expect(await db.$count(registrations, eq(registrations.openDayId, day.id))).toBe(5)
  expect((await figuresOfDay(day.id)).total).toMatchObject(expected)
})

test('a day without scans says that attendance was not recorded', async () => {
  const { day, register } = await aVisit()
  await register(2)
  expect((await figuresOfDay(day.id)).total).toMatchObject({ confirmed: 2, came: null, noShow: null, recorded: 'none' })
})

test('whom staff chose stays chosen when they cancel', async () => {
  const { day, staff, register } = await aVisit({ choosing: 'review', choosingRule: '先来的' })
  const [code] = [await register(2), await register(3)]
  const rows = await db.select({ id: registrations.id }).from(registrations).orderBy(registrations.id)
  expect(await chooseRegistration(staff, rows[0]!.id)).toMatchObject({ ok: true })
  await cancelRegistration(code)
  expect((await figuresOfDay(day.id)).total).toMatchObject({ people: 5, chosen: 2, confirmed: 0, cancelledBefore: 2 })
})

test('who came without a registration is counted apart, and never as expected', async () => {
  const { day, slot, pool, staff, register, gate } = await aVisit({ seats: 10 })
  await gate(await register(2))
  await setClock(new Date(slot.arriveAt.getTime() + 60_000))
  const given = { slotId: slot.id, quotaId: pool.id, size: 3, name: '路人', formKey: aKey() }
  expect(await admitWalkIn(staff, day.id, given)).toMatchObject({ ok: true })
  expect((await figuresOfDay(day.id)).total).toMatchObject({ parties: 1, people: 2, confirmed: 2, came: 5, walkIns: 3, noShow: 0 })
})

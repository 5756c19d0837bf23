import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, transaction } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import { admitWalkIn, checkIn } from '~/check-ins/writes.server'
import { registrationsToAsk } from '~/feedback/visit-reads.server'
import { registerParty } from '~/registrations/register-writes.server'
import { forgetVisitors } from '~/registrations/retention.server'
import { chooseRegistration } from '~/registrations/choosing-writes.server'
import { cancelRegistration } from '~/registrations/writes.server'
import { boardFor } from '~/visit-reports/board-reads.server'
import { loader as boardCsv } from '~/visit-reports/desk/board-csv'
import { figuresOfDay } from '~/visit-reports/figures-reads.server'
import { aContext } from '../comments/given'
import { aKey, anOpenDay, aParty } from '../registrations/given'
import { setClock, useDatabase } from '../support/database'
import { aViewer } from '../support/people'

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

test('who came without a registration is counted beside those who registered, never among them', async () => {
  const { day, slot, pool, staff, department, register, gate } = await aVisit({ seats: 10 })
  const came = await register(3)
  await register(2)
  await setClock(slot.arriveAt)
  await gate(came)
  const walkIn = { slotId: slot.id, quotaId: pool.id, size: 4, name: '过路人', formKey: aKey() }
  expect(await admitWalkIn(staff, day.id, walkIn)).toMatchObject({ ok: true })
  const expected = { parties: 2, people: 5, confirmed: 5, cancelledBefore: 0, came: 7, walkIns: 4, noShow: 2, noShowRate: 40 }
  const { slots, total } = await figuresOfDay(day.id)
  expect(slots).toMatchObject([expected])
  expect(total).toMatchObject({ ...expected, recorded: 'all' })
  // Nobody asked them how to reach them.
  expect(await transaction((tx) => registrationsToAsk(tx, slot.id))).toHaveLength(1)
  await setClock('11 days')
  const auditor = await aViewer('auditor')
  const row = (await boardFor(auditor, null, 'Asia/Shanghai')).find(({ departmentId }) => departmentId === department.id)
  expect(row!.day).toMatchObject({ came: 7, walkIns: 4, noShow: 2 })
  const csv = await boardCsv({ request: new Request('http://localhost/x'), params: {}, context: aContext({ viewer: auditor }) })
  const [head, ...lines] = (await csv.text()).replace('\uFEFF', '').trim().split('\r\n')
  expect(head).toMatch(/,到场,其中现场临时来的,没有来$/)
  expect(lines.filter((line) => line.endsWith(',10,7,4,2'))).toHaveLength(1)
})

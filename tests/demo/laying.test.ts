import { eq, getTableName, is, Table } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { layDemo } from '#db/demo/lay'
import { DEMO_PASSWORD, demoPeople, demoSignIns } from '#db/demo/people'
import { accounts, departments } from '#db/schema/accounts'
import * as commentTables from '#db/schema/comments'
import { articles, consultations } from '#db/schema/consultations'
import { county } from '#db/schema/county'
import * as liveTables from '#db/schema/live'
import { outbox } from '#db/schema/messages'
import * as moderationTables from '#db/schema/moderation'
import { record } from '#db/schema/record'
import * as reportTables from '#db/schema/reports'
import { mayUsePassword } from '~/accounts/password-rules'
import { isPassword } from '~/accounts/passwords.server'
import { layOut } from '~/county/layout.server'
import { aCounty, aDepartment, aViewer } from '../support/people'
import { setClock, useDatabase } from '../support/database'

useDatabase()

const inModules = [commentTables, moderationTables, reportTables, liveTables].flatMap((all) =>
  Object.values(all).filter((one) => is(one, Table)),
)
const tables = [accounts, departments, articles, consultations, county, outbox, ...inModules] as (typeof accounts)[]
const counts = async () => Object.fromEntries(await Promise.all(tables.map(async (table) => [getTableName(table), await db.$count(table)])))
const closing = async () => (await db.select().from(consultations).where(eq(consultations.slug, 'e-bikes')))[0]!.closesAt!.getTime()

test('laid a second time the county has as many rows of everything, around the new day', async () => {
  expect(await layDemo({ again: true })).toBe('laid')
  const [first, before] = [await counts(), await closing()]
  await setClock('40 days')
  expect(await layDemo({ again: true })).toBe('laid')
  expect(await counts()).toEqual(first)
  expect((await closing()) - before).toBe(40 * 86_400_000)
})

test('what visitors added besides stays when the county is laid again', async () => {
  await layDemo({ again: true })
  const [own] = [await aDepartment('水利局'), await aViewer('publisher')]
  const lines = await db.$count(record)
  await layDemo({ again: true })
  expect(await db.$count(departments, eq(departments.id, own.id))).toBe(1)
  expect(await db.$count(record), 'the record is only added to').toBe(2 * lines)
})

test('two processes starting at once lay it once', async () => {
  expect((await Promise.all([layDemo({ again: false }), layDemo({ again: false })])).sort()).toEqual(['laid', 'there-already'])
  const [row] = await db.select().from(county)
  expect(row?.demoLaidAt).not.toBeNull()
})

test('a real county is never laid over', async () => {
  await aCounty({ name: '真县' })
  expect(await layDemo({ again: true })).toBe('not-a-demo-county')
  expect(await layOut({ DEMO: 'on' })).toEqual({ demo: false, signIns: [] })
  expect(await db.$count(consultations)).toBe(0)
})

test('an administrator made at the terminal first gets no invented county around them', async () => {
  await aViewer('administrator')
  expect(await layOut({ DEMO: 'on' })).toEqual({ demo: false, signIns: [] })
  expect(await db.$count(county)).toBe(0)
})

test('the first start and every later one print sign-ins that open, with a password our own rules accept', async () => {
  const first = await layOut({ DEMO: 'on' })
  const printed = demoSignIns.map(({ role, ...way }) => ({ ...way, role: expect.stringMatching(new RegExp(` ${role}$`, 'i')) as unknown }))
  expect(first).toEqual({ demo: true, signIns: printed })
  expect(await layOut({ DEMO: 'on' })).toEqual(first)
  for (const person of Object.values(demoPeople))
    expect(mayUsePassword(DEMO_PASSWORD, person.role, [person.name, person.login])).toEqual({ ok: true })
  for (const row of await db.select().from(accounts)) expect(await isPassword(DEMO_PASSWORD, row.passwordHash), row.name).toBe(true)
  expect(new Set(demoSignIns.map((each) => each.role)).size).toBe(6)
})

test('without the demo an empty county has a one-time way in until it has an administrator', async () => {
  expect(await layOut({ DEMO: 'off' })).toEqual({ demo: false, signIns: [], setUpPath: expect.stringMatching(/^\/set-up\/[0-9A-Z-]{19}$/) })
  expect(await db.$count(county)).toBe(0)
  await aViewer('administrator')
  expect(await layOut({ DEMO: 'off' })).toEqual({ demo: false, signIns: [] })
})

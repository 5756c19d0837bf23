import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { slots } from '#db/schema/open-days'
import { record } from '#db/schema/record'
import { registrations } from '#db/schema/registrations'
import type { Viewer } from '~/accounts/rules'
import { checkIn } from '~/check-ins/writes.server'
import * as details from '~/party-details/desk/details'
import * as entry from '~/party-details/desk/entry'
import * as sheet from '~/party-details/desk/guard-sheet'
import { fillInDetails } from '~/party-details/writes.server'
import { aKey, anOpenDay } from '../registrations/given'
import { setClock, useDatabase } from '../support/database'
import { aDepartment, asSeenBy, aViewer, posted } from '../support/people'
import { aConfirmed, anAskingDay, someDetails } from './given'
import { GROWN } from './numbers'

useDatabase()

const HOUR = 3_600_000

async function aTold() {
  const given = await anAskingDay({ slots: 2 })
  const { code } = await aConfirmed(given.pool)
  await fillInDetails({ code }, someDetails({ plates: ['浙AX7Q29'] }))
  const [{ id } = { id: 0 }] = await db.select().from(registrations)
  const at = (viewer: Viewer | null, query = ''): LoaderFunctionArgs => ({
    request: new Request(`http://localhost:3000/desk${query}`),
    params: { id: String(given.day.id), registration: String(id) },
    context: asSeenBy(viewer),
  })
  return { ...given, code, id, at, sent: (viewer: Viewer | null, fields = {}) => ({ ...at(viewer), request: posted('/desk', fields) }) }
}
const statusOf = async (answer: Promise<unknown>) => {
  const found = await answer.catch((thrown: unknown) => thrown)
  return found instanceof Response ? found.status : 200
}
const opened = async (given: Awaited<ReturnType<typeof aTold>>, query = '') => {
  const answer = await sheet.loader(given.at(given.staff, query))
  expect(answer.headers.get('Cache-Control')).toContain('no-store')
  return answer.text()
}
const acts = async () => (await db.select({ act: record.act }).from(record).orderBy(record.seq)).map(({ act }) => act)

test('for another department nothing is there, and who only reads may not look', async () => {
  const given = await aTold()
  const before = await acts()
  const stranger = await aViewer('staff', (await aDepartment('别的局')).id)
  for (const page of [details, entry, sheet]) {
    expect(await statusOf(page.loader(given.at(stranger)))).toBe(404)
    expect(await statusOf(page.loader(given.at(null)))).toBe(303)
    for (const role of ['auditor', 'resident', 'moderator'] as const)
      expect(await statusOf(page.loader(given.at(await aViewer(role, role === 'resident' ? null : given.department.id))))).toBe(403)
  }
  for (const verb of [details, entry]) expect(await statusOf(verb.action(given.sent(stranger)))).toBe(404)
  expect(await acts()).toEqual(before)
  expect(await statusOf(details.loader(given.at(given.staff)))).toBe(200)
})

test('the sheet is masked until the day, in full on it, and masked again after; every opening is a line', async () => {
  const given = await aTold()
  const start = given.slot.startsAt.getTime()
  const day = new Date(start + 8 * HOUR).toISOString().slice(0, 10)
  const midnight = Date.parse(`${day}T00:00:00+08:00`)
  for (const [at, open] of [
    [midnight - 1_000, false],
    [midnight + 60_000, true],
    [midnight + 24 * HOUR - 60_000, true],
    [midnight + 24 * HOUR + 60_000, false],
  ] as const) {
    await setClock(new Date(at))
    const text = await opened(given)
    expect([text.includes(GROWN), text.includes('浙AX7Q29'), text.includes('王小明')], new Date(at).toISOString()).toEqual([
      open,
      open,
      open,
    ])
    expect(text.includes('9*************0014')).toBe(!open)
  }
  expect((await acts()).filter((act) => act === 'guard-sheet-opened')).toHaveLength(4)
})

test('the sheet is of one entrance and one day, and says who has come', async () => {
  const given = await aTold()
  await db.update(slots).set({ gate: '正门' })
  await setClock(given.slot.arriveAt)
  await checkIn(given.staff, { openDayId: given.day.id, shown: '1-1', nonce: aKey() })
  const day = new Date(given.slot.startsAt.getTime() + 8 * HOUR).toISOString().slice(0, 10)
  const slotsOn = async (query: string) =>
    (JSON.parse(await opened(given, query)) as { slots: { position: number; parties: { arrived: number }[] }[] }).slots
  expect((await slotsOn(`?gate=${encodeURIComponent('正门')}&on=${day}`))[0]).toMatchObject({
    position: 1,
    parties: [{ number: 1, size: 1, arrived: 1, filledIn: true }],
  })
  expect(await slotsOn(`?gate=${encodeURIComponent('后门')}`)).toEqual([])
  expect(await slotsOn('?on=2001-01-01')).toEqual([])
})

test('looking leaves a line; a clerk writes down for who phones, and there is nothing to fill in where nothing is asked', async () => {
  const given = await aTold()
  expect(JSON.stringify(await (await details.loader(given.at(given.staff))).json())).not.toContain('0014')
  expect(await (await details.action(given.sent(given.staff))).json()).toMatchObject({
    details: { members: [{ document: { number: GROWN } }], plates: ['浙AX7Q29'] },
  })
  expect((await acts()).at(-1)).toBe('party-details-shown')
  expect(await statusOf(entry.action(given.sent(given.staff, { 'name-1': '王小明', 'identity-1': '' })))).toBe(422)
  expect(await statusOf(entry.action(given.sent(given.staff, { 'name-1': '王小明', 'identity-1': GROWN, consent: 'on' })))).toBe(303)
  expect((await acts()).at(-1)).toBe('party-details-filled')
  const silent = await anOpenDay()
  await aConfirmed(silent.pool)
  const elsewhere = { ...given.at(silent.staff), params: { id: String(silent.day.id), registration: String(given.id + 1) } }
  expect(await statusOf(entry.loader(elsewhere))).toBe(404)
})

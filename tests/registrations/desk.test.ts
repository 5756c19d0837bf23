import type { LoaderFunctionArgs } from '@remix-run/node'
import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { openDayQuestions, openDays, quotas, slots } from '#db/schema/open-days'
import { record } from '#db/schema/record'
import { registrations } from '#db/schema/registrations'
import type { Viewer } from '~/accounts/rules'
import * as cancellation from '~/registrations/desk/cancellation'
import * as capacity from '~/registrations/desk/capacity'
import * as contact from '~/registrations/desk/contact'
import * as dayCancellation from '~/registrations/desk/day-cancellation'
import * as csv from '~/registrations/desk/csv'
import * as entry from '~/registrations/desk/entry'
import * as exporting from '~/registrations/desk/export'
import * as fullCsv from '~/registrations/desk/full-csv'
import * as fullXlsx from '~/registrations/desk/full-xlsx'
import * as list from '~/registrations/desk/list'
import * as moving from '~/registrations/desk/moving'
import * as registration from '~/registrations/desk/registration'
import * as review from '~/registrations/desk/review'
import * as slotCancellation from '~/registrations/desk/slot-cancellation'
import * as waitingPlace from '~/registrations/desk/waiting-place'
import { registrationsPage } from '~/registrations/desk-reads.server'
import { registerParty } from '~/registrations/register-writes.server'
import { setClock, useDatabase } from '../support/database'
import { aDepartment, asSeenBy, atTheKeyboard, aViewer, posted } from '../support/people'
import { aKey, anOpenDay, aParty } from './given'

useDatabase()

type Where = { day: { id: number }; registration?: number; slot?: { id: number } }

const asked = (viewer: Viewer | null, { day, registration: one, slot }: Where, query = ''): LoaderFunctionArgs => ({
  request: new Request(`http://localhost:3000/desk${query}`),
  params: { id: String(day.id), registration: String(one ?? ''), slot: String(slot?.id ?? '') },
  context: asSeenBy(viewer),
})
const sent = (viewer: Viewer | null, where: Where, fields: Record<string, string> = {}) => ({
  ...asked(viewer, where),
  request: posted('/desk', fields),
})
const statusOf = async (answer: Promise<unknown>) => {
  const found = await answer.catch((thrown: unknown) => thrown)
  return found instanceof Response ? found.status : 200
}
const bodyOf = async <T>(answer: Promise<unknown>) => (await ((await answer) as Response).json()) as T
const all = () => db.select().from(registrations).orderBy(asc(registrations.slotId), asc(registrations.number))
const acts = async () => (await db.select({ act: record.act }).from(record).orderBy(record.seq)).map(({ act }) => act)

describe('who may stand at this desk', () => {
  test('for another department the day, its registrations and its slots are not there; residents and strangers get no further', async () => {
    const { day, slot, pool } = await anOpenDay()
    await registerParty(aParty(pool))
    const where = { day, slot, registration: (await all())[0]!.id }
    const stranger = await aViewer('staff', (await aDepartment('别的局')).id)
    const pages = [
      list,
      entry,
      exporting,
      registration,
      contact,
      cancellation,
      waitingPlace,
      moving,
      slotCancellation,
      dayCancellation,
      capacity,
      csv,
    ]
    for (const page of pages) {
      expect(await statusOf(page.loader(asked(stranger, where)))).toBe(404)
      expect(await statusOf(page.loader(asked(null, where)))).toBe(303)
      expect(await statusOf(page.loader(asked(await aViewer('resident'), where)))).not.toBe(200)
    }
    const verbs = [entry, contact, cancellation, waitingPlace, moving, slotCancellation, dayCancellation, capacity, fullCsv, fullXlsx]
    for (const verb of verbs) expect(await statusOf(verb.action(sent(stranger, where, { why: '理由', sure: 'on' })))).toBe(404)
    expect(await acts()).toEqual([])
  })

  test('an auditor reads the masked list and nothing else; a registration of another day is not there', async () => {
    const { day, slot, pool } = await anOpenDay()
    await registerParty(aParty(pool))
    const where = { day, slot, registration: (await all())[0]!.id }
    const auditor = await aViewer('auditor')
    expect(await statusOf(list.loader(asked(auditor, where)))).toBe(200)
    expect(await statusOf(contact.action(sent(auditor, where)))).toBe(403)
    expect(await statusOf(cancellation.action(sent(auditor, where, { why: '理由' })))).toBe(403)
    expect(await statusOf(dayCancellation.action(sent(auditor, where, { why: '理由', sure: 'on' })))).toBe(403)
    expect(await statusOf(fullCsv.action(sent(auditor, where)))).toBe(403)
    expect(await statusOf(fullXlsx.action(sent(auditor, where)))).toBe(403)
    const other = await anOpenDay()
    expect(await statusOf(contact.action(sent(other.staff, { day: other.day, registration: where.registration })))).toBe(404)
    expect(await statusOf(moving.loader(asked(other.staff, { day: other.day, slot })))).toBe(404)
  })

  test('a day that is not published has no registrations yet', async () => {
    const { day, staff } = await anOpenDay()
    await db.update(openDays).set({ publishedAt: null, publishedBy: null }).where(eq(openDays.id, day.id))
    expect(await statusOf(list.loader(asked(staff, { day })))).toBe(404)
  })
})

describe('cancelling a whole day', () => {
  test('says beforehand how many are told, wants a reason and a tick, and then tells them', async () => {
    const { day, pools, staff } = await anOpenDay({ slots: 2 })
    for (const pool of [pools[0]!, pools[0]!, pools[1]!]) await registerParty(aParty(pool))
    expect(await bodyOf(dayCancellation.loader(asked(staff, { day })))).toMatchObject({ living: 3, refused: null })
    for (const fields of [{ why: '台风' }, { why: ' ', sure: 'on' }] as Record<string, string>[])
      expect(await statusOf(dayCancellation.action(sent(staff, { day }, fields)))).toBe(422)
    expect((await db.select().from(openDays))[0]!.cancelledAt).toBeNull()
    expect(await statusOf(dayCancellation.action(sent(staff, { day }, { why: '台风', sure: 'on' })))).toBe(303)
    expect((await db.select().from(outbox)).filter(({ template }) => template === 'slot-cancelled')).toHaveLength(3)
    expect(await statusOf(dayCancellation.action(sent(staff, { day }, { why: '台风', sure: 'on' })))).toBe(409)
  })
})

describe('the list', () => {
  test('shows names and contacts masked; to look at one leaves a line', async () => {
    const { day, pool, staff } = await anOpenDay()
    await registerParty(aParty(pool, { name: '欧阳小明', contact: { kind: 'phone', address: '13812345678' } }))
    const shown = await bodyOf(list.loader(asked(staff, { day })) as Promise<unknown>)
    expect(JSON.stringify(shown)).toContain('欧阳**')
    expect(JSON.stringify(shown)).toContain('138****5678')
    expect(JSON.stringify(shown)).not.toContain('小明')
    expect(JSON.stringify(shown)).not.toContain('13812345678')
    const registration = (await all())[0]!.id
    expect(await bodyOf(contact.action(sent(staff, { day, registration })))).toMatchObject({ name: '欧阳小明', contact: '13812345678' })
    expect(await acts()).toEqual(['registration-contact-shown'])
  })

  test('goes through all of a day in pages without losing or repeating one, by number and by the order of the queue', async () => {
    const { day, pools } = await anOpenDay({ seats: 30, slots: 2 })
    await Promise.all(Array.from({ length: 160 }, (_, index) => registerParty(aParty(pools[index % 2]!))))
    for (const state of [undefined, 'waiting'] as const) {
      const ids: number[] = []
      let page = await registrationsPage(day.id, { state })
      for (ids.push(...page.rows.map(({ id }) => id)); page.next; ids.push(...page.rows.map(({ id }) => id)))
        page = await registrationsPage(day.id, { state, after: page.next })
      const expected = (await all()).filter((row) => state === undefined || row.state === state)
      expect(ids).toEqual(expected.map(({ id }) => id))
    }
  })
})

describe('a clerk’s entry', () => {
  const form = (quota: number, more: Record<string, string> = {}) => ({
    ...{ key: aKey(), channel: 'phone', quota: String(quota), name: '王小明', contact: '１３８ 0000 1111', size: '2', told: 'on' },
    ...more,
  })

  test('goes by the same rules as the web form, names its channel and who entered it', async () => {
    const { day, pool, staff } = await anOpenDay({ seats: 2 })
    const answer = (await entry.action(sent(staff, { day }, form(pool.id)))) as Response
    expect(answer.headers.get('Location')).toBe(`/desk/open-days/${day.id}/registrations?done=entered&number=1&became=confirmed`)
    expect((await all())[0]).toMatchObject({ channel: 'phone', enteredBy: staff.id, size: 2, state: 'confirmed' })
    expect(await acts()).toEqual(['registration-entered'])
    expect(await statusOf(entry.action(sent(staff, { day }, form(pool.id))))).toBe(409)
    expect(await all()).toHaveLength(1)
  })

  test.each([
    [{ contact: '' }, 'contact'],
    [{ contact: '没有手机' }, 'contact'],
    [{ size: '0' }, 'size'],
    [{ size: '9' }, 'size'],
    [{ wheelchairs: '两' }, 'wheelchairs'],
    [{ name: ' ' }, 'name'],
    [{ channel: 'web' }, 'channel'],
    [{ quota: '' }, 'quota'],
    [{ told: '' }, 'told'],
  ])('with %o is refused at %s, and what was typed is kept', async (wrong, field) => {
    const { day, pool, staff } = await anOpenDay()
    const answer = (await entry.action(sent(staff, { day }, form(pool.id, wrong)))) as Response
    expect(answer.status).toBe(422)
    const { state } = (await answer.json()) as { state: { values: Record<string, string>; errors: Record<string, string> } }
    expect(Object.keys(state.errors)).toEqual([field])
    expect(state.errors[field]).toMatch(/^registrations:desk\.error\./)
    expect(state.values.size).toBe('size' in wrong ? wrong.size : '2')
    expect(await all()).toEqual([])
  })

  test('asks the notice’s own questions, and keeps the answers sealed', async () => {
    const { day, pool, staff } = await anOpenDay()
    const [asks] = await db
      .insert(openDayQuestions)
      .values({ openDayId: day.id, position: 1, label: '想看什么', kind: 'choice', options: ['水池', '机房'], required: true })
      .returning()
    expect(await statusOf(entry.action(sent(staff, { day }, form(pool.id))))).toBe(422)
    expect(await statusOf(entry.action(sent(staff, { day }, form(pool.id, { [`answer-${asks!.id}`]: '厨房' }))))).toBe(422)
    expect(await statusOf(entry.action(sent(staff, { day }, form(pool.id, { [`answer-${asks!.id}`]: '机房' }))))).toBe(303)
    const [row] = await all()
    expect(Buffer.from(row!.answers!).toString('utf8')).not.toContain('机房')
    const shown = await bodyOf(contact.action(sent(staff, { day, registration: row!.id })))
    expect(shown).toMatchObject({ answers: { [asks!.id]: '机房' } })
  })

  test('for the places of another day is refused', async () => {
    const { day, staff } = await anOpenDay()
    const other = await anOpenDay()
    expect(await statusOf(entry.action(sent(staff, { day }, form(other.pool.id))))).toBe(409)
    expect(await all()).toEqual([])
  })
})

test('places are set on a page that says which number is too low and keeps what was typed', async () => {
  const { day, slot, pool, staff } = await anOpenDay({ seats: 3 })
  await registerParty(aParty(pool, { size: 3 }))
  const answer = (await capacity.action(sent(staff, { day, slot }, { [`pool-${pool.id}`]: '2' }))) as Response
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({
    taken: 3,
    state: { values: { [`pool-${pool.id}`]: '2' }, errors: { [`pool-${pool.id}`]: 'registrations:desk.error.below-taken' } },
  })
  expect(await statusOf(capacity.action(sent(staff, { day, slot }, { [`pool-${pool.id}`]: '五' })))).toBe(422)
  expect(await statusOf(capacity.action(sent(staff, { day, slot }, { [`pool-${pool.id}`]: '５' })))).toBe(303)
  expect((await db.select().from(quotas))[0]!.capacity).toBe(5)
})

test('the page of places has a field for each kind the slot has none of; left empty it stays so', async () => {
  const { day, slot, pool, staff } = await anOpenDay({ seats: 3 })
  await registerParty(aParty(pool, { wheelchairs: 1 }))
  const shown = await bodyOf<{ lacked: { kind: string }[] }>(capacity.loader(asked(staff, { day, slot })))
  expect(shown.lacked.map(({ kind }) => kind)).toEqual(['wheelchair', 'interpreter', 'quiet'])
  const seats = { [`pool-${pool.id}`]: '3' }
  const answer = (await capacity.action(sent(staff, { day, slot }, { ...seats, 'new-wheelchair': '两个' }))) as Response
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({
    state: { values: { 'new-wheelchair': '两个' }, errors: { 'new-wheelchair': 'registrations:desk.error.capacity' } },
  })
  const filled = { ...seats, 'new-wheelchair': '２', 'new-interpreter': '', 'new-quiet': '0' }
  expect(await statusOf(capacity.action(sent(staff, { day, slot }, filled)))).toBe(303)
  expect((await db.select().from(quotas)).map(({ kind, capacity: places }) => [kind, places])).toEqual([
    ['seat', 3],
    ['wheelchair', 2],
  ])
  expect((await all())[0]!.state).toBe('offered')
  const after = await bodyOf<{ lacked: { kind: string }[] }>(capacity.loader(asked(staff, { day, slot })))
  expect(after.lacked.map(({ kind }) => kind)).toEqual(['interpreter', 'quiet'])
})

test('a slot is moved in the time of the county, and a time that is none is shown at its field', async () => {
  const { day, slot, staff } = await anOpenDay()
  const form = { arriveAt: '2099-12-01T08:30', startsAt: '2099-12-01T09:00', endsAt: '2099-12-01T10:00', place: '二号门', why: '停电' }
  const wrong = (await moving.action(sent(staff, { day, slot }, { ...form, startsAt: '明天' }))) as Response
  expect(wrong.status).toBe(422)
  expect(await wrong.json()).toMatchObject({ state: { errors: { startsAt: 'registrations:desk.error.time' }, values: { why: '停电' } } })
  expect(await statusOf(moving.action(sent(staff, { day, slot }, form)))).toBe(303)
  expect((await db.select().from(slots))[0]).toMatchObject({ startsAt: new Date('2099-12-01T01:00Z'), place: '二号门', version: 2 })
})

test('choosing: several with one reason, one with its own; what does not fit is named, the rest is done', async () => {
  const { day, pool, staff } = await anOpenDay({ seats: 2, choosing: 'review', choosingRule: '沿线居民优先' })
  for (const size of [2, 2, 1, 1]) await registerParty(aParty(pool, { size }))
  const [a, b, c, d] = (await all()).map(({ id }) => id)
  const choose = (fields: Record<string, string>) => review.action({ ...sent(staff, { day }, fields) })
  const missing = (await choose({ [`choice-${c}`]: 'not-chosen' })) as Response
  expect(missing.status).toBe(422)
  const marked = { [`choice-${a}`]: 'chosen', [`choice-${b}`]: 'chosen', [`choice-${c}`]: 'not-chosen', [`choice-${d}`]: 'not-chosen' }
  const answer = await bodyOf<{ outcome: unknown }>(choose({ ...marked, [`why-${d}`]: '材料不全', why: '名额有限' }))
  expect(answer.outcome).toEqual({ done: { chosen: 1, waiting: 0, 'not-chosen': 2 }, failed: [{ number: 2, why: 'full' }] })
  expect((await all()).map(({ state, endedWhy }) => [state, endedWhy])).toEqual([
    ['confirmed', ''],
    ['applied', ''],
    ['not-chosen', '名额有限'],
    ['not-chosen', '材料不全'],
  ])
  expect(await statusOf(review.loader(asked(staff, await anOpenDay())))).toBe(404)
})

describe('the table file', () => {
  const textOf = async (answer: Promise<unknown>) => ((await answer) as Response).text()

  test('is masked, and what a spreadsheet would take for a formula is made plain text', async () => {
    const { day, pool, staff } = await anOpenDay()
    await registerParty(aParty(pool, { name: '=HYPERLINK("http://x")', contact: { kind: 'email', address: 'wang@example.cn' } }))
    const file = await textOf(csv.loader(asked(staff, { day })))
    expect(file).toContain('w***@example.cn')
    expect(file).not.toContain('wang@')
    expect(file).not.toMatch(/(^|,)"?=/m)
    expect(await acts()).toEqual([])
  })

  test('with names asks for the password once more and leaves a line; the formula is still none', async () => {
    const { day, pool, staff } = await anOpenDay()
    await registerParty(aParty(pool, { name: '=1+1', contact: { kind: 'email', address: 'wang@example.cn' } }))
    const fresh = await atTheKeyboard(staff)
    await setClock('1 hour')
    const again = await (fullCsv.action(sent(fresh, { day })) as Promise<Response>).catch((thrown: Response) => thrown)
    expect(again.headers.get('Location')).toBe(
      `/sign-in/again?back=${encodeURIComponent(`/desk/open-days/${day.id}/registrations/export`)}`,
    )
    expect(await acts()).toEqual([])
    const file = await textOf(fullCsv.action(sent(await atTheKeyboard(staff), { day })))
    expect(file).toContain('wang@example.cn')
    expect(file).toContain("'=1+1")
    expect(await acts()).toEqual(['registrations-exported'])
  })
})

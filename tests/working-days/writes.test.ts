import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { record } from '#db/schema/record'
import { workdayCalendar, workdayNotices } from '#db/schema/working-days'
import { calendarWaitingFor } from '~/county/desk-work'
import { calendarNow, daysOfNotice, forgetCalendar, noticeOf, theCalendar, yearsToLoad } from '~/working-days/reads.server'
import { addWorkingDays, workingDaysIn, type Calendar } from '~/working-days/rules'
import { loadNotice } from '~/working-days/writes.server'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aDepartment, aViewer } from '../support/people'
import { aCalendar, NOTICE_2025, NOTICE_2026, noticeDays } from './given'

useDatabase()

let shipped: Calendar
let shippedDays: Record<number, Awaited<ReturnType<typeof daysOfNotice>>>
// Before the tests empty the tables.
beforeAll(async () => {
  shipped = await calendarNow()
  shippedDays = { 2025: await daysOfNotice(2025), 2026: await daysOfNotice(2026) }
})
beforeEach(forgetCalendar)

const of2026 = { year: 2026, sourceDoc: '国办发明电〔2025〕7号', days: noticeDays(NOTICE_2026, 2026) }
const lines = () => db.select({ act: record.act, subjectId: record.subjectId, facts: record.facts }).from(record).orderBy(record.seq)

test('a new county begins with the notices of 2025 and 2026', () => {
  expect(shipped).toEqual(aCalendar([2025, NOTICE_2025], [2026, NOTICE_2026]))
  expect(shippedDays).toEqual({ 2025: noticeDays(NOTICE_2025, 2025), 2026: noticeDays(NOTICE_2026, 2026) })
  expect([2025, 2026].map((year) => workingDaysIn(shipped, year))).toEqual([248, 248])
  expect(addWorkingDays(shipped, '2026-09-24', 20)).toEqual({ date: '2026-10-29', provisional: false })
})

describe('a notice', () => {
  test('is loaded with its line in the record, and counts at once', async () => {
    const administrator = await aViewer('administrator')
    expect((await theCalendar()).notices).toEqual([])
    expect(await loadNotice(administrator, of2026)).toMatchObject({ ok: true, isSame: false })
    expect(await theCalendar()).toEqual(aCalendar([2026, NOTICE_2026]))
    const facts = { sourceDoc: of2026.sourceDoc, daysOff: 33, daysWorked: 6 }
    expect(await lines()).toEqual([{ act: 'working-days-loaded', subjectId: '2026', facts }])
    expect(await noticeOf(2026)).toMatchObject({
      sourceDoc: of2026.sourceDoc,
      coveredUntil: '2026-12-31',
      last: { by: administrator.name },
    })
  })

  test('loaded again replaces the year alone and says what changed', async () => {
    const administrator = await aViewer('administrator')
    await loadNotice(administrator, { ...of2026, year: 2025, days: noticeDays(NOTICE_2025, 2025) })
    await loadNotice(administrator, of2026)
    const days = noticeDays(
      NOTICE_2026.replace('2026-10-01..2026-10-07', '2026-10-01..2026-10-08').replace('2026-10-10 上班 国庆节', ''),
      2026,
    )
    const change = { added: ['2026-10-08'], removed: ['2026-10-10'], changed: [] }
    expect(await loadNotice(administrator, { ...of2026, sourceDoc: '更正', days })).toEqual({ ok: true, isSame: false, change })
    expect((await lines()).at(-1)).toEqual({ act: 'working-days-replaced', subjectId: '2026', facts: { sourceDoc: '更正', ...change } })
    expect(await daysOfNotice(2026)).toEqual(days)
    expect(await daysOfNotice(2025)).toHaveLength(33)
    expect((await noticeOf(2026))!.last!.change).toMatchObject(change)
  })

  test('that stands as it is leaves no line', async () => {
    const administrator = await aViewer('administrator')
    await loadNotice(administrator, of2026)
    expect(await loadNotice(administrator, of2026)).toMatchObject({ ok: true, isSame: true })
    expect(await lines()).toHaveLength(1)
  })

  test('cannot name a day of another year’s notice', async () => {
    const administrator = await aViewer('administrator')
    const days = noticeDays('2025-12-31..2026-01-02 元旦', 2026)
    await loadNotice(administrator, { ...of2026, days })
    const other = { year: 2025, sourceDoc: '甲', days: noticeDays('2025-12-30..2025-12-31 元旦', 2025) }
    expect(await loadNotice(administrator, other)).toEqual({ ok: false, why: 'other-notice', dates: ['2025-12-31'] })
    expect(await db.select().from(workdayNotices)).toHaveLength(1)
    expect(await lines()).toHaveLength(1)
  })

  test('loaded by two at once stands as one of them left it', async () => {
    const [one, other] = [await aViewer('administrator'), await aViewer('administrator')]
    const [short, long] = ['2026-01-01 元旦', '2026-01-01..2026-01-03 元旦'].map((text) => noticeDays(text, 2026))
    const tries = [loadNotice(one, { ...of2026, days: short! }), loadNotice(other, { ...of2026, days: long! })]
    expect((await Promise.all(tries)).map(({ ok }) => ok)).toEqual([true, true])
    expect([1, 3]).toContain(await db.$count(workdayCalendar))
    expect((await lines()).map(({ act }) => act)).toEqual(['working-days-loaded', 'working-days-replaced'])
  })

  test.each(['auditor', 'staff', 'publisher', 'moderator', 'resident'] as const)('is not loaded by %s', async (role) => {
    const viewer = await aViewer(role, role === 'staff' ? (await aDepartment()).id : null)
    expect(await loadNotice(viewer, of2026)).toEqual({ ok: false, why: 'not-your-role' })
    expect(await db.$count(workdayNotices)).toBe(0)
  })

  test('the tables refuse a make-up day in the week and a day of another year', async () => {
    await loadNotice(await aViewer('administrator'), of2026)
    const add = (date: string, kind: string, name: string) =>
      ownerSql`insert into workday_calendar (date, year, kind, name) values (${date}, 2026, ${kind}, ${name})`.then(
        () => 'stood',
        (fault: { constraint_name?: string }) => fault.constraint_name,
      )
    expect(await add('2026-11-30', 'workday', '')).toBe('workday_calendar_makes_up')
    expect(await add('2026-11-30', 'holiday', '')).toBe('workday_calendar_named')
    expect(await add('2027-01-01', 'holiday', '元旦')).toBe('workday_calendar_within')
    expect(await add('2025-11-30', 'holiday', '元旦')).toBe('workday_calendar_within')
    expect(await add('2026-11-28', 'workday', '')).toBe('stood')
  })
})

test('the next year’s notice waits for the administrator from the first of November, in the county’s zone', async () => {
  const administrator = await aViewer('administrator')
  await loadNotice(administrator, of2026)
  await setClock(new Date('2026-10-31T15:59:00Z'))
  expect(await yearsToLoad('Asia/Shanghai')).toEqual([])
  await setClock(new Date('2026-10-31T16:01:00Z'))
  const years = await yearsToLoad('Asia/Shanghai')
  expect(years).toEqual([2027])
  expect(calendarWaitingFor(administrator, years)).toMatchObject([{ task: 'load-working-days', path: '/desk/working-days?year=2027' }])
  expect(calendarWaitingFor({ role: 'auditor' }, years)).toEqual([])
  await loadNotice(administrator, { year: 2027, sourceDoc: '甲', days: noticeDays('2027-01-01 元旦', 2027) })
  expect(await yearsToLoad('Asia/Shanghai')).toEqual([])
})

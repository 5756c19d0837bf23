import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { files } from '#db/schema/files'
import { visitReports } from '#db/schema/visit-reports'
import { cancelOpenDay, cancelSlot } from '~/registrations/slot-writes.server'
import { boardFor } from '~/visit-reports/board-reads.server'
import { decideSuggestion, removeSuggestion, saveHappened } from '~/visit-reports/content-writes.server'
import { photosOf } from '~/visit-reports/desk-reads.server'
import { addPhoto, takeDownPhoto } from '~/visit-reports/photo-writes.server'
import { publishedReport } from '~/visit-reports/reads.server'
import { continueReport, publishReport, returnReport, submitReport } from '~/visit-reports/writes.server'
import { anOpenDay } from '../registrations/given'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { atTheKeyboard, aViewer } from '../support/people'
import { aHeldDay, aSubmitted, aWritten } from './given'

useDatabase()

describe('the report of a day', () => {
  test('goes out by somebody who had no hand in it, at the keyboard, once', async () => {
    const held = await aHeldDay()
    const { day, staff, publisher, department } = held
    await aSubmitted(held)
    expect(await publishReport(publisher, day.id)).toMatchObject({ ok: false, why: 'sign-in-again' })
    expect(await publishReport(await atTheKeyboard(staff), day.id)).toMatchObject({ ok: false, why: 'not-your-role' })
    const turned = { ...(await atTheKeyboard(staff)), role: 'publisher' as const }
    expect(await publishReport(turned, day.id)).toMatchObject({ ok: false, why: 'own-work' })
    const elsewhere = await atTheKeyboard(await aViewer('publisher', (await anOpenDay()).department.id))
    expect(await publishReport(elsewhere, day.id)).toMatchObject({ ok: false, why: 'not-your-department' })
    const present = await atTheKeyboard(publisher)
    const both = await Promise.all([publishReport(present, day.id), publishReport(present, day.id)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    const report = await publishedReport(day.id)
    expect(report!.document).toMatchObject({
      revision: 1,
      openDay: { slug: day.slug, department: { name: department.name } },
      questions: [{ question: '水硬吗？' }],
      suggestions: [{ number: 1, outcomes: [{ result: 'in-hand', dueOn: '2099-01-01' }] }],
      figures: { total: { people: 2, came: null, recorded: 'none' } },
    })
    expect(await saveHappened(staff, day.id, '改一改')).toMatchObject({ ok: false, why: 'published' })
  })

  test('does not go out before the last slot has ended, nor without answers and results', async () => {
    const given = await anOpenDay()
    await aWritten(given)
    const early = await submitReport(given.staff, given.day.id)
    expect(early).toMatchObject({ ok: false, why: 'incomplete', missing: ['day-not-over'] })
    const held = await aHeldDay()
    expect(await submitReport(held.staff, held.day.id)).toMatchObject({ missing: ['happened'] })
  })

  test('of a cancelled day there is none', async () => {
    const { day, staff } = await anOpenDay()
    expect(await cancelOpenDay(staff, day.id, '下大雨')).toMatchObject({ ok: true })
    expect(await saveHappened(staff, day.id, '没有办')).toMatchObject({ ok: false, why: 'day-cancelled' })
  })

  test('nor of a day whose slots were all cancelled one by one; while one of them stands there is', async () => {
    const { day, slots, staff, publisher } = await anOpenDay({ slots: 2 })
    await cancelSlot(staff, slots[0]!.id, '下大雨')
    expect(await saveHappened(staff, day.id, '来了两户居民')).toMatchObject({ ok: true })
    await cancelSlot(staff, slots[1]!.id, '下大雨')
    await setClock('11 days')
    expect(await saveHappened(staff, day.id, '没有办')).toEqual({ ok: false, why: 'day-cancelled' })
    expect(await submitReport(staff, day.id)).toEqual({ ok: false, why: 'day-cancelled' })
    expect(await continueReport(staff, day.id, '更正')).toEqual({ ok: false, why: 'day-cancelled' })
    const rows = await boardFor(publisher, null, 'Asia/Shanghai')
    expect(rows.map((row) => row.day?.stage)).toEqual(['cancelled'])
  })

  test('sent back it can be changed; staff of other departments find nothing to change', async () => {
    const held = await aHeldDay()
    const { day, staff, publisher } = held
    await aSubmitted(held)
    expect(await saveHappened(staff, day.id, '再改')).toMatchObject({ ok: false, why: 'submitted' })
    expect(await returnReport(publisher, day.id, '缺人数')).toMatchObject({ ok: true })
    expect(await saveHappened(staff, day.id, '再改')).toMatchObject({ ok: true })
    const stranger = await aViewer('staff', (await anOpenDay()).department.id)
    expect(await saveHappened(stranger, day.id, '乱写')).toMatchObject({ ok: false, why: 'not-your-department' })
  })

  test('news of a suggestion is a later revision; what was said stays and shows its day', async () => {
    const held = await aHeldDay()
    const { day, staff, publisher, department } = held
    const { suggestion } = await aSubmitted(held)
    await publishReport(await atTheKeyboard(publisher), day.id)
    const first = await publishedReport(day.id)
    await setClock('20 days')
    expect(await continueReport(staff, day.id, '补充办理结果')).toMatchObject({ ok: true, revision: 2 })
    const built = {
      text: '门口加一个车棚',
      result: 'taken-up' as const,
      reason: '车棚已经建好。',
      departmentId: department.id,
      dueOn: null,
    }
    expect(await decideSuggestion(staff, day.id, suggestion, built)).toMatchObject({ ok: true })
    expect(await removeSuggestion(staff, day.id, suggestion)).toMatchObject({ ok: false, why: 'was-published' })
    await submitReport(staff, day.id)
    await publishReport(await atTheKeyboard(publisher), day.id)
    const { document, latest } = (await publishedReport(day.id))!
    expect(latest).toBe(2)
    expect(document.suggestions[0]!.outcomes.map(({ result }) => result)).toEqual(['in-hand', 'taken-up'])
    const [before, after] = document.suggestions[0]!.outcomes.map(({ publishedAt }) => Date.parse(publishedAt))
    expect(after! - before!).toBeGreaterThan(8 * 86_400_000)
    expect((await publishedReport(day.id, 1))!.document).toEqual(first!.document)
  })

  test('the database itself refuses to change what is out, and to let one person do both', async () => {
    const held = await aHeldDay()
    const { day, staff, publisher } = held
    await aSubmitted(held)
    await expect(
      ownerSql`update visit_reports set published_by = ${staff.id}, published_at = now(), document = '{}' where open_day_id = ${day.id}`,
    ).rejects.toThrow('visit_reports_two_people')
    await publishReport(await atTheKeyboard(publisher), day.id)
    await expect(ownerSql`update visit_reports set happened = 'x' where open_day_id = ${day.id}`).rejects.toThrow('later revision')
    await expect(ownerSql`update suggestion_outcomes set reason = 'x' where open_day_id = ${day.id}`).rejects.toThrow('stays')
    expect(await db.$count(visitReports)).toBe(1)
  })
})

test('a photo taken down is gone at once, also from the published report', async () => {
  const held = await aHeldDay()
  const { day, staff, publisher } = held
  await aWritten(held)
  const photo = { kind: 'jpg' as const, bytes: Buffer.from('picture'), width: 4, height: 3 }
  expect(await addPhoto(staff, day.id, photo, { alt: '沉淀池', people: 'nobody' })).toMatchObject({ ok: true })
  await submitReport(staff, day.id)
  await publishReport(await atTheKeyboard(publisher), day.id)
  expect((await publishedReport(day.id))!.document).toMatchObject({ photos: [{ alt: '沉淀池' }], photosTakenDown: 0 })
  const [shown] = await photosOf(day.id)
  expect(await takeDownPhoto(staff, day.id, shown!.id, '本人要求')).toMatchObject({ ok: true })
  expect((await publishedReport(day.id))!.document).toMatchObject({ photos: [], photosTakenDown: 1 })
  expect(await db.$count(files)).toBe(0)
  expect(await takeDownPhoto(staff, day.id, shown!.id, '再来')).toMatchObject({ ok: false, why: 'gone' })
})

test('the board says by the clock of the database who reported in time, who is late, and who planned nothing', async () => {
  const held = await aHeldDay()
  const { day, publisher, department } = held
  const idle = (await anOpenDay()).department
  await ownerSql`delete from quotas where open_day_id <> ${day.id}`
  await ownerSql`delete from open_days where department_id = ${idle.id}`
  const auditor = await aViewer('auditor')
  const rowOf = async (departmentId: number, viewer = auditor) =>
    (await boardFor(viewer, null, 'Asia/Shanghai')).find((row) => row.departmentId === departmentId)
  expect((await rowOf(department.id))!.day).toMatchObject({ stage: 'held', report: { state: 'due' } })
  expect((await rowOf(idle.id))!.day).toBeNull()
  await setClock('23 days')
  expect((await rowOf(department.id))!.day!.report.state).toBe('overdue')
  await aSubmitted(held)
  await publishReport(await atTheKeyboard(publisher), day.id)
  const late = (await rowOf(department.id))!.day!
  expect(late.report).toMatchObject({ state: 'late' })
  expect(late.report.days).toBeGreaterThan(0)
  expect(await rowOf(idle.id, publisher)).toBeUndefined()
  expect(await db.select().from(visitReports).where(eq(visitReports.openDayId, day.id))).toHaveLength(1)
})

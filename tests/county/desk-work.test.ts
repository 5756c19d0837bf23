import { expect, test } from 'vitest'
import { reportsWaitingFor, waitingFor } from '~/county/desk-work'
import { consultationsForDesk } from '~/consultations/reads.server'
import { decideComment, objectByReceipt } from '~/moderation/writes.server'
import { saveNotice, requestApproval } from '~/consultations/writes.server'
import { aNotice, anOffice, aPrepared, ZONE } from '../consultations/given'
import { aComment, anOpenConsultation } from '../moderation/given'
import { decide, publish, sortInto, submit, aClosedConsultation } from '../reports/given'
import { aHeldDay, aSubmitted as aSubmittedReport, aWritten } from '../visit-reports/given'
import { setClock, useDatabase } from '../support/database'
import { cancelSlot } from '~/registrations/slot-writes.server'
import { publishReport, submitReport, continueReport } from '~/visit-reports/writes.server'
import { reportsInWork } from '~/visit-reports/waiting-reads.server'
import { anOpenDay } from '../registrations/given'
import { atTheKeyboard, aViewer } from '../support/people'
import type { Viewer } from '~/accounts/rules'

useDatabase()

const tasksOf = async (viewer: Viewer) => waitingFor(viewer, await consultationsForDesk(viewer)).map(({ task, count }) => [task, count])

test('an open objection waits for those who did not make the decision, and for nobody else', async () => {
  const { id, departmentId } = await anOpenConsultation()
  const [one, other] = [await aViewer('moderator', departmentId), await aViewer('moderator', departmentId)]
  const { code, number } = await aComment(id, '骂人的话')
  const verdict = {
    visibility: 'withheld',
    reason: 'insult',
    note: '',
    publicBody: '',
    publicReplacement: '',
    seenVersion: 0,
    why: '',
  } as const
  await decideComment(one, { consultationId: id, number }, verdict)
  await objectByReceipt(code, '这不是骂人')
  expect(await tasksOf(other)).toEqual([['objection', 1]])
  expect(await tasksOf(one)).toEqual([])
  expect(await tasksOf(await aViewer('auditor'))).toEqual([])
  expect(await tasksOf(await aViewer('moderator', (await anOpenConsultation()).departmentId))).toEqual([])
})

test('a publisher is not offered what they had a hand in, though a colleague wrote over it', async () => {
  const office = await anOffice()
  const helper = await aViewer('staff', office.department.id)
  const id = await aPrepared(office)
  await saveNotice(helper, id, aNotice({ summary: '另一句话' }))
  await requestApproval(office.staff, id, ZONE)
  expect(await tasksOf(office.publisher)).toEqual([['approve', 0]])
  expect(await tasksOf({ ...helper, role: 'publisher' })).toEqual([])

  const given = await aClosedConsultation(['一'])
  const sorter = await aViewer('staff', given.department.id)
  await decide(given, await sortInto({ ...given, desk: { ...given.desk, viewer: sorter } }, 1))
  await submit(given)
  expect(await tasksOf(given.publisher)).toEqual(
    [
      ['approve-report', 0],
      ['moderate', 1],
    ].toReversed(),
  )
  expect(await tasksOf({ ...sorter, role: 'publisher' })).toEqual([['moderate', 1]])
  expect(await publish(given)).toMatchObject({ ok: true })
})

const reportsOf = async (viewer: Viewer) =>
  reportsWaitingFor(viewer, await reportsInWork(viewer, ZONE)).map(({ task, id, count }) => [task, id, count])

test('a visit report is owed from the end of the day, counted in days, until it is submitted; then it waits for the publisher', async () => {
  const { day, staff, publisher, department } = await aHeldDay()
  expect(await reportsOf(staff)).toEqual([['visit-report-due', day.id, expect.any(Number)]])
  expect(await reportsOf(publisher)).toEqual([])
  expect(await reportsOf(await aViewer('staff', (await anOpenDay()).department.id))).toEqual([])
  await setClock('23 days')
  const [[task, , late] = []] = await reportsOf(staff)
  expect(task).toBe('visit-report-overdue')
  expect(late).toBeGreaterThan(0)
  const helper = await aViewer('staff', department.id)
  await aWritten({ day, staff: helper, department })
  expect((await reportsOf(staff)).map(([which]) => which)).toEqual(['visit-report-overdue'])
  await submitReport(staff, day.id)
  expect(await reportsOf(staff)).toEqual([])
  expect(await reportsOf(publisher)).toEqual([['approve-visit-report', day.id, 0]])
  expect(await reportsOf({ ...helper, role: 'publisher' })).toEqual([])
  await publishReport(await atTheKeyboard(publisher), day.id)
  for (const viewer of [staff, publisher]) expect(await reportsOf(viewer)).toEqual([])
})

test('a later revision waits for approval too; nothing is owed for a day to come, or one whose slots were all cancelled', async () => {
  const coming = await anOpenDay()
  expect(await reportsOf(coming.staff)).toEqual([])
  await cancelSlot(coming.staff, coming.slot.id, '台风')
  const held = await aHeldDay()
  expect(await reportsOf(coming.staff)).toEqual([])
  await aSubmittedReport(held)
  const publisher = await atTheKeyboard(held.publisher)
  await publishReport(publisher, held.day.id)
  await continueReport(held.staff, held.day.id, '更正')
  expect(await reportsOf(held.staff)).toEqual([])
  await submitReport(held.staff, held.day.id)
  expect(await reportsOf(publisher)).toEqual([['approve-visit-report', held.day.id, 0]])
})

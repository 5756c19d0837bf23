import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { campaigns, openDays } from '#db/schema/open-days'
import { record } from '#db/schema/record'
import type { Viewer } from '~/accounts/rules'
import { mayDecide } from '~/approval/rules'
import { nameSource } from '~/draws/writes.server'
import { changeCampaign, createCampaign } from '~/open-days/campaign-writes.server'
import { campaignsForDesk, openDayForDesk, openDaysForDesk, plannedFor } from '~/open-days/desk-reads.server'
import {
  addGroup,
  addQuestion,
  addSlot,
  changeGroup,
  changeQuestion,
  changeSlot,
  removeGroup,
  removeQuestion,
  removeSlot,
} from '~/open-days/parts-writes.server'
import { createOpenDay, publishOpenDay, requestApproval, returnOpenDay, saveNotice } from '~/open-days/writes.server'
import { aSubmitted as aSubmittedConsultation } from '../consultations/given'
import { setClock, useDatabase } from '../support/database'
import { atTheKeyboard, aViewer } from '../support/people'
import { aNotice, anOffice, aPrepared, aSlot, aSubmitted, DAY, seats } from './given'

useDatabase()

const rowOf = async (id: number) => (await db.select().from(openDays).where(eq(openDays.id, id)))[0]!
const actsOn = async (subject: 'open-day' | 'campaign') =>
  (await db.select().from(record).where(eq(record.subject, subject)).orderBy(record.seq)).map((row) => row.act)
const question = { label: '带孩子来吗？', kind: 'choice' as const, options: ['带', '不带'], required: true }

test('staff prepare an open day, a publisher of the department puts it out, and every step leaves a line', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  expect(await publishOpenDay(office.publisher, id)).toEqual({ ok: true })
  expect(await rowOf(id)).toMatchObject({ slug: expect.stringMatching(/^\d{4}-\d+$/), publishedBy: office.publisher.id })
  expect(await actsOn('open-day')).toEqual(['open-day-created', 'notice-changed', 'slot-added', 'approval-requested', 'open-day-published'])
})

test('only staff of a department begin an open day', async () => {
  const { department } = await anOffice()
  for (const role of ['publisher', 'moderator', 'auditor', 'administrator'] as const)
    expect(await createOpenDay(await aViewer(role, department.id), { title: '标题', campaignId: null })).toMatchObject({ ok: false })
  expect(await createOpenDay(await aViewer('resident'), { title: '标题', campaignId: null })).toMatchObject({ why: 'not-your-role' })
})

test('staff of another department neither see nor change it; who oversees the county sees it', async () => {
  const id = await aPrepared(await anOffice())
  const { staff } = await anOffice()
  expect(await openDayForDesk(String(id), staff)).toBeNull()
  expect(await openDaysForDesk(staff)).toEqual([])
  const [slot] = (await plannedFor(id)).slots
  const refusals = [
    await saveNotice(staff, id, await aNotice()),
    await addSlot(staff, id, await aSlot(), [seats(1)]),
    await changeSlot(staff, id, slot!.id, await aSlot(), [seats(1)]),
    await removeSlot(staff, id, slot!.id),
    await addGroup(staff, id, { name: '居民', invited: false }),
    await addQuestion(staff, id, question),
    await requestApproval(staff, id),
  ]
  for (const answer of refusals) expect(answer).toMatchObject({ ok: false, why: 'not-your-department' })
  expect(await openDayForDesk(String(id), await aViewer('auditor'))).toMatchObject({ id })
  expect(await openDayForDesk(String(id), await aViewer('resident'))).toBeNull()
})

test('a publisher of another department cannot publish, one of the whole county can', async () => {
  const id = await aSubmitted(await anOffice())
  expect(await publishOpenDay((await anOffice()).publisher, id)).toMatchObject({ why: 'not-your-department' })
  expect(await publishOpenDay(await aViewer('publisher'), id)).toEqual({ ok: true })
})

test('who changed any of it can neither publish nor return it, though a colleague prepared and submitted it', async () => {
  const office = await anOffice()
  const acts = [
    async (viewer: Viewer, id: number) => saveNotice(viewer, id, await aNotice({ place: '另一处' })),
    async (viewer: Viewer, id: number) => addSlot(viewer, id, await aSlot(12), [seats(5)]),
    async (viewer: Viewer, id: number) => changeSlot(viewer, id, (await plannedFor(id)).slots[0]!.id, await aSlot(12), [seats(5)]),
    (viewer: Viewer, id: number) => addQuestion(viewer, id, question),
  ]
  for (const act of acts) {
    const id = await aPrepared(office)
    const helper = await aViewer('staff', office.department.id)
    expect(await act(helper, id)).toEqual({ ok: true })
    await requestApproval(office.staff, id)
    const promoted = { ...helper, role: 'publisher' as const }
    expect(await publishOpenDay(promoted, id)).toMatchObject({ ok: false, why: 'own-work' })
    expect(await returnOpenDay(promoted, id, '重来')).toEqual({ ok: false, why: 'own-work' })
    // Negative control: by the columns the helper had no part in it.
    const row = await rowOf(id)
    expect(mayDecide(promoted, row, [row.preparedBy, row.submittedBy!])).toEqual({ ok: true })
    expect(await publishOpenDay(office.publisher, id)).toEqual({ ok: true })
  }
})

test('without the rule the database itself refuses the preparer', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  const bySelf = db.update(openDays).set({ publishedAt: new Date(), publishedBy: office.staff.id }).where(eq(openDays.id, id))
  await expect(bySelf).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ constraint_name: 'open_days_two_people' }) }),
  )
})

test('of two publishers at once one publishes and the other is told that it is out', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  const second = await aViewer('publisher', office.department.id)
  const answers = await Promise.all([publishOpenDay(office.publisher, id), publishOpenDay(second, id)])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ why: 'published' })
  expect((await actsOn('open-day')).filter((act) => act === 'open-day-published')).toHaveLength(1)
})

test('a password given more than ten minutes ago is asked for once more before a day goes out', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  await setClock('11 minutes')
  expect(await publishOpenDay(office.publisher, id)).toMatchObject({ ok: false, why: 'sign-in-again' })
  expect(await publishOpenDay(await atTheKeyboard(office.publisher), id)).toEqual({ ok: true })
})

test('each thing a day lacks is named, and nothing is submitted', async () => {
  const office = await anOffice()
  const now = Date.now()
  const cases: [object, string][] = [
    [{ place: ' ' }, 'place'],
    [{ whoMayCome: '' }, 'who-may-come'],
    [{ agenda: '' }, 'agenda'],
    [{ contactPhone: '' }, 'contact'],
    [{ choosing: 'review' }, 'choosing-rule'],
    [{ opensAt: null }, 'opens-at'],
    [{ closesAt: null }, 'closes-at'],
    [{ closesAt: new Date(now + DAY / 2) }, 'closes-before-opening'],
    [{ closesAt: new Date(now + 20 * DAY) }, 'closes-after-arrival'],
  ]
  for (const [notice, missing] of cases) {
    const id = await aPrepared(office, notice)
    expect(await requestApproval(office.staff, id), missing).toEqual({ ok: false, why: 'incomplete', missing: [missing] })
    expect((await rowOf(id)).submittedAt).toBeNull()
  }
  expect(await requestApproval(office.staff, await aPrepared(office, {}, 0))).toMatchObject({ missing: ['slot'] })
})

test('an approval that comes after the planned opening opens registration at that moment, one after the close is refused', async () => {
  const office = await anOffice()
  const [id, late] = [await aSubmitted(office), await aSubmitted(office)]
  await setClock('2 days')
  expect(await publishOpenDay(await atTheKeyboard(office.publisher), id)).toEqual({ ok: true })
  const row = await rowOf(id)
  expect(row.opensAt).toEqual(row.publishedAt)
  await setClock('9 days')
  expect(await publishOpenDay(await atTheKeyboard(office.publisher), late)).toMatchObject({ missing: ['closed-already'] })
})

test('between submission and decision, and for ever after publication, nothing of it can be changed', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  await addQuestion(office.staff, id, question)
  await addGroup(office.staff, id, { name: '企业', invited: false })
  const [planned] = (await plannedFor(id)).slots
  await changeSlot(office.staff, id, planned!.id, await aSlot(), [seats(20, (await plannedFor(id)).groups[0]!.id)])
  await requestApproval(office.staff, id)
  const { slots, questions, groups } = await plannedFor(id)
  const change = async () => [
    await saveNotice(office.staff, id, await aNotice({ title: '另一标题' })),
    await addSlot(office.staff, id, await aSlot(), [seats(1)]),
    await changeSlot(office.staff, id, slots[0]!.id, await aSlot(), [seats(1)]),
    await removeSlot(office.staff, id, slots[0]!.id),
    await addGroup(office.staff, id, { name: '居民', invited: false }),
    await addQuestion(office.staff, id, question),
    await changeGroup(office.staff, id, groups[0]!.id, { name: '居民', invited: true }),
    await removeGroup(office.staff, id, groups[0]!.id),
    await changeQuestion(office.staff, id, questions[0]!.id, { ...question, label: '来吗？' }),
    await removeQuestion(office.staff, id, questions[0]!.id),
  ]
  for (const answer of await change()) expect(answer).toEqual({ ok: false, why: 'submitted' })
  await publishOpenDay(office.publisher, id)
  for (const answer of await change()) expect(answer).toEqual({ ok: false, why: 'published' })
  expect(await plannedFor(id)).toMatchObject({ slots, questions, groups })
})

test('a returned day says why, and can be changed and submitted again', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  expect(await returnOpenDay(office.publisher, id, '请写明怎样到达')).toEqual({ ok: true })
  expect(await rowOf(id)).toMatchObject({ submittedAt: null, submittedBy: null, returnedWhy: '请写明怎样到达' })
  expect(await publishOpenDay(office.publisher, id)).toMatchObject({ why: 'not-submitted' })
  expect(await saveNotice(office.staff, id, await aNotice({ access: '公交2路' }))).toEqual({ ok: true })
  expect(await requestApproval(office.staff, id)).toEqual({ ok: true })
  expect((await rowOf(id)).returnedWhy).toBeNull()
})

test('the first group clears the seats for everyone, and a group’s seats go with it', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  const [slot] = (await plannedFor(id)).slots
  await changeSlot(office.staff, id, slot!.id, await aSlot(), [seats(20), { groupId: null, kind: 'wheelchair', capacity: 2 }])
  await addGroup(office.staff, id, { name: '居民', invited: false })
  expect((await plannedFor(id)).quotas).toMatchObject([{ kind: 'wheelchair', capacity: 2 }])
  expect(await requestApproval(office.staff, id)).toMatchObject({ missing: ['slot-without-seats'] })
  expect(await changeSlot(office.staff, id, slot!.id, await aSlot(), [seats(20)])).toEqual({ ok: false, why: 'groups-changed' })
  const [group] = (await plannedFor(id)).groups
  expect(await changeSlot(office.staff, id, slot!.id, await aSlot(), [seats(12, group!.id)])).toEqual({ ok: true })
  expect(await requestApproval(office.staff, id)).toEqual({ ok: true })
  await returnOpenDay(office.publisher, id, '不分组')
  expect(await removeGroup(office.staff, id, group!.id)).toEqual({ ok: true })
  expect(await plannedFor(id)).toMatchObject({ quotas: [], groups: [] })
})

test('a group and a question are changed in their place, keep the seats given to them, and leave a line each', async () => {
  const office = await anOffice()
  const id = await aPrepared(office, {}, 0)
  for (const name of ['居民', '企业']) await addGroup(office.staff, id, { name, invited: false })
  for (const label of ['几点来？', '怎样来？']) await addQuestion(office.staff, id, { ...question, label })
  const before = await plannedFor(id)
  await addSlot(office.staff, id, await aSlot(), [seats(5, before.groups[0]!.id), seats(6, before.groups[1]!.id)])
  expect(await changeGroup(office.staff, id, before.groups[0]!.id, { name: '人大代表', invited: true })).toEqual({ ok: true })
  const line = { label: '几点到？', kind: 'line' as const, options: [], required: false }
  expect(await changeQuestion(office.staff, id, before.questions[0]!.id, line)).toEqual({ ok: true })
  const { groups, questions, quotas } = await plannedFor(id)
  expect(groups).toEqual([{ ...before.groups[0], name: '人大代表', invited: true }, before.groups[1]])
  expect(questions).toEqual([{ ...before.questions[0], ...line }, before.questions[1]])
  expect(quotas.map(({ capacity }) => capacity)).toEqual([5, 6])
  expect(await actsOn('open-day')).toEqual(expect.arrayContaining(['visitor-group-changed', 'question-changed']))
})

test('who only changed a group or a question cannot publish the day either', async () => {
  const office = await anOffice()
  const helper = await aViewer('staff', office.department.id)
  const id = await aPrepared(office)
  await addQuestion(office.staff, id, question)
  await changeQuestion(helper, id, (await plannedFor(id)).questions[0]!.id, { ...question, label: '带老人来吗？' })
  await requestApproval(office.staff, id)
  expect(await publishOpenDay({ ...helper, role: 'publisher' }, id)).toMatchObject({ why: 'own-work' })
})

test('a draw needs its public source first, and who named it cannot publish the day', async () => {
  const office = await anOffice()
  const helper = await aViewer('staff', office.department.id)
  const id = await aPrepared(office, { choosing: 'draw' })
  expect(await requestApproval(office.staff, id)).toMatchObject({ missing: ['draw-source'] })
  const speaksAt = new Date((await rowOf(id)).closesAt!.getTime() + DAY)
  expect(await nameSource(helper, id, { source: '双色球第2026150期的七个号码', speaksAt })).toEqual({ ok: true })
  expect(await requestApproval(office.staff, id)).toEqual({ ok: true })
  const promoted = { ...helper, role: 'publisher' as const }
  expect((await openDaysForDesk(promoted)).map(({ ownWork }) => ownWork)).toEqual([true])
  expect((await openDaysForDesk(office.publisher)).map(({ ownWork }) => ownWork)).toEqual([false])
  expect(await publishOpenDay(promoted, id)).toMatchObject({ ok: false, why: 'own-work' })
  expect(await publishOpenDay(office.publisher, id)).toEqual({ ok: true })
})

test('slots, groups and questions of another day are not there', async () => {
  const office = await anOffice()
  const [id, other] = [await aPrepared(office), await aPrepared(office)]
  const [slot] = (await plannedFor(other)).slots
  expect(await changeSlot(office.staff, id, slot!.id, await aSlot(), [seats(1)])).toEqual({ ok: false, why: 'gone' })
  expect(await removeSlot(office.staff, id, slot!.id)).toEqual({ ok: false, why: 'gone' })
  await addGroup(office.staff, other, { name: '居民', invited: false })
  const [group] = (await plannedFor(other)).groups
  expect(await addSlot(office.staff, id, await aSlot(), [seats(1, group!.id)])).toEqual({ ok: false, why: 'groups-changed' })
  expect(await removeGroup(office.staff, id, group!.id)).toEqual({ ok: false, why: 'gone' })
  expect(await changeGroup(office.staff, id, group!.id, { name: '企业', invited: true })).toEqual({ ok: false, why: 'gone' })
  await addQuestion(office.staff, other, question)
  const [asked] = (await plannedFor(other)).questions
  expect(await changeQuestion(office.staff, id, asked!.id, { ...question, label: '来吗？' })).toEqual({ ok: false, why: 'gone' })
  expect(await plannedFor(other)).toMatchObject({ groups: [{ name: '居民' }], questions: [question] })
  expect((await plannedFor(other)).slots).toHaveLength(1)
})

test('a day is linked only to a consultation that is out, and to an open month that is there', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  const unpublished = await aSubmittedConsultation(office)
  expect(await saveNotice(office.staff, id, await aNotice({ consultationId: unpublished }))).toEqual({
    ok: false,
    why: 'no-such-consultation',
  })
  expect(await saveNotice(office.staff, id, await aNotice({ campaignId: 99 }))).toEqual({ ok: false, why: 'no-such-campaign' })
})

test('only an administrator makes and changes open months, and each change leaves a line', async () => {
  const month = { title: '开放月', lang: 'zh-CN', summary: '', startsOn: '2026-12-01', endsOn: '2026-12-31', reportWithinDays: 10 }
  const { department } = await anOffice()
  for (const role of ['staff', 'publisher', 'moderator', 'auditor'] as const)
    expect(await createCampaign(await aViewer(role, department.id), month)).toEqual({ ok: false, why: 'not-your-role' })
  const administrator = await aViewer('administrator')
  const made = await createCampaign(administrator, month)
  if (!made.ok) throw new Error(made.why)
  expect(await changeCampaign(await aViewer('staff', department.id), made.id, month)).toEqual({ ok: false, why: 'not-your-role' })
  expect(await changeCampaign(administrator, made.id, { ...month, reportWithinDays: 20 })).toEqual({ ok: true })
  expect(await changeCampaign(administrator, made.id + 1, month)).toEqual({ ok: false, why: 'gone' })
  expect(await db.select().from(campaigns)).toMatchObject([{ reportWithinDays: 20, createdBy: administrator.id }])
  expect(await actsOn('campaign')).toEqual(['campaign-created', 'campaign-changed'])
  const other = await createCampaign(administrator, month)
  if (!other.ok) throw new Error(other.why)
  const office = await anOffice()
  for (let each = 0; each < 2; each++) await saveNotice(office.staff, await aPrepared(office), await aNotice({ campaignId: other.id }))
  expect((await campaignsForDesk()).map(({ id, days }) => [id, days])).toEqual([
    [other.id, 2],
    [made.id, 0],
  ])
})

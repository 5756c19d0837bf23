import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, transaction } from '#db/connection.server'
import { articles, consultations } from '#db/schema/consultations'
import { record } from '#db/schema/record'
import { articlesOf, consultationBySlug, consultationForDesk } from '~/consultations/reads.server'
import { correctDraft, importDraft } from '~/consultations/draft-writes.server'
import {
  createConsultation,
  lockConsultation,
  markReported,
  publishConsultation,
  requestApproval,
  returnConsultation,
  saveNotice,
  takeCommentNumber,
  takePointNumber,
} from '~/consultations/writes.server'
import { mayDecide } from '~/consultations/rules'
import type { Viewer } from '~/accounts/rules'
import { setClock, useDatabase } from '../support/database'
import { atTheKeyboard, aViewer } from '../support/people'
import { aNotice, anOffice, aPrepared, aSubmitted, DAY, draft, ZONE } from './given'

useDatabase()

const rowOf = async (id: number) => (await db.select().from(consultations).where(eq(consultations.id, id)))[0]!
const joined = async (id: number) => (await articlesOf(id)).map((article) => article.body).join('')
const actsOn = async (id: number) =>
  (
    await db
      .select()
      .from(record)
      .where(eq(record.subjectId, String(id)))
      .orderBy(record.seq)
  ).map((row) => row.act)

test('staff prepare a consultation, a publisher of the department puts it out, and every step leaves a line', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  expect(await publishConsultation(office.publisher, id, ZONE)).toEqual({ ok: true })
  const row = await rowOf(id)
  expect(row.slug).toMatch(/^\d{4}-\d+$/)
  expect(await consultationBySlug(row.slug)).toMatchObject({ id, department: { name: office.department.name } })
  expect(await actsOn(id)).toEqual([
    'consultation-created',
    'draft-imported',
    'notice-changed',
    'approval-requested',
    'consultation-published',
  ])
})

test('what is not published is not there for the public', async () => {
  const id = await aSubmitted(await anOffice())
  expect(await consultationBySlug((await rowOf(id)).slug)).toBeNull()
})

test('only staff of a department begin a consultation', async () => {
  const { department } = await anOffice()
  for (const role of ['publisher', 'moderator', 'auditor'] as const) {
    expect(await createConsultation(await aViewer(role, department.id), '标题')).toEqual({ ok: false, why: 'not-your-role' })
  }
  expect(await createConsultation(await aViewer('resident'), '标题')).toEqual({ ok: false, why: 'not-your-role' })
})

test('staff of another department neither see nor change it', async () => {
  const id = await aPrepared(await anOffice())
  const other = await anOffice()
  expect(await consultationForDesk(id, other.staff)).toBeNull()
  expect(await saveNotice(other.staff, id, aNotice())).toEqual({ ok: false, why: 'not-your-department' })
  expect(await importDraft(other.staff, id, { text: draft, name: '' })).toEqual({ ok: false, why: 'not-your-department' })
  expect(await requestApproval(other.staff, id, ZONE)).toMatchObject({ why: 'not-your-department' })
  expect(await consultationForDesk(id, await aViewer('auditor'))).toMatchObject({ id })
  expect(await consultationForDesk(id, await aViewer('resident'))).toBeNull()
})

test('a publisher of another department cannot publish, one of the whole county can', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  expect(await publishConsultation((await anOffice()).publisher, id, ZONE)).toMatchObject({ why: 'not-your-department' })
  expect(await publishConsultation(await aViewer('publisher'), id, ZONE)).toEqual({ ok: true })
})

test('who prepared or submitted it cannot publish it, whatever their role has become', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  expect(await publishConsultation({ ...office.staff, role: 'publisher' }, id, ZONE)).toMatchObject({ ok: false, why: 'own-work' })
})

test('who changed any of it cannot publish or return it, though a colleague prepared and submitted it', async () => {
  const office = await anOffice()
  const acts = {
    'draft-imported': (viewer: Viewer, id: number) => importDraft(viewer, id, { text: draft, name: '' }),
    'draft-corrected': (viewer: Viewer, id: number) => correctDraft(viewer, id, { do: 'merge', anchor: 'art-2' }),
    'notice-changed': (viewer: Viewer, id: number) => saveNotice(viewer, id, aNotice({ summary: '另一句话' })),
  }
  for (const act of Object.values(acts)) {
    const id = await aPrepared(office)
    const helper = await aViewer('staff', office.department.id)
    expect(await act(helper, id)).toMatchObject({ ok: true })
    await requestApproval(office.staff, id, ZONE)
    const promoted = { ...helper, role: 'publisher' as const }
    expect(await publishConsultation(promoted, id, ZONE)).toMatchObject({ ok: false, why: 'own-work' })
    expect(await returnConsultation(promoted, id, '重来')).toEqual({ ok: false, why: 'own-work' })
    // Negative control: by the columns the helper had no part in it.
    const row = await rowOf(id)
    expect([row.preparedBy, row.submittedBy]).not.toContain(helper.id)
    expect(mayDecide(promoted, row, [row.preparedBy, row.submittedBy!])).toEqual({ ok: true })
    expect(await publishConsultation(office.publisher, id, ZONE)).toEqual({ ok: true })
  }
})

test('a password given more than ten minutes ago is asked for once more before a notice goes out', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  await setClock('11 minutes')
  expect(await publishConsultation(office.publisher, id, ZONE)).toMatchObject({ ok: false, why: 'sign-in-again' })
  expect(await publishConsultation(await atTheKeyboard(office.publisher), id, ZONE)).toEqual({ ok: true })
})

test('without the rule the database itself refuses the preparer', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  const bySelf = db.update(consultations).set({ publishedAt: new Date(), publishedBy: office.staff.id }).where(eq(consultations.id, id))
  await expect(bySelf).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ constraint_name: 'consultations_two_people' }) }),
  )
})

test('of two publishers at once one publishes and the other is told that it is out', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  const second = await aViewer('publisher', office.department.id)
  const answers = await Promise.all([publishConsultation(office.publisher, id, ZONE), publishConsultation(second, id, ZONE)])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ why: 'published' })
  expect((await actsOn(id)).filter((act) => act === 'consultation-published')).toHaveLength(1)
})

test('each thing a notice lacks is named, and nothing goes out', async () => {
  const office = await anOffice()
  const cases: [object, string][] = [
    [{ summary: ' ' }, 'summary'],
    [{ explanatoryNote: '' }, 'explanatory-note'],
    [{ legalBasis: '' }, 'legal-basis'],
    [{ contactPhone: '', contactEmail: '' }, 'contact'],
    [{ opensAt: null }, 'opens-at'],
    [{ closesAt: null }, 'closes-at'],
    [{ closesAt: new Date(Date.now() + DAY / 2) }, 'closes-before-opening'],
    [{ closesAt: new Date(Date.now() + 20 * DAY) }, 'period-short'],
  ]
  for (const [notice, missing] of cases) {
    const id = await aPrepared(office, notice)
    expect(await requestApproval(office.staff, id, ZONE)).toEqual({ ok: false, why: 'incomplete', missing: [missing] })
    expect((await rowOf(id)).submittedAt).toBeNull()
  }
  const empty = await aPrepared(office, {}, '')
  expect(await requestApproval(office.staff, empty, ZONE)).toEqual({ ok: false, why: 'incomplete', missing: ['draft'] })
})

test('under thirty days is lawful with a public reason', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office, { closesAt: new Date(Date.now() + 10 * DAY), shortPeriodReason: '汛期将至，须在七月前施行。' })
  expect(await publishConsultation(office.publisher, id, ZONE)).toEqual({ ok: true })
})

test('an approval that comes late shortens the period and is refused until the close is moved', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office, { closesAt: new Date(Date.now() + 32 * DAY) })
  await setClock('5 days')
  expect(await publishConsultation(office.publisher, id, ZONE)).toEqual({ ok: false, why: 'incomplete', missing: ['period-short'] })
  expect(await returnConsultation(office.publisher, id, '请推迟截止时间')).toEqual({ ok: true })
  await saveNotice(office.staff, id, aNotice({ closesAt: new Date(Date.now() + 40 * DAY) }))
  await requestApproval(office.staff, id, ZONE)
  expect(await publishConsultation(await atTheKeyboard(office.publisher), id, ZONE)).toEqual({ ok: true })
  const row = await rowOf(id)
  expect(row.opensAt).toEqual(row.publishedAt)
})

test('nothing is published that was not submitted, and a returned one says why', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  expect(await publishConsultation(office.publisher, id, ZONE)).toMatchObject({ why: 'not-submitted' })
  await requestApproval(office.staff, id, ZONE)
  await returnConsultation(office.publisher, id, '说明太短')
  expect(await rowOf(id)).toMatchObject({ submittedAt: null, submittedBy: null, returnedWhy: '说明太短' })
  expect(await publishConsultation(office.publisher, id, ZONE)).toMatchObject({ why: 'not-submitted' })
})

test('between submission and decision, and for ever after publication, notice and draft are frozen', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  const change = async () => [
    await saveNotice(office.staff, id, aNotice({ title: '另一标题' })),
    await importDraft(office.staff, id, { text: '第一条　别的。', name: '' }),
    await correctDraft(office.staff, id, { do: 'merge', anchor: 'art-2' }),
  ]
  for (const answer of await change()) expect(answer).toEqual({ ok: false, why: 'submitted' })
  await publishConsultation(office.publisher, id, ZONE)
  for (const answer of await change()) expect(answer).toEqual({ ok: false, why: 'published' })
  expect(await joined(id)).toBe(draft)
})

test('corrections change how the draft is cut and never its text', async () => {
  const { staff } = await anOffice()
  const id = await aPrepared({ staff } as never)
  const anchors = async () => (await articlesOf(id)).map((article) => article.anchor)
  expect(await anchors()).toEqual(['preamble', 'art-1', 'art-2', 'art-3'])
  await correctDraft(staff, id, { do: 'merge', anchor: 'art-3' })
  expect(await anchors()).toEqual(['preamble', 'art-1', 'art-2'])
  const [, , second] = await articlesOf(id)
  await correctDraft(staff, id, { do: 'split', anchor: 'art-2', offset: second!.body.indexOf('第三条') })
  await correctDraft(staff, id, { do: 'relabel', anchor: 'art-1', heading: { kind: 'heading', label: '第一条', title: '目的' } })
  expect(await anchors()).toEqual(['preamble', 'art-1', 'art-2', 'art-3'])
  expect((await articlesOf(id))[1]).toMatchObject({ kind: 'heading', title: '目的', commentable: false })
  expect(await joined(id)).toBe(draft)
  expect(await correctDraft(staff, id, { do: 'merge', anchor: 'art-9' })).toEqual({ ok: false, why: 'no-such-unit' })
})

test('a second import keeps the address of an article that kept its number', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  await importDraft(office.staff, id, { text: `${draft}第四条\u3000解释权属县政府。\n`, name: '二稿.txt' })
  expect((await articlesOf(id)).map((article) => article.anchor)).toEqual(['preamble', 'art-1', 'art-2', 'art-3', 'art-4'])
})

test('text that cannot be stored is refused with its reason', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  expect(await importDraft(office.staff, id, { text: '第一条\0', name: '' })).toEqual({ ok: false, why: 'broken-text' })
  expect(await importDraft(office.staff, id, { text: '第一条\ud800', name: '' })).toEqual({ ok: false, why: 'broken-text' })
  expect(await importDraft(office.staff, id, { text: 'x'.repeat(500_001), name: '' })).toEqual({ ok: false, why: 'draft-too-long' })
  expect(await joined(id)).toBe(draft)
})

test('half a million characters in shreds are refused before they are cut', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  for (const line of ['（一）（二）', '（一）', '第一条', '1.1 a', '# a', '附件1', 'a\n']) {
    const text = `${line}\n`.repeat(480_000 / (line.length + 1))
    const began = performance.now()
    expect(await importDraft(office.staff, id, { text, name: '' }), line).toEqual({ ok: false, why: 'draft-too-long' })
    expect(performance.now() - began, line).toBeLessThan(1_000)
  }
  expect(await joined(id)).toBe(draft)
})

test('the longest draft there may be, with items under every article, is not taken for shreds', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  const article = (_: unknown, i: number) =>
    `第${i + 1}条\u3000有下列情形之一的，应当登记：\n${'（一）占用公共道路的；\n1. 临时占用；\n'.repeat(2)}`
  const text = Array.from({ length: 2_200 }, article).join('')
  expect(await importDraft(office.staff, id, { text, name: '' })).toMatchObject({ ok: true })
})

test('units that do not join to the source cannot be committed, even past the verbs', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  const cut = transaction((tx) => tx.update(articles).set({ body: '缺了' }).where(eq(articles.consultationId, id)))
  await expect(cut).rejects.toThrow(/do not join/)
  expect(await joined(id)).toBe(draft)
})

test('comments are numbered one by one without gaps, also when many come at once', async () => {
  const id = await aPrepared(await anOffice())
  const numbers = await Promise.all(Array.from({ length: 20 }, () => transaction(async (tx) => (await takeCommentNumber(tx, id)).number)))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  await transaction(async (tx) => {
    await takeCommentNumber(tx, id)
    throw new Error('refused')
  }).catch(() => {})
  expect((await transaction((tx) => takeCommentNumber(tx, id))).number).toBe(21)
  expect(await transaction((tx) => takePointNumber(tx, id))).toBe(1)
})

test('the first report keeps its instant when a correction follows', async () => {
  const id = await aPrepared(await anOffice())
  await transaction((tx) => markReported(tx, id))
  const first = (await rowOf(id)).reportedAt
  await setClock('3 days')
  await transaction((tx) => markReported(tx, id))
  expect((await rowOf(id)).reportedAt).toEqual(first)
  expect(await transaction((tx) => lockConsultation(tx, 999_999))).toBeNull()
})

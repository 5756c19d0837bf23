import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db, transaction } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import { consultations } from '#db/schema/consultations'
import { outbox } from '#db/schema/messages'
import { record } from '#db/schema/record'
import { pointComments, points, reports } from '#db/schema/reports'
import { takeCommentNumber } from '~/consultations/writes.server'
import { withdrawComment } from '~/comments/writes.server'
import { workOf } from '~/reports/desk-reads.server'
import { canonical, type ReportDocument } from '~/reports/document'
import { digestOf } from '~/reports/material-reads.server'
import {
  changePointComments,
  createPoint,
  decidePoint,
  deletePoint,
  mergePoints,
  refuseComment,
  sortComments,
} from '~/reports/point-writes.server'
import { outcomeOf, publishedReport, publishedReports } from '~/reports/reads.server'
import { balanceOf, isReportReady, mayPublishReport } from '~/reports/rules'
import { publishReport, returnReport, saveStatement, startCorrection, submitReport } from '~/reports/writes.server'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { atTheKeyboard, aViewer } from '../support/people'
import { aClosedConsultation, anOpenConsultation, aPublishedReport, decide, enter, publish, say, seenBy, sortInto, submit } from './given'

useDatabase()

const fateOf = async (consultationId: number, number: number) => {
  const [row] = await db
    .select({ fate: comments.fate })
    .from(comments)
    .where(and(eq(comments.consultationId, consultationId), eq(comments.number, number)))
  return row!.fate
}
const balance = async (id: number) => balanceOf((await workOf(id)).facts)
const authors = async (id: number, point: number) => (await workOf(id)).points.find((one) => one.number === point)?.comments
const acts = async () => (await db.select({ act: record.act }).from(record)).map((row) => row.act)

describe('sorting', () => {
  test('it begins after the close', async () => {
    const given = await anOpenConsultation()
    await say(given, '充电桩不够')
    expect(await createPoint(given.desk, { summary: '充电桩', articleId: null })).toEqual({ ok: false, why: 'still-open' })
    await setClock('10 days')
    expect(await createPoint(given.desk, { summary: '充电桩', articleId: null })).toEqual({ ok: true, number: 1 })
  })

  test('one comment may stand in two points and still counts once', async () => {
    const given = await aClosedConsultation(['一是充电桩，二是停车棚'])
    const first = await sortInto(given, 1, '充电桩')
    await sortComments(given.desk, { numbers: [1], into: [first], newPoint: { summary: '停车棚', articleId: null } })
    expect([await authors(given.id, 1), await authors(given.id, 2)]).toEqual([[1], [1]])
    expect(await balance(given.id)).toMatchObject({ received: 1, inPoints: 1, closes: true })
  })

  test('a refused comment that is sorted after all leaves the refused ones, and the other way round', async () => {
    const given = await aClosedConsultation(['买一送一'])
    await refuseComment(given.desk, 1, { reason: 'advertising', note: '' })
    expect(await balance(given.id)).toMatchObject({ inadmissible: 1, inPoints: 0 })
    await sortInto(given, 1)
    expect(await balance(given.id)).toMatchObject({ inadmissible: 0, inPoints: 1 })
    await refuseComment(given.desk, 1, { reason: 'duplicate', note: '' })
    expect(await authors(given.id, 1)).toEqual([])
    expect(await balance(given.id)).toMatchObject({ inadmissible: 1, inPoints: 0, closes: true })
  })

  test('a withdrawn comment cannot be put into a point', async () => {
    const given = await anOpenConsultation()
    const { code } = await say(given, '我再想想')
    await withdrawComment(code)
    await setClock('10 days')
    expect(await sortComments(given.desk, { numbers: [1], into: [], newPoint: { summary: '想想', articleId: null } })).toEqual({
      ok: false,
      why: 'withdrawn',
    })
    expect(await refuseComment(given.desk, 1, { reason: 'duplicate', note: '' })).toEqual({ ok: false, why: 'withdrawn' })
    expect(await balance(given.id)).toMatchObject({ withdrawn: 1, closes: true })
  })

  test('a refusal changes nothing and takes no number', async () => {
    const given = await aClosedConsultation(['充电桩不够'])
    expect(await sortComments(given.desk, { numbers: [1], into: [9], newPoint: { summary: '新', articleId: null } })).toEqual({
      ok: false,
      why: 'unknown-point',
    })
    expect(await sortComments(given.desk, { numbers: [1, 77], into: [], newPoint: { summary: '新', articleId: null } })).toEqual({
      ok: false,
      why: 'unknown-comment',
    })
    expect(await sortComments(given.desk, { numbers: [1], into: [], newPoint: null })).toEqual({ ok: false, why: 'nothing-chosen' })
    expect(await db.select().from(points)).toEqual([])
    expect(await acts()).toEqual([])
  })

  test('nobody but staff of the department sorts', async () => {
    const given = await aClosedConsultation(['充电桩不够'])
    const stranger = (await anOpenConsultation()).staff
    await setClock('10 days')
    const newPoint = { summary: '充电桩', articleId: null }
    expect(await createPoint({ ...given.desk, viewer: stranger }, newPoint)).toEqual({ ok: false, why: 'not-your-department' })
    expect(await createPoint({ ...given.desk, viewer: given.publisher }, newPoint)).toEqual({ ok: false, why: 'not-your-role' })
    expect(await createPoint({ ...given.desk, viewer: await aViewer('auditor') }, newPoint)).toEqual({ ok: false, why: 'not-your-role' })
  })

  test('an article of another draft is no article of this point', async () => {
    const given = await aClosedConsultation(['充电桩不够'])
    const other = await anOpenConsultation()
    await setClock('10 days')
    expect(await createPoint(given.desk, { summary: '充电桩', articleId: other.articles[0]!.id })).toEqual({
      ok: false,
      why: 'unknown-article',
    })
  })

  test('every act leaves its line', async () => {
    const given = await aClosedConsultation(['充电桩不够', '停车棚太小'])
    const [first, second] = [await sortInto(given, 1), await sortInto(given, 2)]
    await decide(given, first)
    await mergePoints(given.desk, second, first)
    await changePointComments(given.desk, first, { add: [], remove: [2] })
    await refuseComment(given.desk, 2, { reason: 'duplicate', note: '' })
    await deletePoint(given.desk, first)
    expect(await acts()).toEqual([
      'point-created',
      'comment-sorted',
      'point-created',
      'comment-sorted',
      'point-decided',
      'points-merged',
      'point-comments-changed',
      'comment-refused',
      'point-deleted',
    ])
  })
})

describe('points', () => {
  test('deleting a point frees the comments that stand in no other', async () => {
    const given = await aClosedConsultation(['一', '二'])
    const first = await sortInto(given, 1)
    await sortComments(given.desk, { numbers: [2], into: [first], newPoint: { summary: '二', articleId: null } })
    await deletePoint(given.desk, first)
    expect([await fateOf(given.id, 1), await fateOf(given.id, 2)]).toEqual([null, 'in_points'])
    expect((await balance(given.id)).unaccounted).toEqual([1])
  })

  test('an article left as it was is kept as no change, and a new passage has no text before it', async () => {
    const given = await aClosedConsultation(['一'])
    const number = await sortInto(given, 1)
    const kept = async () => (await workOf(given.id)).points.find((one) => one.number === number)!
    await decide(given, number, { disposition: 'adopted', textBefore: '第一条 原文。', textAfter: ' 第一条 原文。\n' })
    expect(await kept()).toMatchObject({ textBefore: '第一条 原文。', textAfter: '' })
    await decide(given, number, { disposition: 'adopted', textBefore: '第一条 原文。', textAfter: '第一条之一 新文。', newPassage: true })
    expect(await kept()).toMatchObject({ textBefore: '', textAfter: '第一条之一 新文。', newPassage: true })
  })

  test('merging keeps every author, and counts one who was in both once', async () => {
    const given = await aClosedConsultation(['一', '二', '三'])
    const first = await sortInto(given, 1)
    const second = await sortInto(given, 2)
    await changePointComments(given.desk, second, { add: [1, 3], remove: [] })
    expect(await mergePoints(given.desk, second, first)).toEqual({ ok: true, into: first })
    expect(await authors(given.id, first)).toEqual([1, 2, 3])
    expect(await authors(given.id, second)).toBeUndefined()
    expect(await balance(given.id)).toMatchObject({ inPoints: 3, closes: true })
    expect(await mergePoints(given.desk, first, first)).toEqual({ ok: false, why: 'same-point' })
  })

  test('the table itself refuses a comment in a point while it is counted elsewhere', async () => {
    const given = await aClosedConsultation(['一', '二'])
    const point = await sortInto(given, 1)
    const [row] = await db.select({ id: points.id }).from(points).where(eq(points.number, point))
    await expect(db.insert(pointComments).values({ consultationId: given.id, pointId: row!.id, number: 2 })).rejects.toThrow()
    await expect(ownerSql`update comments set fate = 'inadmissible' where number = 1`).rejects.toThrow(/point_comments_fate/)
    // Negative control: without the key the same comment could end twice.
    await ownerSql
      .begin(async (sql) => {
        await sql`alter table point_comments drop constraint point_comments_fate`
        await sql`update comments set fate = 'inadmissible' where number = 1`
        expect(
          await sql`select 1 from comments join point_comments using (consultation_id, number) where comments.fate <> 'in_points'`,
        ).toHaveLength(1)
        throw new Error('undo')
      })
      .catch((error: Error) => expect(error.message).toBe('undo'))
  })
})

describe('publication', () => {
  test('is refused while a comment is unaccounted for, and names it', async () => {
    const given = await aClosedConsultation(['一', '二'])
    await decide(given, await sortInto(given, 1))
    expect(await submit(given)).toEqual({ ok: false, why: [{ why: 'unaccounted', comments: [2] }] })
    expect(await publish(given)).toEqual({ ok: false, why: [{ why: 'unaccounted', comments: [2] }, { why: 'not-submitted' }] })
  })

  test('zero comments make a proper report', async () => {
    const given = await aClosedConsultation([])
    expect(await submit(given)).toEqual({ ok: true })
    expect(await publish(given)).toMatchObject({ ok: true, revision: 1 })
    const report = await publishedReport(given.id)
    expect(report!.document.equation).toEqual({ received: 0, inPoints: 0, withdrawn: 0, inadmissible: 0, unaccounted: 0 })
    expect(report!.document.figures.byArticle.map((row) => row.comments)).toEqual([0, 0])
  })

  test('the document is frozen, its digest is of its own characters, and the consultation is reported', async () => {
    const given = await aPublishedReport()
    const report = await publishedReport(given.id)
    expect(report!.digest).toBe(given.digest)
    expect(digestOf(report!.document)).toBe(given.digest)
    expect(JSON.parse(canonical(report!.document))).toEqual(report!.document)
    const [row] = await db.select({ reportedAt: consultations.reportedAt }).from(consultations).where(eq(consultations.id, given.id))
    expect(row!.reportedAt).toEqual(report!.publishedAt)
    expect(await publishedReports()).toMatchObject([{ slug: given.slug, revision: 1, equation: { received: 1, inPoints: 1 }, points: 1 }])
    expect(await outcomeOf(given.id, 1)).toMatchObject({
      fate: 'in_points',
      inadmissible: null,
      points: [{ number: 1, disposition: 'not_adopted', reason: '理由 1' }],
    })
    expect(await outcomeOf(given.id, 2)).toBeNull()
  })

  test('words that the public may not read are not in the document', async () => {
    const given = await aPublishedReport(['我的电话是 13800000000'])
    expect(JSON.stringify((await publishedReport(given.id))!.document)).not.toContain('13800000000')
  })

  test('whoever prepared any of it cannot publish it, even as a publisher', async () => {
    const given = await aClosedConsultation(['一'])
    await decide(given, await sortInto(given, 1))
    await submit(given)
    const promoted = { ...given.staff, role: 'publisher' as const }
    expect(await publish(given, promoted)).toEqual({ ok: false, why: [{ why: 'same-person' }] })
    await expect(
      ownerSql`update reports set published_by = prepared_by, published_at = app_now(), document = '{}', digest = 'x'`,
    ).rejects.toThrow(/reports_two_people/)
    expect(await publish(given, given.staff)).toEqual({ ok: false, why: 'not-your-role' })
    expect(await publish(given, await aViewer('publisher', (await anOpenConsultation()).department.id))).toEqual({
      ok: false,
      why: 'not-your-department',
    })
    expect(await publish(given)).toMatchObject({ ok: true })
  })

  describe('everyone who wrote any of it, also where a colleague wrote over it', () => {
    /** X decides the point; a colleague saves it again, writes the statement and hands it in; X becomes a publisher. */
    async function writtenOver() {
      const given = await aClosedConsultation(['一'])
      const x = await aViewer('staff', given.department.id)
      const point = await sortInto(given, 1)
      await decide({ ...given, desk: { ...given.desk, viewer: x } }, point)
      await decide(given, point, { reason: '理由，改过' })
      await submit(given)
      return { given, x: { ...x, role: 'publisher' as const } }
    }

    test('is refused with the reason, and so is returning it', async () => {
      const { given, x } = await writtenOver()
      expect(await publish(given, x)).toEqual({ ok: false, why: [{ why: 'same-person' }] })
      expect(await returnReport({ viewer: x, consultationId: given.id }, '再看看')).toEqual({ ok: false, why: 'same-person' })
      expect(await publish(given)).toMatchObject({ ok: true })
    })

    test('negative control: no column of the report or its points names them any more', async () => {
      const { given, x } = await writtenOver()
      const [one] = await db.select().from(points).where(eq(points.consultationId, given.id))
      const [report] = await db.select().from(reports).where(eq(reports.consultationId, given.id))
      const named = [one!.createdBy, one!.decidedBy!, report!.preparedBy]
      expect(named).not.toContain(x.id)
      const now = new Date(8.64e15)
      expect(mayPublishReport({ ...(await workOf(given.id)).facts, preparers: named }, x.id, now)).toEqual({ ok: true })
    })

    test('the wording of an earlier revision counts in its correction', async () => {
      const { given, x } = await writtenOver()
      await publish(given)
      await startCorrection(given.desk, '引用条款有误')
      await submitReport(given.desk)
      expect(await publish(given, x)).toEqual({ ok: false, why: [{ why: 'same-person' }] })
      expect(await publish(given)).toMatchObject({ ok: true, revision: 2 })
    })

    test('work on another consultation does not count', async () => {
      const { x } = await writtenOver()
      const other = await aClosedConsultation(['一'])
      await setClock('20 days')
      await decide(other, await sortInto(other, 1))
      await submit(other)
      expect(await publish({ ...other, publisher: { ...x, departmentId: other.department.id } })).toMatchObject({ ok: true })
    })
  })

  test('a password given more than ten minutes ago is asked for once more, after everything else', async () => {
    const given = await aClosedConsultation(['一'])
    const point = await sortInto(given, 1)
    const before = await atTheKeyboard(given.publisher)
    await setClock('10 days 11 minutes')
    expect(await publishReport({ viewer: before, consultationId: given.id }, '')).toMatchObject({
      why: [{ why: 'point-undecided' }, {}, {}],
    })
    await decide(given, point)
    await submit(given)
    const seen = await seenBy(given)
    expect(await publishReport({ viewer: before, consultationId: given.id }, seen)).toEqual({ ok: false, why: 'sign-in-again' })
    expect(await publishReport({ viewer: await atTheKeyboard(before), consultationId: given.id }, seen)).toMatchObject({ ok: true })
  })

  test('points and statement rest while the publisher reads; a return opens them again', async () => {
    const given = await aClosedConsultation(['一'])
    const point = await sortInto(given, 1)
    await decide(given, point)
    await submit(given)
    expect(await decide(given, point, { reason: '改口' })).toEqual({ ok: false, why: 'submitted' })
    expect(await saveStatement(given.desk, '改口')).toEqual({ ok: false, why: 'submitted' })
    expect(await submitReport(given.desk)).toEqual({ ok: false, why: 'submitted' })
    expect(await returnReport({ viewer: given.publisher, consultationId: given.id }, '请写明依据')).toEqual({ ok: true })
    expect((await workOf(given.id)).inWork).toMatchObject({ submittedAt: null, returnedWhy: '请写明依据' })
    expect(await decide(given, point, { reason: '依据第二条' })).toEqual({ ok: true })
  })

  test('what is published is what the publisher saw', async () => {
    const given = await aClosedConsultation(['一'])
    const point = await sortInto(given, 1)
    await decide(given, point)
    await submit(given)
    const seen = await seenBy(given)
    await returnReport({ viewer: given.publisher, consultationId: given.id }, '再看看')
    await decide(given, point, { reason: '另一个理由' })
    await submit(given)
    expect(await publishReport({ viewer: await atTheKeyboard(given.publisher), consultationId: given.id }, seen)).toEqual({
      ok: false,
      why: 'changed-meanwhile',
    })
  })

  test('two publishers at once publish once', async () => {
    const given = await aClosedConsultation(['一'])
    await decide(given, await sortInto(given, 1))
    await submit(given)
    const both = [await atTheKeyboard(given.publisher), await atTheKeyboard(await aViewer('publisher', given.department.id))]
    const seen = await seenBy(given)
    const answers = await Promise.all(both.map((viewer) => publishReport({ viewer, consultationId: given.id }, seen)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, why: [{ why: 'already-published' }] })
  })

  test('every author with a contact is told once per comment, the withdrawn ones not', async () => {
    const given = await anOpenConsultation()
    await say(given, '一', { contact: { kind: 'phone', address: '13800000001' } })
    await say(given, '二')
    const { code } = await say(given, '三', { contact: { kind: 'email', address: 'a@example.org' } })
    await withdrawComment(code)
    await setClock('10 days')
    for (const number of [1, 2]) await decide(given, await sortInto(given, number))
    await submit(given)
    await publish(given)
    expect(await db.select({ template: outbox.template }).from(outbox).where(eq(outbox.template, 'reported'))).toHaveLength(1)
  })

  test('a comment the clerk enters during publication is in the report or refused, never between', async () => {
    const given = await aClosedConsultation(['一'])
    await decide(given, await sortInto(given, 1))
    await submit(given)
    const seen = await seenBy(given)
    const [entered, goOn] = [aSignal(), aSignal()]
    const present = await atTheKeyboard(given.publisher)
    const clerk = transaction(async (tx) => {
      const { number } = await takeCommentNumber(tx, given.id)
      await tx.insert(comments).values({
        consultationId: given.id,
        number,
        channel: 'paper',
        body: '窗口收到的信',
        enteredBy: given.staff.id,
        receivedAt: new Date(0),
        receiptKey: randomUUID(),
        receiptSealed: Buffer.from('x'),
        formKey: randomUUID(),
        formPrint: '',
      })
      entered.give()
      await goOn.given
    })
    await entered.given
    // Negative control: without the lock the facts still close while the letter is being entered.
    const unlocked = await workOf(given.id)
    expect(isReportReady(unlocked.facts, new Date(8.64e15))).toEqual({ ok: true })
    const publication = publishReport({ viewer: present, consultationId: given.id }, seen)
    await waiting()
    goOn.give()
    await clerk
    expect(await publication).toEqual({ ok: false, why: [{ why: 'unaccounted', comments: [2] }] })
  })

  test('after publication the clerk is refused', async () => {
    const given = await aPublishedReport()
    expect(await enter(given, '迟到的信', new Date(0))).toEqual({ ok: false, why: 'reported' })
  })
})

function aSignal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give }
}

/** Until some session of this database waits for a lock. */
async function waiting() {
  for (;;) {
    const [row] = await ownerSql`select 1 from pg_locks where not granted`
    if (row) return
  }
}

describe('correction', () => {
  test('is the next revision with its reason, through the same gate; the old one stays as it was', async () => {
    const given = await aPublishedReport()
    expect(await decide(given, 1, { reason: '更正' })).toEqual({ ok: false, why: 'already-published' })
    expect(await startCorrection(given.desk, '第1点引用条款有误')).toEqual({ ok: true, revision: 2 })
    expect(await startCorrection(given.desk, '再来')).toEqual({ ok: false, why: 'not-published' })
    await decidePoint(given.desk, 1, {
      summary: '充电桩',
      articleId: given.articles[0]!.id,
      disposition: 'adopted',
      reason: '确有需要',
      textBefore: '旧',
      textAfter: '',
      newPassage: false,
    })
    expect(await submitReport(given.desk)).toEqual({ ok: false, why: [{ why: 'adopted-without-text', points: [1] }] })
    await decidePoint(given.desk, 1, {
      summary: '充电桩',
      articleId: given.articles[0]!.id,
      disposition: 'adopted',
      reason: '确有需要',
      textBefore: '旧',
      textAfter: '新',
      newPassage: false,
    })
    await submitReport(given.desk)
    expect(await publish(given)).toMatchObject({ ok: true, revision: 2 })
    const [first, second] = [await publishedReport(given.id, 1), await publishedReport(given.id)]
    expect(first).toMatchObject({ revision: 1, latest: 2, digest: given.digest })
    expect(digestOf(first!.document)).toBe(given.digest)
    expect(second!.document).toMatchObject({
      revision: 2,
      correctionWhy: '第1点引用条款有误',
      earlier: [{ revision: 1, digest: given.digest }],
    } satisfies Partial<ReportDocument> | object)
    expect((await outcomeOf(given.id, 1))!.points[0]).toMatchObject({ disposition: 'adopted', textAfter: '新' })
    expect(await publishedReport(given.id, 3)).toBeNull()
    expect(await db.select().from(reports)).toHaveLength(2)
  })

  test('there is nothing to correct before the first report', async () => {
    const given = await aClosedConsultation(['一'])
    expect(await startCorrection(given.desk, '早了')).toEqual({ ok: false, why: 'not-published' })
  })
})

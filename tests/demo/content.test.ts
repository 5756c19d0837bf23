import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { demoConsultations, layDemo } from '#db/demo/lay'
import { comments } from '#db/schema/comments'
import { articles, consultations } from '#db/schema/consultations'
import { county } from '#db/schema/county'
import { outbox } from '#db/schema/messages'
import { moderations, objections } from '#db/schema/moderation'
import { record } from '#db/schema/record'
import { points, reports } from '#db/schema/reports'
import { missingIn, stageOf, stages, isClosingSoon } from '~/consultations/rules'
import { receiptByCode } from '~/comments/reads.server'
import { personalDataIn } from '~/moderation/personal-data'
import { onlyCovers } from '~/moderation/redaction'
import { maskLabels } from '~/moderation/words'
import { recordWords } from '~/record/words'
import { workOf } from '~/reports/desk-reads.server'
import type { ReportDocument } from '~/reports/document'
import { digestOf } from '~/reports/material-reads.server'
import { balanceOf, dispositions, isReportReady } from '~/reports/rules'
import { unseal } from '~/sealing.server'
import { databaseNow } from '~/web/clock.server'
import { useDatabase } from '../support/database'

useDatabase()
beforeEach(() => layDemo({ again: true }))

const everyConsultation = () => db.select().from(consultations).orderBy(asc(consultations.id))
const bySlug = async (slug: string) => (await everyConsultation()).find((row) => row.slug === slug)!

test('every state a consultation can be in is there, and one closes soon', async () => {
  const [now, rows] = [await databaseNow(), await everyConsultation()]
  expect([...new Set(rows.map((row) => stageOf(row, now)))].sort()).toEqual([...stages].sort())
  expect(rows.filter((row) => isClosingSoon(row, now)).map((row) => row.slug)).toEqual(['night-stalls'])
})

test('every draft is its articles joined, and each comment and point stands at an article of its own draft', async () => {
  for (const row of await everyConsultation()) {
    const units = await db.select().from(articles).where(eq(articles.consultationId, row.id)).orderBy(articles.position)
    expect(units.map((unit) => unit.body).join(''), row.slug).toBe(row.sourceText)
    expect(units.filter((unit) => unit.kind === 'article').length, row.slug).toBe(
      row.sourceText.match(/^第[一二三四五六七八九十]+条/gm)!.length,
    )
  }
  for (const point of await db
    .select()
    .from(points)
    .where(and(isNotNull(points.articleId), isNotNull(points.disposition)))) {
    const [article] = await db.select().from(articles).where(eq(articles.id, point.articleId!))
    expect(article!.body, point.summary).toContain(point.textBefore)
  }
})

test('everything published carries what the product asks of a notice', async () => {
  const now = await databaseNow()
  const [{ zone }] = (await db.select({ zone: county.zone }).from(county)) as [{ zone: string }]
  for (const row of await everyConsultation()) {
    if (!row.submittedAt) continue
    const asOf = row.publishedAt ?? now
    expect(missingIn(row, 1, asOf, zone), row.slug).toEqual([])
  }
})

test('nothing has happened yet that is still to come', async () => {
  const now = await databaseNow()
  const instants = [
    ...(await db.select().from(comments)).flatMap((row) => [row.receivedAt, row.enteredAt, row.withdrawnAt]),
    ...(await db.select().from(moderations)).map((row) => row.decidedAt),
    ...(await db.select().from(objections)).flatMap((row) => [row.madeAt, row.answeredAt]),
    ...(await db.select().from(reports)).map((row) => row.publishedAt),
    ...(await db.select().from(record)).map((row) => row.at),
    ...(await db.select().from(outbox)).flatMap((row) => [row.createdAt, row.deliveredAt]),
  ]
  expect(instants.filter((at) => at && at > now)).toEqual([])
})

test('every comment has a receipt that is found by its code, and passages are covered as the office may cover them', async () => {
  const rows = await db
    .select()
    .from(comments)
    .leftJoin(moderations, and(eq(moderations.consultationId, comments.consultationId), eq(moderations.number, comments.number)))
  for (const { comments: comment, moderations: moderation } of rows) {
    expect((await receiptByCode(unseal(comment.receiptSealed)))?.number).toBe(comment.number)
    if (moderation?.visibility === 'redacted') expect(onlyCovers(comment.body, moderation.publicBody!, maskLabels)).toBe(true)
    if (moderation?.visibility === 'published') expect(personalDataIn(comment.body), comment.body).toEqual([])
  }
  expect(rows.filter((row) => row.moderations === null && !row.comments.withdrawnAt).length).toBeGreaterThan(2)
  expect(await db.$count(objections, isNull(objections.answeredAt))).toBe(1)
})

test('published reports balance, pass the gate, carry their own digest and show every disposition', async () => {
  const now = await databaseNow()
  for (const slug of ['lifts', 'place-names']) {
    const { id } = await bySlug(slug)
    const { facts } = await workOf(id)
    expect(balanceOf(facts).closes, slug).toBe(true)
    expect(isReportReady({ ...facts, statement: 'as published' }, now), slug).toEqual({ ok: true })
    for (const row of await db.select().from(reports).where(eq(reports.consultationId, id))) {
      const document = row.document as ReportDocument
      expect(digestOf(document)).toBe(row.digest)
      expect(document.publishedAt).toBe(row.publishedAt!.toISOString())
      expect(document.equation.unaccounted).toBe(0)
      expect(document.earlier.length).toBe(row.revision - 1)
    }
  }
  const [first] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.consultationId, (await bySlug('lifts')).id), eq(reports.revision, 1)))
  expect([...new Set((first!.document as ReportDocument).points.map((point) => point.disposition))].sort()).toEqual(
    [...dispositions].sort(),
  )
  expect((first!.document as ReportDocument).equation.received).toBe(11)
})

test('the county is in the middle of the work on one: some comments are unaccounted for, so its report is refused', async () => {
  const { facts } = await workOf((await bySlug('rural-roads')).id)
  expect(balanceOf(facts).unaccounted.length).toBeGreaterThan(0)
  expect(facts.comments.filter((comment) => comment.fate === 'inadmissible').length).toBe(1)
  expect(isReportReady(facts, await databaseNow()).ok).toBe(false)
})

test('some authors still wait for a call, older calls were made and keep no contact', async () => {
  const calls = await db.select().from(outbox)
  const [waiting, made] = [calls.filter((call) => !call.deliveredAt), calls.filter((call) => call.deliveredAt)]
  expect(waiting.length).toBeGreaterThan(0)
  expect(made.length).toBeGreaterThan(0)
  expect(made.filter((call) => call.recipient || call.params || call.outcome !== 'reached')).toEqual([])
})

test('every act in the record of the demo has its words', async () => {
  const acts = await db.selectDistinct({ act: record.act }).from(record)
  expect(acts.filter(({ act }) => !(act in recordWords.zh.act)).map(({ act }) => act)).toEqual([])
})

test('every number, address and mailbox in the demo is an invented one', () => {
  const text = JSON.stringify(demoConsultations)
  expect(text.match(/1\d{10}/g)!.filter((phone) => !phone.startsWith('1380000'))).toEqual([])
  expect(text.match(/0\d{3}-\d{7}/g)!.filter((phone) => !phone.startsWith('0000-'))).toEqual([])
  expect(text.match(/[\w.]+@[\w.]+/g)!.filter((mail) => !mail.endsWith('@chengxi.example'))).toEqual([])
})

import { and, eq } from 'drizzle-orm'
import { pointComments, points, reports } from '#db/schema/reports'
import { workOf } from '~/reports/desk-reads.server'
import { documentOf } from '~/reports/document'
import { digestOf, materialOf } from '~/reports/material-reads.server'
import { mayPublishReport } from '~/reports/rules'
import type { DemoConsultation, DemoPoint, DemoReport } from './content'
import { layCall } from './lay-calls'
import type { Place } from './lay-consultation'
import { note, type Laying } from './laying'

export async function layPoints(laying: Laying, place: Place, content: DemoConsultation) {
  for (const [i, point] of (content.points ?? []).entries()) await layPoint(laying, place, point, i + 1)
}

async function layPoint(laying: Laying, place: Place, point: DemoPoint, number: number) {
  const { id, staff, departmentId } = place
  const createdAt = laying.at(point.at)
  const decision = point.decided ? decisionOf(laying, place, point.decided) : {}
  const [row] = await laying.tx
    .insert(points)
    .values({
      consultationId: id,
      number,
      articleId: place.articleId(point.on),
      summary: point.said,
      createdAt,
      createdBy: staff.id,
      ...decision,
    })
    .returning({ id: points.id })
  await laying.tx.insert(pointComments).values(point.comments.map((comment) => ({ consultationId: id, pointId: row!.id, number: comment })))
  note(laying, createdAt, staff, { act: 'point-created', subject: 'point', subjectId: `${id}/${number}`, departmentId })
  for (const comment of point.comments) {
    note(laying, createdAt, staff, {
      act: 'comment-sorted',
      subject: 'comment',
      subjectId: `${id}/${comment}`,
      departmentId,
      facts: { points: [number] },
    })
  }
  if (point.decided) noteDecision(laying, place, point.decided, number)
}

const decisionOf = (laying: Laying, { staff }: Place, { as, why, before, after, at }: NonNullable<DemoPoint['decided']>) => ({
  ...{ disposition: as, reason: why, textBefore: before ?? '', textAfter: after ?? '' },
  newPassage: Boolean(after) && !before,
  ...{ decidedAt: laying.at(at), decidedBy: staff.id },
})

const noteDecision = (laying: Laying, { id, staff, departmentId }: Place, { at, as }: NonNullable<DemoPoint['decided']>, number: number) =>
  note(laying, laying.at(at), staff, {
    act: 'point-decided',
    subject: 'point',
    subjectId: `${id}/${number}`,
    departmentId,
    facts: { disposition: as },
  })

export async function layReports(laying: Laying, place: Place, content: DemoConsultation) {
  for (const [i, report] of (content.reports ?? []).entries()) {
    await decideAnew(laying, place, report)
    await layReport(laying, place, report, i + 1)
    for (const [j, comment] of (content.comments ?? []).entries())
      await layCall(laying, place, content, j + 1, comment, 'reported', laying.at(report.published))
  }
}

async function decideAnew(laying: Laying, place: Place, { correction }: DemoReport) {
  for (const [number, decided] of Object.entries(correction?.points ?? {})) {
    const one = and(eq(points.consultationId, place.id), eq(points.number, Number(number)))
    await laying.tx
      .update(points)
      .set(decisionOf(laying, place, decided))
      .where(one)
    noteDecision(laying, place, decided, Number(number))
  }
}

/** As the product's own publication does it, at an earlier instant: the same gate, the same document, the same digest. */
async function layReport(laying: Laying, place: Place, report: DemoReport, revision: number) {
  const { tx, at } = laying
  const { id, departmentId, staff } = place
  const publisher = laying.person('publisher')
  const one = { consultationId: id, revision }
  const correctionWhy = report.correction?.why ?? ''
  await tx.insert(reports).values({
    ...one,
    statement: report.statement,
    correctionWhy,
    preparedBy: staff.id,
    preparedAt: at(report.prepared),
    submittedAt: at(report.submitted),
  })
  const work = await workOf(id, tx)
  const publishedAt = at(report.published)
  const may = mayPublishReport({ ...work.facts, preparers: [staff.id] }, publisher.id, publishedAt)
  if (!may.ok) throw new Error(`the demo report ${id}/${revision} may not be published: ${JSON.stringify(may.why)}`)
  const document = documentOf(await materialOf(id, work, tx), publishedAt.toISOString())
  const digest = digestOf(document)
  await tx
    .update(reports)
    .set({ publishedAt, publishedBy: publisher.id, document, digest })
    .where(and(eq(reports.consultationId, id), eq(reports.revision, revision)))
  const act = { subject: 'report', subjectId: `${id}/${revision}`, departmentId }
  if (revision > 1) note(laying, at(report.prepared), staff, { ...act, act: 'report-correction-started', why: correctionWhy })
  else note(laying, at(report.prepared), staff, { ...act, act: 'report-drafted' })
  note(laying, at(report.submitted), staff, { ...act, act: 'report-submitted' })
  note(laying, publishedAt, publisher, { ...act, act: 'report-published', why: correctionWhy, facts: { digest, ...document.equation } })
}

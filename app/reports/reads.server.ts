import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { db, prepared } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { consultations } from '#db/schema/consultations'
import { reports } from '#db/schema/reports'
import type { ReportDocument, ReportPoint } from './document'
import type { Fate, InadmissibleReason } from './rules'

export type Outcome = {
  slug: string
  revision: number
  publishedAt: Date
  fate: Fate | null
  inadmissible: { reason: InadmissibleReason; note: string } | null
  points: ReportPoint[]
}

const number = sql.placeholder('number')
const id = sql.placeholder('id')
const part = <T>(path: string) =>
  sql<T>`jsonb_path_query_array(${reports.document}, ${path}::jsonpath, jsonb_build_object('n', ${number}::int))`

const outcome = prepared(() =>
  db
    .select({
      slug: consultations.slug,
      revision: reports.revision,
      publishedAt: sql<Date>`${reports.publishedAt}`.mapWith(reports.publishedAt),
      fates: part<(Fate | null)[]>('$.comments[*] ? (@.number == $n).fate'),
      inadmissible: part<{ reason: InadmissibleReason; note: string }[]>('$.inadmissible[*] ? (@.number == $n)'),
      points: part<ReportPoint[]>('$.points[*] ? (@.comments[*] == $n)'),
    })
    .from(reports)
    .innerJoin(consultations, eq(consultations.id, reports.consultationId))
    .where(and(eq(reports.consultationId, id), isNotNull(reports.publishedAt)))
    .orderBy(desc(reports.revision))
    .limit(1)
    .prepare('report_outcome'),
)

/** What became of one comment, from the newest published report; null while there is none or it does not name the comment. */
export async function outcomeOf(consultationId: number, commentNumber: number): Promise<Outcome | null> {
  const [row] = await outcome().execute({ id: consultationId, number: commentNumber })
  if (!row || row.fates.length === 0) return null
  return {
    slug: row.slug,
    revision: row.revision,
    publishedAt: row.publishedAt,
    fate: row.fates[0]!,
    inadmissible: row.inadmissible[0] ?? null,
    points: row.points,
  }
}

export type PublishedReport = {
  document: ReportDocument
  digest: string
  revision: number
  latest: number
  publishedAt: Date
  revisions: { revision: number; publishedAt: Date; correctionWhy: string; digest: string }[]
}

/** A published revision, the newest without one named; null when there is none. */
export async function publishedReport(consultationId: number, revision?: number): Promise<PublishedReport | null> {
  const published = and(eq(reports.consultationId, consultationId), isNotNull(reports.publishedAt))
  const rows = await db
    .select({ revision: reports.revision, publishedAt: reports.publishedAt, correctionWhy: reports.correctionWhy, digest: reports.digest })
    .from(reports)
    .where(published)
    .orderBy(desc(reports.revision))
  const revisions = rows.map((row) => ({ ...row, publishedAt: row.publishedAt!, digest: row.digest! }))
  const wanted = revisions.find((row) => row.revision === (revision ?? revisions[0]?.revision))
  if (!wanted) return null
  const [row] = await db
    .select({ document: reports.document })
    .from(reports)
    .where(and(published, eq(reports.revision, wanted.revision)))
  return { ...wanted, document: row!.document as ReportDocument, latest: revisions[0]!.revision, revisions }
}

/** Every consultation with a published report, newest first, with the figures of the newest revision. */
export async function publishedReports() {
  const newest = db
    .selectDistinctOn([reports.consultationId], {
      consultationId: reports.consultationId,
      revision: reports.revision,
      publishedAt: reports.publishedAt,
      equation: sql<ReportDocument['equation']>`${reports.document} -> 'equation'`.as('equation'),
      participants: sql<number>`(${reports.document} #>> '{figures,participants}')::int`.as('participants'),
      takenUp: sql<number>`(${reports.document} #>> '{figures,takenUp}')::int`.as('taken_up'),
      points: sql<number>`jsonb_array_length(${reports.document} -> 'points')`.as('points'),
      digest: reports.digest,
    })
    .from(reports)
    .where(isNotNull(reports.publishedAt))
    .orderBy(reports.consultationId, desc(reports.revision))
    .as('newest')
  const rows = await db
    .select({
      slug: consultations.slug,
      title: consultations.title,
      lang: consultations.lang,
      department: departments.name,
      departmentEn: departments.nameEn,
      closesAt: consultations.closesAt,
      revision: newest.revision,
      publishedAt: newest.publishedAt,
      equation: newest.equation,
      participants: newest.participants,
      takenUp: newest.takenUp,
      points: newest.points,
      digest: newest.digest,
    })
    .from(newest)
    .innerJoin(consultations, eq(consultations.id, newest.consultationId))
    .innerJoin(departments, eq(departments.id, consultations.departmentId))
    .orderBy(desc(newest.publishedAt))
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt!, closesAt: row.closesAt!, digest: row.digest! }))
}

import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { files } from '#db/schema/files'
import { openDays } from '#db/schema/open-days'
import { visitPhotos, visitReports } from '#db/schema/visit-reports'
import { isUuid } from '~/web/ids'
import { photosOf } from './desk-reads.server'
import { inHandAmong, withoutTakenDown, type VisitReportDocument } from './document'

const published = (openDayId: number) => and(eq(visitReports.openDayId, openDayId), isNotNull(visitReports.publishedAt))

/** A published report of a day, the newest revision unless another is asked for; null when there is none. */
export async function publishedReport(openDayId: number, revision?: number) {
  const [revisions, photos] = await Promise.all([
    db
      .select({ revision: visitReports.revision, publishedAt: visitReports.publishedAt, why: visitReports.why })
      .from(visitReports)
      .where(published(openDayId))
      .orderBy(desc(visitReports.revision)),
    photosOf(openDayId),
  ])
  const latest = revisions[0]?.revision
  if (latest === undefined) return null
  const [row] = await db
    .select({ document: visitReports.document })
    .from(visitReports)
    .where(and(published(openDayId), eq(visitReports.revision, revision ?? latest)))
  if (!row) return null
  const document = withoutTakenDown(row.document as VisitReportDocument, new Set(photos.map(({ id }) => id)))
  return { document, latest, revisions }
}

export type PublishedReport = NonNullable<Awaited<ReturnType<typeof publishedReport>>>

/** When the first report of a day went out; null while none has. */
export async function reportedAt(openDayId: number): Promise<Date | null> {
  const [row] = await db
    .select({ at: visitReports.publishedAt })
    .from(visitReports)
    .where(and(published(openDayId), eq(visitReports.revision, 1)))
  return row?.at ?? null
}

/** Of these days, those with a report. */
export async function reportedAmong(openDayIds: number[]): Promise<number[]> {
  if (openDayIds.length === 0) return []
  const rows = await db.execute<{ id: number }>(
    sql`select distinct open_day_id as id from visit_reports where published_at is not null and open_day_id in ${openDayIds}`,
  )
  return rows.map(({ id }) => id)
}

const PAGE_MOST = 200

/** The newest revision of every report, the latest day first. */
export async function publishedReports() {
  const newest = db
    .selectDistinctOn([visitReports.openDayId], { openDayId: visitReports.openDayId, document: visitReports.document })
    .from(visitReports)
    .where(isNotNull(visitReports.publishedAt))
    .orderBy(visitReports.openDayId, desc(visitReports.revision))
    .as('newest')
  const rows = await db
    .select({ document: newest.document })
    .from(newest)
    .innerJoin(openDays, eq(openDays.id, newest.openDayId))
    .orderBy(desc(sql`${newest.document} -> 'openDay' ->> 'heldUntil'`))
    .limit(PAGE_MOST)
  return rows.map((row) => {
    const { openDay, publishedAt, figures, questions, suggestions } = row.document as VisitReportDocument
    const counts = { questions: questions.length, suggestions: suggestions.length, open: inHandAmong(suggestions) }
    return { openDay, publishedAt, total: figures.total, ...counts }
  })
}

/** The stored file of a photo that stands in this day's report, or in the one being written. */
export async function photoFile(openDayId: number, id: string | undefined) {
  if (!isUuid(id)) return null
  const [row] = await db
    .select({ id: files.id, name: files.name, mediaType: files.mediaType, size: files.size, sha256: files.sha256 })
    .from(visitPhotos)
    .innerJoin(files, eq(files.id, visitPhotos.fileId))
    .where(and(eq(visitPhotos.id, id), eq(visitPhotos.openDayId, openDayId), isNull(visitPhotos.removedAt)))
  return row ?? null
}

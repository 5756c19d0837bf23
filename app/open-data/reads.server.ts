import { and, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { consultations } from '#db/schema/consultations'
import type { Stage } from '~/consultations/rules'

// The same moments as consultations/rules.ts stageOf, for the database to filter by; a test holds the two together.
const inStage: Partial<Record<Stage, SQL>> = {
  scheduled: sql`${consultations.reportedAt} is null and ${consultations.opensAt} > app_now()`,
  open: sql`${consultations.reportedAt} is null and ${consultations.opensAt} <= app_now() and ${consultations.closesAt} >= app_now()`,
  closed: sql`${consultations.reportedAt} is null and ${consultations.closesAt} < app_now()`,
  reported: isNotNull(consultations.reportedAt),
}

type Wanted = { stage?: Stage; department?: number; after?: string; limit: number }

/** Published consultations, newest first; `after` is the slug of the last one already seen. */
export const publishedPage = ({ stage, department, after, limit }: Wanted) =>
  db
    .select({
      slug: consultations.slug,
      title: consultations.title,
      lang: consultations.lang,
      summary: consultations.summary,
      submittedAt: consultations.submittedAt,
      publishedAt: consultations.publishedAt,
      opensAt: consultations.opensAt,
      closesAt: consultations.closesAt,
      reportedAt: consultations.reportedAt,
      lastCommentNumber: consultations.lastCommentNumber,
      department: { id: departments.id, name: departments.name, nameEn: departments.nameEn, phone: departments.phone },
      now: sql<Date>`app_now()`.mapWith(consultations.createdAt),
    })
    .from(consultations)
    .innerJoin(departments, eq(departments.id, consultations.departmentId))
    .where(
      and(
        isNotNull(consultations.publishedAt),
        stage && inStage[stage],
        department === undefined ? undefined : eq(consultations.departmentId, department),
        after === undefined
          ? undefined
          : sql`(${consultations.publishedAt}, ${consultations.id}) < (select c.published_at, c.id from ${consultations} c where c.slug = ${after} and c.published_at is not null)`,
      ),
    )
    .orderBy(desc(consultations.publishedAt), desc(consultations.id))
    .limit(limit)

import { sql } from 'drizzle-orm'
import { db } from '#db/connection.server'
import type { Viewer } from '~/accounts/rules'
import { stageBySlots } from '~/open-days/rules'
import { hasActedOn } from '~/record/reads.server'
import { dated } from '~/web/dates'
import { REPORT_WITHIN_DAYS, reportState } from './board'
import { preparingActs } from './rules'

type Row = { id: number; title: string; lang: string; planned: number; withinDays: number; submitted: boolean; ownWork: boolean } & Record<
  (typeof instants)[number],
  Date | null
>

const instants = ['submittedAt', 'publishedAt', 'cancelledAt', 'opensAt', 'closesAt', 'lastEnd', 'reportedAt', 'now'] as const

/** Days of the viewer's reach with a report that is owed or waits for approval, the longest over first. */
export async function reportsInWork(viewer: Viewer, zone: string) {
  const reach = viewer.departmentId === null ? sql`true` : sql`d.department_id = ${viewer.departmentId}`
  const found = await db.execute<Row>(sql`
    select d.id, d.title, d.lang, d.submitted_at as "submittedAt", d.published_at as "publishedAt", d.cancelled_at as "cancelledAt",
           d.opens_at as "opensAt", d.closes_at as "closesAt", coalesce(c.report_within_days, ${REPORT_WITHIN_DAYS}) as "withinDays",
           s."lastEnd", s.planned, first.published_at as "reportedAt", open.revision is not null as submitted, app_now() as now,
           ${hasActedOn(viewer.id, 'visit-report', sql`d.id`, preparingActs)} as "ownWork"
      from open_days d
      cross join lateral (select max(ends_at) filter (where cancelled_at is null) as "lastEnd", count(*)::int as planned
                            from slots where open_day_id = d.id) s
      left join campaigns c on c.id = d.campaign_id
      left join visit_reports first on first.open_day_id = d.id and first.revision = 1
      left join visit_reports open on open.open_day_id = d.id and open.submitted_at is not null and open.published_at is null
     where d.published_at is not null and ${reach} and (first.published_at is null or open.revision is not null)
     order by s."lastEnd", d.id`)
  return found.map((row) => {
    const { id, title, lang, submitted, ownWork, withinDays, planned, ...at } = dated(row, instants)
    const stage = stageBySlots(at, { planned, lastEnd: at.lastEnd }, at.now!)
    return { id, title, lang, submitted, ownWork, ...reportState({ ...at, stage, withinDays }, at.now!, zone) }
  })
}

export type ReportInWork = Awaited<ReturnType<typeof reportsInWork>>[number]

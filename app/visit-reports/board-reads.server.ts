import { sql } from 'drizzle-orm'
import { db } from '#db/connection.server'
import type { Viewer } from '~/accounts/rules'
import { stageBySlots } from '~/open-days/rules'
import { dated } from '~/web/dates'
import { dueAtFor, mayReadBoard, REPORT_WITHIN_DAYS, reportState } from './board'
import { figuresFor } from './figures-reads.server'

type Row = {
  department: { name: string; nameEn: string }
  departmentId: number
  id: number | null
  title: string | null
  lang: string | null
  withinDays: number
  /** Slots, cancelled ones among them. */
  planned: number
  closed: boolean
} & Record<(typeof instants)[number], Date | null>

const instants = ['submittedAt', 'publishedAt', 'cancelledAt', 'opensAt', 'closesAt', 'lastEnd', 'reportedAt', 'now'] as const

export type Wanted = number | 'outside' | null

/** Every department with its days, the newest first; a department without any has one row without a day. */
export async function boardFor(viewer: Viewer, campaign: Wanted, zone: string) {
  const of = campaign === null ? sql`true` : campaign === 'outside' ? sql`d.campaign_id is null` : sql`d.campaign_id = ${campaign}`
  const found = await db.execute<Row>(sql`
    select p.id as "departmentId", json_build_object('name', p.name, 'nameEn', p.name_en) as department, p.closed_at is not null as closed,
           d.id, d.title, d.lang, d.submitted_at as "submittedAt", d.published_at as "publishedAt", d.cancelled_at as "cancelledAt",
           d.opens_at as "opensAt", d.closes_at as "closesAt", coalesce(c.report_within_days, ${REPORT_WITHIN_DAYS}) as "withinDays",
           (select max(s.ends_at) from slots s where s.open_day_id = d.id and s.cancelled_at is null) as "lastEnd",
           (select count(*)::int from slots s where s.open_day_id = d.id) as planned,
           (select v.published_at from visit_reports v where v.open_day_id = d.id and v.revision = 1) as "reportedAt", app_now() as now
      from departments p
      left join open_days d on d.department_id = p.id and ${of}
      left join campaigns c on c.id = d.campaign_id
     where p.closed_at is null or d.id is not null
     order by p.id, d.id desc`)
  const rows = found.filter(({ departmentId }) => mayReadBoard(viewer, departmentId).ok).map((row) => dated(row, instants))
  const figures = await figuresFor(rows.flatMap(({ id }) => (id === null ? [] : [id])))
  return rows.map(({ departmentId, department, id, title, lang, withinDays, planned, ...at }) => {
    if (id === null) return { departmentId, department, day: null }
    const stage = stageBySlots(at, { planned, lastEnd: at.lastEnd }, at.now!)
    const dueAt = stage === 'held' && at.lastEnd ? dueAtFor(at.lastEnd, withinDays, zone) : null
    const { offered, came, walkIns, noShow } = figures.get(id)!.total
    const report = reportState({ stage, lastEnd: at.lastEnd, reportedAt: at.reportedAt, withinDays }, at.now!, zone)
    const day = { id, title: title!, lang: lang!, stage, lastEnd: at.lastEnd, dueAt, reportedAt: at.reportedAt, report }
    return { departmentId, department, day: { ...day, offered, came, walkIns, noShow } }
  })
}

export type BoardRow = Awaited<ReturnType<typeof boardFor>>[number]

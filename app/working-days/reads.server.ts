import { and, asc, desc, eq } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { record } from '#db/schema/record'
import { workdayCalendar, workdayNotices } from '#db/schema/working-days'
import { dayOf } from '~/calendar/periods'
import { databaseNow } from '~/web/clock.server'
import type { Change } from './notice'
import { yearsMissing, type Calendar } from './rules'

const KEEP_MS = 5_000
let kept: { calendar: Calendar; until: number } | undefined

/** All that is loaded, remembered for five seconds: every page with a time limit asks, and it changes once a year. */
export async function theCalendar(): Promise<Calendar> {
  if (kept && kept.until > performance.now()) return kept.calendar
  const [notices, days] = await Promise.all([
    db.select({ year: workdayNotices.year, coveredUntil: workdayNotices.coveredUntil }).from(workdayNotices).orderBy(workdayNotices.year),
    db.select({ date: workdayCalendar.date, kind: workdayCalendar.kind }).from(workdayCalendar),
  ])
  const calendar = { notices, days: Object.fromEntries(days.map(({ date, kind }) => [date, kind])) }
  kept = { calendar, until: performance.now() + KEEP_MS }
  return calendar
}

/** As it stands in the database, for the desk. */
export async function calendarNow(): Promise<Calendar> {
  forgetCalendar()
  return theCalendar()
}

export function forgetCalendar() {
  kept = undefined
}

export const todayIn = async (zone: string) => dayOf(await databaseNow(), zone)

/** Years that the administrator is asked to load. */
export const yearsToLoad = async (zone: string) => yearsMissing(await theCalendar(), await todayIn(zone))

export const daysOfNotice = (year: number) =>
  db
    .select({ date: workdayCalendar.date, kind: workdayCalendar.kind, name: workdayCalendar.name })
    .from(workdayCalendar)
    .where(eq(workdayCalendar.year, year))
    .orderBy(asc(workdayCalendar.date))

/** A year's notice, and its last loading as the record tells it; none where it came with the tables. */
export async function noticeOf(year: number) {
  const [[notice], days, [line]] = await Promise.all([
    db.select().from(workdayNotices).where(eq(workdayNotices.year, year)),
    daysOfNotice(year),
    db
      .select({ at: record.at, by: record.actorName, facts: record.facts })
      .from(record)
      .where(and(eq(record.subject, 'working-days'), eq(record.subjectId, String(year))))
      .orderBy(desc(record.seq))
      .limit(1),
  ])
  if (!notice) return null
  const last = line && { at: line.at, by: line.by, change: line.facts as Partial<Change> }
  return { sourceDoc: notice.sourceDoc, coveredUntil: notice.coveredUntil, days, last: last ?? null }
}

import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { transaction } from '#db/connection.server'
import { workdayCalendar, workdayNotices } from '#db/schema/working-days'
import type { Viewer } from '~/accounts/rules'
import { allowed, refused } from '~/decision'
import { record } from '~/record/writes.server'
import { changeBetween, type NoticeDay } from './notice'
import { forgetCalendar } from './reads.server'
import { mayLoadNotice } from './rules'

export type LoadedNotice = { year: number; sourceDoc: string; days: readonly NoticeDay[] }

/** A year's notice of the State Council in place of what stood for that year; says which days that alters. */
export async function loadNotice(viewer: Viewer, { year, sourceDoc, days }: LoadedNotice) {
  const may = mayLoadNotice(viewer)
  if (!may.ok) return may
  const dates = days.map(({ date }) => date)
  const loaded = await transaction(async (tx) => {
    // One loading at a time: two notices may name the same day in December.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('working-days', 0))`)
    const ofOthers = and(ne(workdayCalendar.year, year), inArray(workdayCalendar.date, dates))
    const taken = await tx.select({ date: workdayCalendar.date }).from(workdayCalendar).where(ofOthers).orderBy(asc(workdayCalendar.date))
    if (taken.length > 0) return { ...refused('other-notice'), dates: taken.map(({ date }) => date) }

    const [notice] = await tx.select().from(workdayNotices).where(eq(workdayNotices.year, year))
    const before = await tx.select().from(workdayCalendar).where(eq(workdayCalendar.year, year)).orderBy(asc(workdayCalendar.date))
    const change = changeBetween(before, days)
    const isSame = notice?.sourceDoc === sourceDoc && Object.values(change).every((altered) => altered.length === 0)
    if (isSame) return { ...allowed, isSame, change }

    const values = { sourceDoc, coveredUntil: `${year}-12-31`, loadedBy: viewer.id, loadedAt: sql`app_now()` }
    await tx
      .insert(workdayNotices)
      .values({ year, ...values })
      .onConflictDoUpdate({ target: workdayNotices.year, set: values })
    await tx.delete(workdayCalendar).where(eq(workdayCalendar.year, year))
    if (days.length > 0) await tx.insert(workdayCalendar).values(days.map((day) => ({ ...day, year })))
    const act = notice ? 'working-days-replaced' : 'working-days-loaded'
    const worked = days.filter(({ kind }) => kind === 'workday').length
    const facts = { sourceDoc, ...(notice ? change : { daysOff: days.length - worked, daysWorked: worked }) }
    await record(tx, viewer, { act, subject: 'working-days', subjectId: year, facts })
    return { ...allowed, isSame, change }
  })
  forgetCalendar()
  return loaded
}

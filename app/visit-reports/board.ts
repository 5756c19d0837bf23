import { boardReaders } from './rules'
import { mayAct, type Viewer, type WhyNotHere } from '../accounts/rules'
import { addDays, dayOf, endOfDay, periodDays } from '../calendar/periods'
import type { Decision } from '../decision'
import type { Stage } from '../open-days/rules'

/** Where a day belongs to no open month. */
export const REPORT_WITHIN_DAYS = 10

/** The county office reads it for all departments; a department's publisher for their own. */
export const mayReadBoard = (viewer: Viewer | null, departmentId: number): Decision<WhyNotHere> =>
  mayAct(viewer, boardReaders, departmentId)

/** Calendar days from the day after the last slot; the last one counts to its end (Civil Code art. 201, 203). */
export const dueAtFor = (lastEnd: Date, withinDays: number, zone: string): Date =>
  endOfDay(addDays(dayOf(lastEnd, zone), withinDays), zone)!

export type ReportState = { state: 'none' | 'due' | 'in-time' | 'late' | 'overdue'; days: number }

/** What a department owes for one of its days. Nothing before the day was held, nothing for a cancelled one. */
export function reportState(
  { stage, lastEnd, reportedAt, withinDays }: { stage: Stage; lastEnd: Date | null; reportedAt: Date | null; withinDays: number },
  now: Date,
  zone: string,
): ReportState {
  if (stage !== 'held' || !lastEnd) return { state: 'none', days: 0 }
  const dueAt = dueAtFor(lastEnd, withinDays, zone)
  const beyond = (at: Date) => periodDays(dueAt, new Date(at.getTime() + 1), zone)
  if (reportedAt) return reportedAt <= dueAt ? { state: 'in-time', days: 0 } : { state: 'late', days: beyond(reportedAt) }
  return now <= dueAt ? { state: 'due', days: -beyond(now) } : { state: 'overdue', days: beyond(now) }
}

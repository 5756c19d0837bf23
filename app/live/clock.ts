import { dayOf, type Day } from '../calendar/periods'
import { addWorkingDays, workingDaysLate, type Calendar } from '../working-days/rules'
import type { Disposition } from './rules'

type Owed = { disposition: Disposition | null; answeredAt: Date | null }
type Session = { endedAt: Date | null; answerWithinDays: number }

/** `provisional`: no notice of holidays speaks for all the days yet. `late`: working days after the due day, to the answer or to today. */
export type Clock = { due: Day; provisional: boolean; late: number }

/**
 * When an answer in writing is due: so many working days after the day on which the session ended. Whoever has not
 * decided what becomes of a question is on the same clock. Null where nothing is owed, or not yet.
 */
export function clockOf(
  { disposition, answeredAt }: Owed,
  { endedAt, answerWithinDays }: Session,
  calendar: Calendar,
  zone: string,
  now: Date,
): Clock | null {
  if (!endedAt || (disposition !== null && disposition !== 'written')) return null
  const { date: due, provisional } = addWorkingDays(calendar, dayOf(endedAt, zone), answerWithinDays)
  return { due, provisional, late: workingDaysLate(calendar, due, dayOf(answeredAt ?? now, zone)) }
}

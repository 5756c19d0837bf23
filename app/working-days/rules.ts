import type { Viewer } from '../accounts/rules'
import { addDays, type Day } from '../calendar/periods'
import { allowed, refused, type Decision } from '../decision'

export type Kind = 'holiday' | 'workday'
export type Notice = { year: number; coveredUntil: Day }
/** What the loaded notices say; plain, so that a page can carry it. */
export type Calendar = { days: Readonly<Record<Day, Kind>>; notices: readonly Notice[] }

export const SOURCE_MAX = 60
export const LINES_MAX = 4_000
/** Years that an address may ask for; the law has named the same holidays since 2008. */
export const YEARS = { first: 2008, last: 2100 } as const

const weekday = (date: Day) => new Date(`${date}T00:00:00Z`).getUTCDay()
export const isWeekend = (date: Day) => weekday(date) % 6 === 0
export const yearOf = (date: Day) => Number(date.slice(0, 4))

/** By the notice where it names the day, else by the weekday. */
export function isWorkingDay(calendar: Calendar, date: Day): boolean {
  const named = calendar.days[date]
  return named ? named === 'workday' : !isWeekend(date)
}

/** Whether a notice speaks for the day; without one it may still turn out to be a holiday. */
export const isCovered = (calendar: Calendar, date: Day): boolean =>
  date in calendar.days || calendar.notices.some(({ year, coveredUntil }) => year === yearOf(date) && date <= coveredUntil)

/** The last of the days that are covered without a gap; null when the first is not. */
export function coveredUntil(calendar: Calendar, from: Day): Day | null {
  let until: Day | null = null
  for (let next = from; ; next = addDays(until, 1)) {
    const notice = calendar.notices.find(({ year, coveredUntil }) => year === yearOf(next) && next <= coveredUntil)
    if (!notice) return until
    until = notice.coveredUntil
  }
}

/** The first day counted is the day after. `provisional` 暂定: a day on the way stands in no notice yet. */
export function addWorkingDays(calendar: Calendar, from: Day, days: number): { date: Day; provisional: boolean } {
  let date = from
  let provisional = false
  for (let left = days; left > 0;) {
    date = addDays(date, 1)
    provisional ||= !isCovered(calendar, date)
    if (isWorkingDay(calendar, date)) left--
  }
  return { date, provisional }
}

/** Working days after the due day up to today; none while it is not over. */
export function workingDaysLate(calendar: Calendar, due: Day, today: Day): number {
  let late = 0
  for (let date = addDays(due, 1); date <= today; date = addDays(date, 1)) if (isWorkingDay(calendar, date)) late++
  return late
}

export const workingDaysIn = (calendar: Calendar, year: number) => workingDaysLate(calendar, `${year - 1}-12-31`, `${year}-12-31`)

/** The State Council has announced the next year by then. */
const NEXT_YEAR_FROM = '11-01'

/** Years without a notice whose notice is out: this year, and from November on the next. */
export function yearsMissing({ notices }: Pick<Calendar, 'notices'>, today: Day): number[] {
  const year = yearOf(today)
  const out = today.slice(5) >= NEXT_YEAR_FROM ? [year, year + 1] : [year]
  return out.filter((each) => !notices.some((notice) => notice.year === each))
}

type WhyNot = 'sign-in' | 'not-your-role'

export function maySeeNotices(viewer: Viewer | null): Decision<WhyNot> {
  if (!viewer) return refused('sign-in')
  return viewer.role === 'administrator' || viewer.role === 'auditor' ? allowed : refused('not-your-role')
}

export function mayLoadNotice(viewer: Viewer | null): Decision<WhyNot> {
  if (!viewer) return refused('sign-in')
  return viewer.role === 'administrator' ? allowed : refused('not-your-role')
}

/** The year in an address; null where there is none that we know. */
export function yearAsked(asked: string | null): number | null {
  const year = /^\d{4}$/.test(asked ?? '') ? Number(asked) : 0
  return year >= YEARS.first && year <= YEARS.last ? year : null
}

/** What there is to look at: every loaded year, this one and the next, and the one asked for. */
export const yearsShown = ({ notices }: Pick<Calendar, 'notices'>, today: Day, asked: number): number[] =>
  [...new Set([...notices.map(({ year }) => year), yearOf(today), yearOf(today) + 1, asked])].toSorted((a, b) => a - b)

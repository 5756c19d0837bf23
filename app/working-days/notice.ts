import { addDays, type Day } from '../calendar/periods'
import { isWeekend, yearOf, type Kind } from './rules'

export type NoticeDay = { date: Day; kind: Kind; name: string }
export type Run = { first: Day; last: Day; length: number; kind: Kind; name: string }

export type WhyNotLine =
  'unreadable' | 'no-such-day' | 'backwards' | 'too-long' | 'other-year' | 'no-name' | 'name-long' | 'works-anyway' | 'twice' | 'too-many'
/** Which line, counted from 1, and how it begins. */
export type LineFault = { line: number; text: string; why: WhyNotLine }

const MOST_LINES = 100
const MOST_DAYS = 31
const NAME_MOST = 20

const DATE = String.raw`(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?`
const LINE = new RegExp(String.raw`^${DATE}(?:\s*(?:\.{2,3}|~|[-–—]+|至|到|to)\s*${DATE})?(?:[\s:]+(.*))?$`)
const WORKS = /^(?:调休)?(?:上班|works?)(?:\s+(.*))?$/i

/** A notice as pasted, a line for a run of days: `2026-10-01..2026-10-07 国庆节`, `2026-10-10 上班`. */
export function readNotice(text: string, year: number): { days: NoticeDay[]; faults: LineFault[] } {
  const days = new Map<Day, NoticeDay>()
  const faults: LineFault[] = []
  for (const [index, typed] of text.split('\n').entries()) {
    const line = typed.normalize('NFKC').trim()
    if (line === '') continue
    const run = index < MOST_LINES ? readLine(line) : 'too-many'
    const why = typeof run === 'string' ? run : faultOf(run, year, days)
    if (why) faults.push({ line: index + 1, text: line.slice(0, 40), why })
    if (why === 'too-many') break
    if (!why) for (const day of daysOf(run as Run)) days.set(day.date, day)
  }
  return { days: [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)), faults }
}

type Typed = Omit<Run, 'length'>

function readLine(line: string): Typed | WhyNotLine {
  const found = LINE.exec(line)
  if (!found) return 'unreadable'
  const first = dayIn(found.slice(1, 4))
  const last = found[4] === undefined ? first : dayIn(found.slice(4, 7))
  if (!first || !last) return 'no-such-day'
  const said = (found[7] ?? '').trim()
  const works = WORKS.exec(said)
  return works ? { first, last, kind: 'workday', name: (works[1] ?? '').trim() } : { first, last, kind: 'holiday', name: said }
}

/** Null for 30 February. */
function dayIn([year, month, day]: string[]): Day | null {
  const written = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : null
}

function faultOf(run: Typed, year: number, taken: ReadonlyMap<Day, unknown>): WhyNotLine | null {
  if (run.last < run.first) return 'backwards'
  if (run.last >= addDays(run.first, MOST_DAYS)) return 'too-long'
  // A New Year's holiday may begin in the December before.
  if (run.first < `${year - 1}-12-01` || yearOf(run.last) > year) return 'other-year'
  if (run.kind === 'holiday' && run.name === '') return 'no-name'
  if (run.name.length > NAME_MOST) return 'name-long'
  const days = daysOf(run)
  if (run.kind === 'workday' && days.some(({ date }) => !isWeekend(date))) return 'works-anyway'
  return days.some(({ date }) => taken.has(date)) ? 'twice' : null
}

function daysOf({ first, last, kind, name }: Typed): NoticeDay[] {
  const days: NoticeDay[] = []
  for (let date = first; date <= last; date = addDays(date, 1)) days.push({ date, kind, name })
  return days
}

/** 全国年节及纪念日放假办法, article 2. */
const STATUTORY = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

/** Holidays of the law that no line names: a year that is loaded counts as certain, so half a notice is none. */
export const holidaysMissing = (days: readonly NoticeDay[]): string[] =>
  STATUTORY.filter((holiday) => !days.some(({ kind, name }) => kind === 'holiday' && name.includes(holiday)))

/** Days one after another that are alike, together. */
export function runsOf(days: readonly NoticeDay[]): Run[] {
  const runs: Run[] = []
  for (const { date, kind, name } of days) {
    const run = runs.at(-1)
    if (run && run.kind === kind && run.name === name && addDays(run.last, 1) === date)
      Object.assign(run, { last: date, length: run.length + 1 })
    else runs.push({ first: date, last: date, length: 1, kind, name })
  }
  return runs
}

/** As it can be pasted again. */
export const writeNotice = (days: readonly NoticeDay[]): string =>
  runsOf(days)
    .map(({ first, last, kind, name }) => [first === last ? first : `${first}..${last}`, kind === 'workday' ? '上班' : '', name])
    .map((parts) => parts.filter((part) => part !== '').join(' '))
    .join('\n')

export type Change = { added: Day[]; removed: Day[]; changed: Day[] }

/** What loading again alters, day by day. */
export function changeBetween(before: readonly NoticeDay[], after: readonly NoticeDay[]): Change {
  const [old, now] = [new Map(before.map((day) => [day.date, day])), new Map(after.map((day) => [day.date, day]))]
  const isOther = ({ date, kind, name }: NoticeDay) => old.has(date) && (old.get(date)!.kind !== kind || old.get(date)!.name !== name)
  const dates = (days: readonly NoticeDay[]) => days.map(({ date }) => date)
  return {
    added: dates(after.filter(({ date }) => !old.has(date))),
    removed: dates(before.filter(({ date }) => !now.has(date))),
    changed: dates(after.filter(isOther)),
  }
}

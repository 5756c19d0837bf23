import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  coveredUntil,
  isCovered,
  isWorkingDay,
  mayLoadNotice,
  maySeeNotices,
  workingDaysIn,
  workingDaysLate,
  yearAsked,
  yearsMissing,
  yearsShown,
  type Calendar,
} from '~/working-days/rules'
import type { Role, Viewer } from '~/accounts/rules'
import { aCalendar, NOTICE_2025, NOTICE_2026 } from './given'

const loaded = aCalendar([2025, NOTICE_2025], [2026, NOTICE_2026])
const nothing: Calendar = { days: {}, notices: [] }

describe('time limits of 2026, counted from the day after', () => {
  it.each([
    ['2026-09-24', 7, '2026-10-12'],
    ['2026-09-24', 20, '2026-10-29'],
    ['2026-09-24', 40, '2026-11-26'],
    ['2026-02-13', 7, '2026-03-02'],
    ['2026-02-13', 20, '2026-03-19'],
    ['2026-02-13', 40, '2026-04-17'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-09-25', 1, '2026-09-28'],
    ['2026-11-28', 0, '2026-11-28'],
  ])('%s and %i working days: %s', (from, days, date) => expect(addWorkingDays(loaded, from, days)).toEqual({ date, provisional: false }))

  it.each(['2026-10-10', '2026-02-14', '2026-02-28', '2026-09-20'])('%s is a weekend, and worked', (date) =>
    expect(isWorkingDay(loaded, date)).toBe(true),
  )
  it.each(['2026-10-01', '2026-10-11', '2026-02-16', '2026-09-25', '2025-01-28'])('%s is off', (date) =>
    expect(isWorkingDay(loaded, date)).toBe(false),
  )
  it.each([2025, 2026])('%i has 248 working days', (year) => expect(workingDaysIn(loaded, year)).toBe(248))
})

describe('what no notice covers is provisional', () => {
  it('a limit that ends with the year is certain, the next day is not', () => {
    expect(addWorkingDays(loaded, '2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false })
    expect(addWorkingDays(loaded, '2026-12-30', 2)).toEqual({ date: '2027-01-01', provisional: true })
    expect(addWorkingDays(nothing, '2026-09-24', 7)).toEqual({ date: '2026-10-05', provisional: true })
  })
  it('also where only a day on the way is not covered', () => {
    const gap = aCalendar([2025, NOTICE_2025], [2027, '2027-01-01 元旦'])
    expect(addWorkingDays(gap, '2025-12-31', 262)).toEqual({ date: '2027-01-04', provisional: true })
    expect(addWorkingDays(gap, '2027-01-04', 1).provisional).toBe(false)
    expect(coveredUntil(gap, '2025-06-01')).toBe('2025-12-31')
    expect(coveredUntil(gap, '2026-06-01')).toBeNull()
  })
  it('years one after another are covered together', () => {
    expect(coveredUntil(loaded, '2025-06-01')).toBe('2026-12-31')
    expect(isCovered(loaded, '2027-01-01')).toBe(false)
  })
  it('a day in December that only the next year’s notice names is covered', () => {
    const next = aCalendar([2027, '2026-12-31..2027-01-02 元旦'])
    expect(isCovered(next, '2026-12-31')).toBe(true)
    expect(isCovered(next, '2026-12-30')).toBe(false)
    expect(isWorkingDay(next, '2026-12-31')).toBe(false)
  })
})

describe('days late', () => {
  it.each([
    ['2026-09-30', '2026-09-30', 0],
    ['2026-09-30', '2026-09-01', 0],
    ['2026-09-30', '2026-10-07', 0],
    ['2026-09-30', '2026-10-08', 1],
    ['2026-09-30', '2026-10-12', 4],
  ])('due %s, on %s: %i', (due, today, late) => expect(workingDaysLate(loaded, due, today)).toBe(late))
})

/** The same by another road: every day of the years in a list, with its own arithmetic of weekdays. */
function slowly({ days }: Calendar) {
  const all: { date: string; works: boolean }[] = []
  // 1 January 2024 was a Monday.
  for (let n = 0; n < 366 + 365 * 6 + 1; n++) {
    const date = new Date(2024, 0, 1 + n, 12)
    const written = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
    all.push({ date: written, works: days[written] === undefined ? n % 7 < 5 : days[written] === 'workday' })
  }
  return all
}

describe('for any calendar', () => {
  const all = slowly(nothing).map(({ date }) => date)
  const weekend = (date: string) => all.indexOf(date) % 7 > 4
  const date = fc.constantFrom(...all.slice(0, 366 + 365 * 4))
  const calendar = fc
    .record({
      off: fc.uniqueArray(date, { maxLength: 300 }),
      worked: fc.uniqueArray(date, { maxLength: 100 }),
      years: fc.uniqueArray(fc.integer({ min: 2024, max: 2028 })),
    })
    .map(({ off, worked, years }): Calendar => {
      const made = worked.filter(weekend).map((each) => [each, 'workday'] as const)
      return {
        days: Object.fromEntries([...off.map((each) => [each, 'holiday'] as const), ...made]),
        notices: years.map((year) => ({ year, coveredUntil: `${year}-12-31` })),
      }
    })
  const days = fc.integer({ min: 1, max: 60 })

  it('the slow model says the same', () =>
    fc.assert(
      fc.property(calendar, date, days, (given, from, count) => {
        const model = slowly(given)
        const start = model.findIndex((each) => each.date === from)
        const working = model.slice(start + 1).filter(({ works }) => works)
        const end = working[count - 1]!.date
        const way = model.slice(start + 1, model.findIndex((each) => each.date === end) + 1)
        const isKnown = (each: string) => given.days[each] !== undefined || given.notices.some(({ year }) => each.startsWith(String(year)))
        expect(addWorkingDays(given, from, count)).toEqual({ date: end, provisional: !way.every((each) => isKnown(each.date)) })
      }),
    ))
  it('a limit ends on a working day, and nobody is late on it; on the next working day by one', () =>
    fc.assert(
      fc.property(calendar, date, days, (given, from, count) => {
        const { date: due } = addWorkingDays(given, from, count)
        expect(isWorkingDay(given, due)).toBe(true)
        expect(workingDaysLate(given, from, due)).toBe(count)
        expect(workingDaysLate(given, due, due)).toBe(0)
        expect(workingDaysLate(given, due, addWorkingDays(given, due, 1).date)).toBe(1)
      }),
    ))
  it('two limits one after the other are one of both together', () =>
    fc.assert(
      fc.property(calendar, date, days, days, (given, from, one, other) => {
        const [first, whole] = [addWorkingDays(given, from, one), addWorkingDays(given, from, one + other)]
        const second = addWorkingDays(given, first.date, other)
        expect(second.date).toBe(whole.date)
        expect(first.provisional || second.provisional).toBe(whole.provisional)
      }),
    ))
})

describe('the next year is missing from November on', () => {
  it.each([
    ['2026-10-31', [2026], []],
    ['2026-11-01', [2026], [2027]],
    ['2026-11-01', [2026, 2027], []],
    ['2026-12-31', [2026], [2027]],
    ['2027-01-01', [2026], [2027]],
    ['2026-11-01', [], [2026, 2027]],
  ] as const)('on %s with %j: %j', (today, years, missing) =>
    expect(yearsMissing({ notices: years.map((year) => ({ year, coveredUntil: `${year}-12-31` })) }, today)).toEqual(missing),
  )
})

it('only a year that can be meant is one', () => {
  expect(['2027', '1999', '2101', '27', '2027x', '', null].map(yearAsked)).toEqual([2027, null, null, null, null, null, null])
  expect(yearsShown(loaded, '2026-11-28', 2024)).toEqual([2024, 2025, 2026, 2027])
})

describe('who', () => {
  const as = (role: Role): Viewer => ({ id: '', name: '', role, departmentId: null, sessionId: '', authenticatedAt: new Date() })
  it.each([
    ['resident', false, false],
    ['moderator', false, false],
    ['staff', false, false],
    ['publisher', false, false],
    ['auditor', true, false],
    ['administrator', true, true],
  ] as const)('%s', (role, sees, loads) => {
    expect(maySeeNotices(as(role)).ok).toBe(sees)
    expect(mayLoadNotice(as(role)).ok).toBe(loads)
  })
  it('nobody unknown', () =>
    expect([maySeeNotices(null), mayLoadNotice(null)].map((may) => !may.ok && may.why)).toEqual(['sign-in', 'sign-in']))
})

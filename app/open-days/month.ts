import { fromLocalField, toLocalField } from '../web/dates'

const MONTH = /^(20\d{2})-(0[1-9]|1[0-2])$/

/** The month that an instant is in, `2026-12`. */
export const monthAt = (at: Date, zone: string): string => toLocalField(at, zone).slice(0, 7)

/** As asked for, or the one that `now` is in. */
export const monthOf = (asked: string | null, now: Date, zone: string): string => (asked && MONTH.test(asked) ? asked : monthAt(now, zone))

/** The first instant of a month and the first of the next, on the county's clock. */
export const boundsOf = (month: string, zone: string) => ({
  from: fromLocalField(`${month}-01T00:00`, zone)!,
  to: fromLocalField(`${nextFirst(month)}T00:00`, zone)!,
})

function nextFirst(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
}

/** Every day of a month, `2026-12-01` and on. */
export function daysOf(month: string): string[] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00Z`).getUTCDay() || 7

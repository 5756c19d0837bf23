import { fromLocalField, toLocalField } from '../web/dates'

/** A calendar day, `YYYY-MM-DD`, in some county's zone. */
export type Day = string

const DAY_MS = 86_400_000
const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`)

export const dayOf = (at: Date, zone: string): Day => toLocalField(at, zone).slice(0, 10)

export const addDays = (day: Day, days: number): Day => new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The last millisecond of a day: 24 o'clock, shown as 23:59 of the day it belongs to. */
export function endOfDay(day: Day, zone: string): Date | null {
  const next = Number.isNaN(utc(day)) ? null : fromLocalField(`${addDays(day, 1)}T00:00`, zone)
  return next && new Date(next.getTime() - 1)
}

/** Days are calendar days, the first being the day after publication (Civil Code art. 200, 201); the last one counts to its end (art. 203). */
export const earliestClosing = (from: Date, days: number, zone: string): Date => endOfDay(addDays(dayOf(from, zone), days), zone)!

/** How many days a period has; a close at 0 o'clock is the end of the day before. */
export function periodDays(from: Date, closesAt: Date, zone: string): number {
  const lastDay = dayOf(new Date(closesAt.getTime() - 1), zone)
  return Math.round((utc(lastDay) - utc(dayOf(from, zone))) / DAY_MS)
}

import { addDays, dayOf, endOfDay } from '~/calendar/periods'
import { fromLocalField, toLocalField } from '~/web/dates'
import type { Moment } from './content'

/** Turns the content's moments into instants, seen from the day the county is laid. */
export function momentsFrom(now: Date, zone: string) {
  const today = dayOf(now, zone)
  const onDay = (day: number, time: string) => fromLocalField(`${addDays(today, day)}T${time.padStart(5, '0')}`, zone)!
  return {
    at(moment: Moment): Date {
      const [day, time] = moment.split(' ') as [string, string]
      return onDay(Number(day), time)
    },
    endOf: (day: number): Date => endOfDay(addDays(today, day), zone)!,
    /** The office hour at which somebody gets to what came in then. */
    officeHour(came: Date): Date {
      const [day, time] = toLocalField(came, zone).split('T') as [string, string]
      if (time < '09:00') return fromLocalField(`${day}T09:25`, zone)!
      return time < '16:00' ? new Date(came.getTime() + 70 * 60_000) : fromLocalField(`${addDays(day, 1)}T09:25`, zone)!
    },
  }
}

export type Moments = ReturnType<typeof momentsFrom>

import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

export type Occasion = {
  /** The same for the same slot for ever: a changed file replaces what a calendar has. */
  uid: string
  version: number
  title: string
  place: string
  startsAt: Date
  endsAt: Date
  cancelled?: boolean
  /** What to know before setting out. */
  text?: string
  url?: string
  stamp: Date
}

/** A calendar file (RFC 5545) with times in UTC, so that every calendar shows them right. No names, no codes but the one in `url`. */
export function calendarFile(name: string, occasions: Occasion[]): string {
  const calendar = ical({ name, prodId: { company: 'Kaimen', product: 'open-days', language: 'ZH' }, method: ICalCalendarMethod.PUBLISH })
  for (const { uid, version, title, place, startsAt, endsAt, cancelled, text, url, stamp } of occasions)
    calendar.createEvent({
      id: uid,
      sequence: version,
      stamp,
      start: startsAt,
      end: endsAt,
      summary: title,
      location: place,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(text ? { description: text } : {}),
      ...(url ? { url } : {}),
    })
  return calendar.toString()
}

export const slotUid = (slotId: number, site: string) => `open-day-slot-${slotId}@${site}`

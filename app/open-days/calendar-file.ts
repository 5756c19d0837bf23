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
  const calendar = ical({
    name: escaped(name),
    prodId: { company: 'Kaimen', product: 'open-days', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
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

// ical-generator escapes everything but the calendar's name.
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

export const slotUid = (slotId: number, site: string) => `open-day-slot-${slotId}@${site}`

type Place = { name: string; place: string; gate: string }
type Visit = {
  day: { slug: string; title: string; place: string; publishedAt: Date | null; cancelledAt: Date | null }
  slot: Place & { id: number; version: number; arriveAt: Date; endsAt: Date; cancelledAt: Date | null }
}

/** A slot as anybody's calendar shows it, from arrival on, as in the messages: no code of a registration is in it, for calendars are shared. */
export function occasionOf({ day, slot }: Visit, url: string, text: string): Occasion {
  const cancelled = Boolean(day.cancelledAt ?? slot.cancelledAt)
  return {
    uid: slotUid(slot.id, day.slug),
    version: slot.version + Number(cancelled),
    title: [day.title, slot.name].filter(Boolean).join(' '),
    place: [slot.place || day.place, slot.gate].filter(Boolean).join(' '),
    startsAt: slot.arriveAt,
    endsAt: slot.endsAt,
    cancelled,
    text,
    url,
    stamp: day.cancelledAt ?? slot.cancelledAt ?? day.publishedAt ?? slot.arriveAt,
  }
}

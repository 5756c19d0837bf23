import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import type { Contact } from '~/accounts/rules'
import { rememberedCounty } from '~/county/reads.server'
import type { Language } from '~/i18n'
import { queueMessages } from '~/messages/writes.server'
import { calendarFile, slotUid } from '~/open-days/calendar-file'
import type { LockedSlot } from '~/open-days/places-writes.server'
import { asksAnything, dueAt } from '~/party-details/rules'
import { unseal } from '~/sealing.server'
import { showMinute } from '~/web/dates'
import type { State } from './rules'

/** `filledIn`: has told already what is asked of those who have places. */
export type Whom = { contact: Contact & { sealed?: Buffer }; lang: Language; size: number; code: string; filledIn?: boolean }
type Where = Pick<LockedSlot, 'day' | 'slot' | 'now'>

const first = { confirmed: 'registered', waiting: 'registration-waiting', applied: 'registration-applied' } as const

/** What a new registration is told. */
export const welcome = (where: Where, whom: Whom, state: State) => letter(where, whom, first[state as keyof typeof first])

function letter<T extends VisitTemplate>(
  { day, slot, now }: Where,
  { contact, lang, size, code, filledIn }: Whom,
  template: T,
  more: More = {},
) {
  const when = showMinute(slot.arriveAt, lang, rememberedCounty().zone)
  const place = slot.place || day.place
  const calendar = contact.kind === 'email' && withCalendar.has(template) ? calendarOf({ day, slot, now }) : undefined
  const details = asksAfterwards.has(template) && asksAnything(day) && !filledIn
  const until = details ? { details: showMinute(dueAt(slot.arriveAt, day.detailsDays), lang, rememberedCounty().zone) } : {}
  const params = { title: day.title, when, place, code, size, calendar, hours: day.offerHours, why: '', ...until, ...more }
  return { to: contact, template, lang, params, departmentId: day.departmentId }
}

const withCalendar: ReadonlySet<VisitTemplate> = new Set(['registered', 'slot-moved', 'slot-cancelled', 'visit-tomorrow'])

/** Those who have places are told what else is asked of them, and once more if it is missing the day before. */
const asksAfterwards: ReadonlySet<VisitTemplate> = new Set(['registered', 'visit-tomorrow'])

/** Arrival, not the beginning, is what a calendar should ring for. */
const calendarOf = ({ day, slot, now }: Where) =>
  calendarFile(day.title, [
    {
      ...{ uid: slotUid(slot.id, day.slug), version: slot.version, title: day.title, place: slot.place || day.place },
      ...{ startsAt: slot.arriveAt, endsAt: slot.endsAt, cancelled: slot.cancelledAt !== null, stamp: now },
    },
  ])

export type VisitTemplate =
  | (typeof first)[keyof typeof first]
  | 'registration-found'
  | 'offer'
  | 'offer-expired'
  | 'not-chosen'
  | 'registration-cancelled'
  | 'slot-moved'
  | 'slot-cancelled'
  | 'visit-tomorrow'
  | 'visit-feedback'
type More = { why?: string }

/** Tells these registrations of one slot; those whose contact is deleted by now hear nothing. Ids of the messages, by registration. */
export async function tell(tx: Tx, where: Where, ids: number[], template: VisitTemplate, more?: More): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const found = await tx
    .select({
      id: registrations.id,
      contact: registrations.contact,
      kind: registrations.contactKind,
      lang: registrations.lang,
      size: registrations.size,
      code: registrations.codeSealed,
      filledIn: sql<boolean>`exists (select from party_details p where p.registration_id = registrations.id and p.filled_for >= registrations.size)`,
    })
    .from(registrations)
    .where(inArray(registrations.id, ids))
    .orderBy(registrations.id)
  const reachable = found.flatMap(({ id, contact, kind, code, ...rest }) =>
    contact ? [{ id, whom: { ...rest, contact: { kind, address: unseal(contact) }, code: unseal(code) } }] : [],
  )
  const sent = await queueMessages(
    tx,
    reachable.map(({ whom }) => letter(where, whom, template, more)),
  )
  return new Map(reachable.flatMap(({ id }, position) => (sent[position] === null ? [] : [[id, sent[position]!]])))
}

/** The link once more to people who register twice; at most every so many minutes. */
export async function tellAgain(tx: Tx, where: Where, ids: number[]) {
  const sent = await tell(tx, where, ids, 'registration-found')
  for (const id of sent.keys())
    await tx
      .update(registrations)
      .set({ toldAt: sql`app_now()` })
      .where(eq(registrations.id, id))
}

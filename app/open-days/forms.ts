import { z } from 'zod'
import {
  closing,
  CONTACT_MOST,
  contactEmail,
  contactPhone,
  instant,
  optional,
  PROSE_MOST,
  SUMMARY_MOST,
  title,
} from '../consultations/forms'
import { draftLanguages } from '../consultations/rules'
import { fromLocalField } from '../web/dates'
import { line, prose } from '../web/text'
import { CAPACITY_MOST, choosings, DETAILS_DAYS_MOST, needs, questionKinds, seatsField } from './rules'

export const LABEL_MOST = 120
export const NAME_MOST = 60

const choose = 'consultations:error.choose'
const lang = z.enum(Object.keys(draftLanguages) as [keyof typeof draftLanguages], { error: choose })
const ticked = z
  .string()
  .optional()
  .transform((typed) => typed !== undefined)
/** A whole number within these bounds; the sentence of `error` names them. */
const whole = (least: number, most: number, error: string) =>
  z.string({ error }).transform((typed, context) => {
    const value = Number(typed.normalize('NFKC').trim())
    if (Number.isInteger(value) && value >= least && value <= most) return value
    context.addIssue({ code: 'custom', message: error })
    return z.NEVER
  })
const chosenId = z
  .string()
  .regex(/^\d{1,9}$/, choose)
  .optional()
  .transform((typed) => (typed ? Number(typed) : null))

export const newForm = z.object({ title, campaignId: chosenId })

/** The notice; everything but the title may still be empty, what is missing is listed before approval. */
export const noticeForm = (zone: string) =>
  z
    .object({
      title,
      lang,
      campaignId: chosenId,
      consultationId: chosenId,
      summary: optional(prose(SUMMARY_MOST, { long: 'consultations:error.summary-long' })),
      agenda: optional(prose(PROSE_MOST)),
      place: optional(line(CONTACT_MOST)),
      access: optional(prose(PROSE_MOST)),
      whoMayCome: optional(prose(PROSE_MOST)),
      otherWays: optional(prose(PROSE_MOST)),
      houseRules: optional(prose(PROSE_MOST)),
      choosing: z.enum(choosings, { error: choose }),
      choosingRule: optional(prose(PROSE_MOST)),
      opensAt: instant(zone),
      closesOn: optional(z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'consultations:error.day')),
      closesHour: optional(z.string().regex(/^(\d{2}:\d{2})?$/, 'consultations:error.hour')),
      partyMost: whole(1, 50, 'open-days:desk.error.party'),
      asksPhotoConsent: ticked,
      asksIdentity: ticked,
      identityWhy: optional(line(LABEL_MOST)),
      asksBirthDate: ticked,
      birthDateWhy: optional(line(LABEL_MOST)),
      asksPlate: ticked,
      plateWhy: optional(line(LABEL_MOST)),
      detailsDays: whole(1, DETAILS_DAYS_MOST, 'open-days:desk.error.details-days'),
      keptDays: whole(1, 365, 'open-days:desk.error.kept'),
      offerHours: whole(1, 168, 'open-days:desk.error.offer'),
      contactPerson: optional(line(CONTACT_MOST)),
      contactPhone,
      contactEmail,
    })
    .transform(({ closesOn, closesHour, ...notice }, context) => {
      const closesAt = closing(closesOn, closesHour, zone)
      const fault = faultOfClosing(closesOn, closesHour, closesAt, notice.opensAt)
      if (fault) context.addIssue({ code: 'custom', path: ['closesOn'], message: fault })
      return { ...notice, closesAt }
    })

function faultOfClosing(day: string, hour: string, closesAt: Date | null, opensAt: Date | null): string | null {
  if (hour && !day) return 'consultations:error.day-for-hour'
  if (day && !closesAt) return 'consultations:error.day'
  return closesAt && opensAt && closesAt <= opensAt ? 'consultations:error.order' : null
}

const places = z
  .string()
  .optional()
  .transform((typed, context) => {
    const value = Number((typed ?? '0').normalize('NFKC').trim())
    if (Number.isInteger(value) && value >= 0 && value <= CAPACITY_MOST) return value
    context.addIssue({ code: 'custom', message: 'open-days:desk.error.places' })
    return z.NEVER
  })
const hour = z.string({ error: 'consultations:error.hour' }).regex(/^\d{2}:\d{2}$/, 'consultations:error.hour')

/** A slot lies within one day; its places are those of the groups that the day has. */
export const slotForm = (zone: string, groupIds: readonly number[]) => {
  const pools = groupIds.length === 0 ? [null] : groupIds
  return z
    .object({
      name: optional(line(NAME_MOST)),
      place: optional(line(CONTACT_MOST)),
      gate: optional(line(CONTACT_MOST)),
      on: z.string({ error: 'consultations:error.day' }).regex(/^\d{4}-\d{2}-\d{2}$/, 'consultations:error.day'),
      arrives: hour,
      starts: hour,
      ends: hour,
      wheelchair: places,
      interpreter: places,
      quiet: places,
    })
    .extend(Object.fromEntries(pools.map((id) => [seatsField(id), places])) as Record<never, typeof places>)
    .transform((typed, context) => {
      const [arriveAt, startsAt, endsAt] = [typed.arrives, typed.starts, typed.ends].map((time) =>
        fromLocalField(`${typed.on}T${time}`, zone),
      )
      const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (!arriveAt || !startsAt || !endsAt) return (fault('on', 'consultations:error.day'), z.NEVER)
      if (arriveAt > startsAt) fault('arrives', 'open-days:desk.error.arrives')
      if (endsAt <= startsAt) fault('ends', 'open-days:desk.error.ends')
      const counted = typed as unknown as Record<string, number>
      return {
        slot: { name: typed.name, place: typed.place, gate: typed.gate, arriveAt, startsAt, endsAt },
        places: [
          ...pools.map((groupId) => ({ groupId, kind: 'seat' as const, capacity: counted[seatsField(groupId)]! })),
          ...needs.map((kind) => ({ groupId: null, kind, capacity: typed[kind] })),
        ],
      }
    })
}

export const groupForm = z.object({ name: line(NAME_MOST, { required: 'open-days:desk.error.group' }), invited: ticked })

const OPTIONS_MOST = 20

/** One option a line; only a choice has them. */
export const questionForm = z
  .object({
    label: line(LABEL_MOST, { required: 'open-days:desk.error.question' }),
    kind: z.enum(questionKinds, { error: choose }),
    options: optional(prose(PROSE_MOST)),
    required: ticked,
  })
  .transform(({ options, ...question }, context) => {
    const lines = [...new Set(options.split('\n').map((each) => each.trim()))].filter((each) => each !== '')
    if (question.kind !== 'choice') return { ...question, options: [] }
    if (lines.length < 2 || lines.length > OPTIONS_MOST || lines.some((each) => each.length > LABEL_MOST))
      context.addIssue({ code: 'custom', path: ['options'], message: 'open-days:desk.error.options' })
    return { ...question, options: lines }
  })

const day = z
  .string({ error: 'consultations:error.day' })
  .refine((typed) => fromLocalField(`${typed}T00:00`, 'UTC') !== null, 'consultations:error.day')

export const campaignForm = z
  .object({
    title,
    lang,
    summary: optional(prose(SUMMARY_MOST, { long: 'consultations:error.summary-long' })),
    startsOn: day,
    endsOn: day,
    reportWithinDays: whole(1, 365, 'open-days:desk.error.report'),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], message: 'open-days:desk.error.last-day' })

import { z } from 'zod'
import { readContact } from '~/accounts/rules'
import { CAPACITY_MOST, type PlaceKind } from '~/open-days/rules'
import { LARGEST_ID } from '~/web/ids'
import { line, prose } from '~/web/text'
import { entryChannels, PLACE_MAX, WHY_MAX, type ListCursor } from './desk-rules'
import { ANSWER_MAX, NAME_MAX, states } from './rules'

const why = prose(WHY_MAX, { required: 'registrations:desk.error.why-required', long: 'registrations:desk.error.why-long' })
const noWhy = prose(WHY_MAX, { long: 'registrations:desk.error.why-long' })
  .optional()
  .transform((typed) => typed?.trim() ?? '')

export const whyForm = z.object({ why })
export const dayCancellationForm = z.object({ why, sure: z.literal('on', { error: 'registrations:desk.error.sure' }) })

const whole = (least: number, most: number, error: string) =>
  z
    .string({ error })
    .transform((typed) => typed.normalize('NFKC').trim())
    .refine((typed) => /^\d{1,9}$/.test(typed) && Number(typed) >= least && Number(typed) <= most, error)
    .transform(Number)

/** Left empty, none. */
const orNone = (number: ReturnType<typeof whole>) => number.optional().transform((typed) => typed ?? 0)

export const rankForm = z.object({ place: whole(1, 1_000_000, 'registrations:desk.error.place'), why })

const instant = z.string({ error: 'registrations:desk.error.time' })
export const moveForm = z.object({
  arriveAt: instant,
  startsAt: instant,
  endsAt: instant,
  place: line(PLACE_MAX).optional().default(''),
  why,
})

export const poolField = (id: number) => `pool-${id}`
type Place = { kind: PlaceKind; groupId: number | null }
export const newPoolField = ({ kind, groupId }: Place) => (groupId === null ? `new-${kind}` : `new-${kind}-${groupId}`)

/** A number for each pool; for what the slot has none of, left empty where it stays so. */
export const capacityForm = (ids: number[], lacked: Place[]) => {
  const capacity = whole(0, CAPACITY_MOST, 'registrations:desk.error.capacity')
  const perhaps = orNone(capacity)
  return z
    .object(Object.fromEntries([...ids.map((id) => [poolField(id), capacity]), ...lacked.map((place) => [newPoolField(place), perhaps])]))
    .transform((typed) => ({
      wanted: ids.map((id) => ({ id, capacity: typed[poolField(id)] as number })),
      added: lacked.map((place) => ({ ...place, capacity: typed[newPoolField(place)] as number })),
    }))
}

const cursor = z
  .string()
  .regex(/^\d{1,9}(-\d{1,10}){2}$/)
  .transform((typed) => typed.split('-').map(Number) as unknown as ListCursor)

const id = z.coerce.number().int().positive().max(LARGEST_ID).optional().catch(undefined)

export const done = ['cancelled', 'ranked', 'moved', 'slot-cancelled', 'day-cancelled', 'capacity-set', 'entered'] as const
export const listQuery = z.object({
  slot: id,
  state: z.enum(states).optional().catch(undefined),
  after: cursor.optional().catch(undefined),
  done: z.enum(done).optional().catch(undefined),
  number: id,
  became: z.enum(states).optional().catch(undefined),
})
export const cursorText = (of: ListCursor | null) => of?.join('-')

type Question = { id: number; kind: 'line' | 'text' | 'choice'; options: string[]; required: boolean }
export const answerField = (questionId: number) => `answer-${questionId}`

const optionalContact = z
  .string()
  .optional()
  .transform((typed, context) => {
    const found = typed?.trim() ? readContact(typed) : null
    if (typed?.trim() && !found) context.addIssue({ code: 'custom', message: 'registrations:desk.error.contact' })
    return found
  })

const NOTE_MAX = 60
export const invitationForm = (groups: number[]) =>
  z.object({
    key: z.string({ error: 'registrations:desk.error.key' }).regex(/^[\w-]{22}$/, 'registrations:desk.error.key'),
    group: z.coerce.number().refine((id) => groups.includes(id), 'registrations:desk.error.group'),
    note: line(NOTE_MAX, { required: 'registrations:desk.error.note', long: 'registrations:desk.error.note' }),
    contact: optionalContact,
  })

const answer = ({ kind, options, required }: Question) => {
  const missing = 'registrations:desk.error.answer'
  const text = (kind === 'text' ? prose : line)(ANSWER_MAX, required ? { required: missing } : {})
  const typed = required ? text : text.optional().transform((given) => given ?? '')
  return kind === 'choice' ? typed.refine((given) => (given === '' ? !required : options.includes(given)), missing) : typed
}

const ticked = z
  .literal('on')
  .optional()
  .transform((given) => given === 'on')

const contact = line(200, { required: 'registrations:desk.error.contact' }).transform((typed, context) => {
  const found = readContact(typed)
  if (!found) context.addIssue({ code: 'custom', message: 'registrations:desk.error.contact' })
  return found!
})

/** What a clerk writes down for somebody who phoned, wrote or came. */
export const entryForm = (day: { partyMost: number; asksPhotoConsent: boolean }, questions: Question[]) =>
  z.object({
    key: z.string({ error: 'registrations:desk.error.key' }).regex(/^[\w-]{22}$/, 'registrations:desk.error.key'),
    channel: z.enum(entryChannels, { error: 'registrations:desk.error.channel' }),
    quota: z.coerce
      .number({ error: 'registrations:desk.error.quota' })
      .int('registrations:desk.error.quota')
      .positive('registrations:desk.error.quota'),
    name: line(NAME_MAX, { required: 'registrations:desk.error.name', long: 'registrations:desk.error.name-long' }),
    contact,
    size: whole(1, day.partyMost, 'registrations:desk.error.size'),
    wheelchairs: orNone(whole(0, day.partyMost, 'registrations:desk.error.wheelchairs')),
    interpreter: ticked,
    quiet: ticked,
    photo: day.asksPhotoConsent ? z.enum(['yes', 'no'], { error: 'registrations:desk.error.photo' }) : z.undefined().catch(undefined),
    told: z.literal('on', { error: 'registrations:desk.error.told' }),
    ...Object.fromEntries(questions.map((question) => [answerField(question.id), answer(question)])),
  })

export const choices = ['later', 'chosen', 'waiting', 'not-chosen'] as const
export const choiceField = (registrationId: number) => `choice-${registrationId}`
export const ownWhyField = (registrationId: number) => `why-${registrationId}`

/** One reason for all that are not chosen now, or a reason of their own beside each. */
export const reviewForm = (ids: number[]) =>
  z
    .object({
      why: noWhy,
      ...Object.fromEntries(ids.map((each) => [choiceField(each), z.enum(choices).optional().catch('later')])),
      ...Object.fromEntries(ids.map((each) => [ownWhyField(each), noWhy])),
    })
    .transform((sent, context) => {
      const given = sent as Record<string, string>
      const decided = ids.map((each) => ({
        id: each,
        choice: (given[choiceField(each)] ?? 'later') as (typeof choices)[number],
        why: given[ownWhyField(each)] || given.why || '',
      }))
      if (decided.some(({ choice, why: reason }) => choice === 'not-chosen' && !reason))
        context.addIssue({ code: 'custom', path: ['why'], message: 'registrations:desk.error.why-not-chosen' })
      return decided.filter(({ choice }) => choice !== 'later')
    })

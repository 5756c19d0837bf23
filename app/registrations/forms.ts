import { z } from 'zod'
import { line, prose } from '~/web/text'
import { readContact } from '../accounts/rules'
import { ANSWER_MAX, NAME_MAX } from './rules'

const CONTACT_MAX = 254

const key = z.string({ error: 'registrations:error.key' }).regex(/^[\w-]{22}$/, 'registrations:error.key')

/** A small whole number, however its digits were typed; nothing is `empty`. */
const whole = (least: number, most: number, fault: string, empty = '') =>
  z
    .string()
    .optional()
    .transform((typed, context) => {
      const plain = (typed?.trim() || empty).normalize('NFKC')
      const number = Number(plain)
      if (/^\d{1,3}$/.test(plain) && number >= least && number <= most) return number
      context.addIssue({ code: 'custom', message: fault })
      return z.NEVER
    })

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const contact = line(CONTACT_MAX, {
  required: 'registrations:error.contact-required',
  long: 'registrations:error.contact-invalid',
}).transform((typed, context) => {
  const found = readContact(typed)
  if (found) return found
  context.addIssue({ code: 'custom', message: 'registrations:error.contact-invalid' })
  return z.NEVER
})

const party = (partyMost: number) => ({
  size: whole(1, partyMost, 'registrations:error.size', '1'),
  wheelchairs: whole(0, partyMost, 'registrations:error.wheelchairs', '0'),
  interpreter: ticked,
  quiet: ticked,
})

const wheelchairsFit = ({ size, wheelchairs }: { size: number; wheelchairs: number }) => wheelchairs <= size
const tooManyWheelchairs = { path: ['wheelchairs'], error: 'registrations:error.wheelchairs' }

export type AskedQuestion = { id: number; kind: 'line' | 'text' | 'choice'; options: string[]; required: boolean }

/** What one open day asks at this moment. */
export type Asked = {
  /** Slot and pool, as the form names them. */
  places: string[]
  partyMost: number
  questions: AskedQuestion[]
  /** The version of the house rules to agree to. */
  rules: number | null
}

export const fieldOf = ({ id }: { id: number }) => `answer-${id}`

function answer({ kind, options, required }: AskedQuestion) {
  const needed = required ? 'registrations:error.answer-required' : undefined
  if (kind === 'choice') {
    const one = z.string({ error: needed }).refine((value) => options.includes(value), 'registrations:error.answer-choice')
    return required ? one : one.optional().transform((value) => value ?? '')
  }
  const text = (kind === 'line' ? line : prose)(ANSWER_MAX, { required: needed, long: 'registrations:error.answer-long' })
  return required ? text : text.optional().transform((value) => value ?? '')
}

const agreed = (version: number) =>
  z.string({ error: 'registrations:error.rules' }).refine((value) => value === String(version), 'registrations:error.rules-changed')

const made = new Map<string, ReturnType<typeof makeForm>>()
const MOST_KEPT = 200

/** The form of one open day, made once for as long as it asks the same. */
export function registrationForm(asked: Asked) {
  const name = JSON.stringify(asked)
  let found = made.get(name)
  if (found) return found
  if (made.size >= MOST_KEPT) made.clear()
  made.set(name, (found = makeForm(asked)))
  return found
}

function makeForm({ places, partyMost, questions, rules }: Asked) {
  const answers = z.object(Object.fromEntries(questions.map((each) => [fieldOf(each), answer(each)]))) as z.ZodType<object>
  return z
    .object({
      key,
      place: z.string({ error: 'registrations:error.place' }).refine((value) => places.includes(value), 'registrations:error.place-gone'),
      ...party(partyMost),
      name: line(NAME_MAX, { required: 'registrations:error.name-required', long: 'registrations:error.name-long' }),
      contact,
      photo: z.enum(['yes', 'no']).optional(),
      rules: rules === null ? z.unknown().optional() : agreed(rules),
    })
    .and(answers)
    .refine(wheelchairsFit, tooManyWheelchairs)
}

export const partyForm = (partyMost: number) => z.object(party(partyMost)).refine(wheelchairsFit, tooManyWheelchairs)

export const codeSearch = z.object({
  code: line(80, { required: 'registrations:error.code-required', long: 'registrations:error.code-format' }),
})

export const lostCode = z.object({ contact })

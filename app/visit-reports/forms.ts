import { z } from 'zod'
import { optional } from '../consultations/forms'
import { line, prose } from '../web/text'
import { ALT_MAX, ANSWER_MAX, ANSWERED_BY_MAX, HAPPENED_MAX, QUESTION_MAX, REASON_MAX, results, SUGGESTION_MAX, WHY_MAX } from './rules'

export const happenedForm = z.object({ happened: optional(prose(HAPPENED_MAX)) })

export const questionForm = z.object({
  question: prose(QUESTION_MAX, { required: 'visit-reports:error.question' }),
  answer: optional(prose(ANSWER_MAX)),
  answeredBy: optional(line(ANSWERED_BY_MAX)),
})

const text = prose(SUGGESTION_MAX, { required: 'visit-reports:error.suggestion' })
export const suggestionForm = z.object({ text })

const isDay = (typed: string) => /^\d{4}-\d\d-\d\d$/.test(typed) && !Number.isNaN(Date.parse(`${typed}T00:00Z`))

/** What is in hand has a day; everything else has a reason. `today` is the county's. */
export const outcomeForm = (today: string) =>
  z
    .object({
      text,
      result: z.enum(results, { error: 'visit-reports:error.result' }),
      reason: optional(prose(REASON_MAX)),
      departmentId: z
        .string({ error: 'visit-reports:error.department' })
        .regex(/^\d{1,9}$/, 'visit-reports:error.department')
        .transform(Number),
      dueOn: optional(z.string()).transform((typed) => (typed === '' ? null : typed)),
    })
    .transform((said, context) => {
      const inHand = said.result === 'in-hand'
      const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (inHand && (said.dueOn === null || !isDay(said.dueOn))) wrong('dueOn', 'visit-reports:error.due')
      else if (inHand && said.dueOn! < today) wrong('dueOn', 'visit-reports:error.due-past')
      if (!inHand && said.reason.trim() === '') wrong('reason', 'visit-reports:error.reason')
      return { ...said, dueOn: inHand ? said.dueOn : null }
    })

export const photoForm = z.object({
  // A browser sends a file without a name where none was chosen.
  photo: z
    .instanceof(File, { error: 'visit-reports:error.photo.none' })
    .refine(({ name, size }) => name !== '' || size > 0, { error: 'visit-reports:error.photo.none' }),
  alt: line(ALT_MAX, { required: 'visit-reports:error.alt' }),
  people: z.enum(['agreed', 'nobody'], { error: 'visit-reports:error.people' }),
})

export const whyForm = z.object({ why: prose(WHY_MAX, { required: 'visit-reports:error.why' }) })

/** The revision an address asks for; undefined: the newest. */
export function revisionIn(request: Request): number | undefined {
  const asked = Number(new URL(request.url).searchParams.get('revision') ?? NaN)
  return Number.isInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : undefined
}

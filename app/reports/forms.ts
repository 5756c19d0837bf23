import { z } from 'zod'
import { line, prose } from '~/web/text'
import { dispositions, inadmissibleReasons, NOTE_MAX, REASON_MAX, STATEMENT_MAX, SUMMARY_MAX, TEXT_MAX, WHY_MAX } from './rules'
import { LARGEST_ID } from '~/web/ids'

const number = z.coerce.number().int().min(1).max(LARGEST_ID)
const summary = line(SUMMARY_MAX, { required: 'reports:error.summary-required', long: 'reports:error.summary-long' })
const why = prose(WHY_MAX, { required: 'reports:error.why-required', long: 'reports:error.why-long' })
/** Empty: the draft as a whole. */
const articleId = z
  .union([z.literal('').transform(() => null), number], { error: 'reports:error.article' })
  .nullish()
  .transform((given) => given ?? null)

/** A number from an address; null when it cannot be one. */
export const numberIn = (given: string | null | undefined): number | null => number.safeParse(given || undefined).data ?? null

/** `?revision=n` of a report's address; what is no number is a revision that does not exist. */
export function revisionIn(request: Request): number | undefined {
  const asked = new URL(request.url).searchParams.get('revision')
  return asked === null ? undefined : (numberIn(asked) ?? 0)
}

export const pointForm = z.object({ summary, articleId })

export const sortForm = z.object({
  into: z.array(number).default([]),
  alike: z.array(number).default([]),
  summary: line(SUMMARY_MAX, { long: 'reports:error.summary-long' }).default(''),
  articleId,
})

export const refusalForm = z.object({
  reason: z.enum(inadmissibleReasons, { error: 'reports:error.choose-reason' }),
  note: prose(NOTE_MAX, { long: 'reports:error.note-long' }).default(''),
})

const text = prose(TEXT_MAX, { long: 'reports:error.text-long' }).default('')

export const decisionForm = z
  .object({
    summary,
    articleId,
    disposition: z
      .enum(dispositions, { error: 'reports:error.disposition' })
      .nullish()
      .transform((given) => given ?? null),
    reason: prose(REASON_MAX, { long: 'reports:error.reason-long' }).default(''),
    textBefore: text,
    textAfter: text,
    newPassage: z.literal('on').nullish().transform(Boolean),
  })
  .superRefine(({ disposition, reason }, context) => {
    if (disposition && reason.trim() === '')
      context.addIssue({ code: 'custom', path: ['reason'], message: 'reports:error.reason-required' })
  })

export const membersForm = z.object({ shown: z.array(number).default([]), member: z.array(number).default([]) })

export const mergeForm = z.object({ into: z.coerce.number({ error: 'reports:error.choose-point' }).int().min(1).max(LARGEST_ID) })

export const statementForm = z.object({ statement: prose(STATEMENT_MAX, { long: 'reports:error.statement-long' }).default('') })

export const returnForm = z.object({ why })

export const correctionForm = z.object({ why })

export const publicationForm = z.object({ seen: z.string().max(64).default('') })

import { z } from 'zod'
import { COMMENT_MAX, REPLACEMENT_MAX } from '~/comments/rules'
import { prose } from '~/web/text'
import { moderationReasons, NOTE_MAX, OBJECTION_MAX, queueFilters, visibilities } from './rules'
import { LARGEST_ID } from '~/web/ids'

const number = z.coerce.number().int().min(0).max(LARGEST_ID)

// Labels between blocks make a redacted text longer than the text itself.
const COVERED = 2

export const verdictForm = z
  .object({
    visibility: z.enum(visibilities, { error: 'moderation:error.visibility' }),
    reason: z.enum(moderationReasons, { error: 'moderation:error.reason' }).or(z.literal('')).default(''),
    note: prose(NOTE_MAX, { long: 'moderation:error.note-long' }).default(''),
    publicBody: prose(COMMENT_MAX * COVERED).default(''),
    publicReplacement: prose(REPLACEMENT_MAX * COVERED).default(''),
    why: prose(NOTE_MAX, { long: 'moderation:error.why-long' }).default(''),
    seenVersion: number,
  })
  .superRefine((given, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (given.visibility !== 'published' && given.reason === '') issue('reason', 'moderation:error.reason')
    if (given.visibility === 'redacted' && given.publicBody.trim() === '') issue('publicBody', 'moderation:error.body-required')
  })

export const objectionForm = z.object({
  text: prose(OBJECTION_MAX, { required: 'moderation:error.objection-required', long: 'moderation:error.objection-long' }),
})

export const answerForm = z.object({
  outcome: z.enum(['keep', 'publish'], { error: 'moderation:error.outcome' }),
  answer: prose(OBJECTION_MAX, { required: 'moderation:error.answer-required', long: 'moderation:error.answer-long' }),
})

export const numbersForm = z.object({ number: z.array(number).max(100).default([]) })

/** The comment just handled, whose page led to this one. */
export const justDecided = z.object({ done: number.optional().catch(undefined) })

export const queueQuery = z.object({
  show: z.enum(queueFilters).catch('waiting'),
  after: number.optional().catch(undefined),
  before: number.optional().catch(undefined),
  published: number.optional().catch(undefined),
  decided: number.optional().catch(undefined),
})

import { z } from 'zod'
import { optional } from '../consultations/forms'
import { prose } from '../web/text'
import { eases, TEXT_MAX } from './rules'

const said = optional(prose(TEXT_MAX, { long: 'feedback:error.long' })).transform((typed) => typed.trim())

export const feedbackForm = z
  .object({
    overall: z.enum(['1', '2', '3', '4', '5'], { error: 'feedback:error.overall' }).transform(Number),
    ease: z.enum(eases, { error: 'feedback:error.ease' }),
    good: said,
    better: said,
    suggested: z
      .string()
      .optional()
      .transform((typed) => typed !== undefined),
  })
  .refine(({ suggested, better }) => !suggested || better !== '', { path: ['better'], message: 'feedback:error.better' })

import { z } from 'zod'
import { subjects } from './rules'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional()
  .catch(undefined)
const word = (max: number) => z.string().trim().min(1).max(max).optional().catch(undefined)

/** What the list is narrowed by, from the address; what cannot be read narrows nothing. */
export const recordFilter = z.object({
  subject: z.enum(subjects).optional().catch(undefined),
  id: word(80),
  act: z
    .string()
    .regex(/^[a-z-]{1,60}$/)
    .optional()
    .catch(undefined),
  person: word(80),
  from: day,
  to: day,
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})

export type RecordFilter = z.infer<typeof recordFilter>

import { z } from 'zod'
import { callOutcomes, messageFilters } from './rules'

export const outcomeForm = z.object({ outcome: z.enum(callOutcomes, { error: 'messages:error.outcome' }) })

export const listQuery = z.object({
  show: z.enum(messageFilters).catch('calls'),
  after: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  done: z.enum(['outcome-saved', 'sent-again']).optional().catch(undefined),
})

import { z } from 'zod'
import { line } from '../web/text'

const SHOWN_MAX = 300

export const gateForm = z.object({
  nonce: z.string({ error: 'check-ins:form-key' }).regex(/^[\w-]{22}$/, 'check-ins:form-key'),
  shown: line(SHOWN_MAX, { required: 'check-ins:shown-required', long: 'check-ins:why.unknown' }),
})

import { z } from 'zod'
import { fromLocalField } from '../web/dates'
import { line, prose } from '../web/text'
import { keyOf } from './rfc3797'
import { REFERENCE_MAX, SOURCE_MAX, VALUE_MAX } from './rules'

export const sourceForm = (zone: string) =>
  z.object({
    source: line(SOURCE_MAX, { required: 'draws:error.source' }),
    speaksAt: z.string({ error: 'draws:error.moment' }).transform((typed, context) => {
      const at = fromLocalField(typed, zone)
      if (at) return at
      context.addIssue({ code: 'custom', message: 'draws:error.moment' })
      return z.NEVER
    }),
  })

export const valueForm = z.object({
  value: prose(VALUE_MAX, { required: 'draws:error.value' }).refine((typed) => keyOf(typed) !== null, 'draws:error.value'),
  reference: line(REFERENCE_MAX, { required: 'draws:error.reference' }),
  compared: z.literal('on', { error: 'draws:error.compared' }),
})

/** A registration number as typed into the look-up: 1-12, however its hyphen looks. */
export const numberIn = (typed: string | null) =>
  (typed ?? '')
    .normalize('NFKC')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s/g, '')
    .slice(0, 20)

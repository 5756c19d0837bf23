import { z } from 'zod'
import { line, prose } from '~/web/text'
import { NAME_MAX, QUESTION_LINES, QUESTION_MAX, type Naming } from './rules'

/** Six digits however they were typed: full-width, with spaces or dashes; null for anything else. */
export function readJoinCode(typed: string): string | null {
  const plain = typed
    .slice(0, 80)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
  return /^[0-9]{6}$/.test(plain) ? plain : null
}

const key = z.string({ error: 'live:error.key' }).regex(/^[\w-]{22}$/, 'live:error.key')
/** A card on a phone and the screen of a hall hold only so many lines. */
export const questionBody = (keys: { required: string; long: string }) =>
  prose(QUESTION_MAX, keys)
    .transform((typed) => typed.replace(/\n\s*\n/g, '\n').trim())
    .refine((typed) => typed.split('\n').length <= QUESTION_LINES, 'live:error.body-lines')

const body = questionBody({ required: 'live:error.body-required', long: 'live:error.body-long' })
const nameOf = (required?: string) => line(NAME_MAX, { required, long: 'live:error.name-long' })
const nameOrNone = nameOf()
  .optional()
  .transform((typed) => typed ?? '')

/** A question; whether a name belongs to it is the session's own rule. */
export const questionForms: Record<Naming, z.ZodType<{ key: string; body: string; name: string }>> = {
  anonymous: z.object({
    key,
    body,
    name: z
      .unknown()
      .optional()
      .transform(() => ''),
  }),
  either: z.object({ key, body, name: nameOrNone }),
  named: z.object({ key, body, name: nameOf('live:error.name-required') }),
}

import { z } from 'zod'
import { line, prose } from '~/web/text'
import {
  COMMENT_MAX,
  CONTACT_MAX,
  enteredChannels,
  FORM_KEY,
  importedChannels,
  NAME_MAX,
  readContact,
  REPLACEMENT_MAX,
  stances,
} from './rules'

const key = z.string({ error: 'comments:error.key' }).regex(FORM_KEY, 'comments:error.key')

const stance = z
  .enum([...stances, 'none'], { error: 'comments:error.stance' })
  .optional()
  .transform((chosen) => (chosen && chosen !== 'none' ? chosen : null))

// Spaces and invisible characters alone are no comment.
const body = prose(COMMENT_MAX, { required: 'comments:error.body-required', long: 'comments:error.body-long' }).refine(
  (text) => /[^\p{Z}\p{C}\p{M}]/u.test(text),
  'comments:error.body-required',
)

const replacement = prose(REPLACEMENT_MAX, { long: 'comments:error.replacement-long' })
  .optional()
  .transform((text) => (text?.trim() ? text : ''))

const name = line(NAME_MAX, { long: 'comments:error.name-long' })
  .optional()
  .transform((text) => text ?? '')

const optionalContact = line(CONTACT_MAX, { long: 'comments:error.contact-invalid' })
  .optional()
  .transform((typed, context) => {
    const contact = typed ? readContact(typed) : null
    if (typed && !contact) context.addIssue({ code: 'custom', message: 'comments:error.contact-invalid' })
    return contact
  })

const neededContact = optionalContact.refine((contact) => contact !== null, 'comments:error.contact-required')

type Asked = { name: boolean; contact: 'needed' | 'optional' | 'no' }
const made = new Map<string, ReturnType<typeof makeCommentForm>>()

/** A resident's form; what is not asked for is not taken. */
export function commentForm(asked: Asked) {
  const name = `${asked.name} ${asked.contact}`
  let found = made.get(name)
  if (!found) made.set(name, (found = makeCommentForm(asked)))
  return found
}

const makeCommentForm = (asked: Asked) =>
  z.object({
    key,
    stance,
    body,
    replacement,
    name: asked.name
      ? name
      : z
          .unknown()
          .optional()
          .transform(() => ''),
    contact:
      asked.contact === 'needed'
        ? neededContact
        : asked.contact === 'optional'
          ? optionalContact
          : z
              .unknown()
              .optional()
              .transform(() => null),
  })

export const receiptSearch = z.object({ code: line(80, { required: 'comments:error.code-required', long: 'comments:error.code-format' }) })

export const lostReceipt = z.object({ contact: neededContact })

/** A clerk's entry; the instant is read in the county's zone by the page. */
export const entryForm = z.object({
  key,
  channel: z.enum([...enteredChannels, 'open-day'], { error: 'comments:error.channel-required' }),
  received: z.string({ error: 'comments:error.received-required' }),
  article: z.string().max(200).optional(),
  body,
  replacement,
  stance,
  name,
  contact: optionalContact,
})

/** The text itself, pasted or in a file, is read beside this (importing/source.server.ts). */
export const importForm = z.object({
  channel: z.enum(importedChannels, { error: 'comments:error.channel-required' }),
  /** Ticked where the other channel has published the names already. */
  names: z
    .literal('as-given')
    .optional()
    .transform((ticked) => ticked === 'as-given'),
  digest: z.string().optional(),
})

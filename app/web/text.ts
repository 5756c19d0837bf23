import { z } from 'zod'

// Control characters except tab, line feed and carriage return; PostgreSQL refuses NUL, and the others only hide things.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/
// Written, and not seen: fillers, joiners, marks of direction, the blank Braille pattern.
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu
const MARK_TOWER = /\p{M}{17}/u

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** What a reader counts as characters, up to `most`; stops early, so a million combining marks cost nothing. */
export function countCharacters(text: string, most = Infinity): number {
  let count = 0
  for (const _ of graphemes.segment(text)) if (++count > most) break
  return count
}

type Keys = { required?: string; long?: string }

const text = (max: number, keys: Keys, tidy: (typed: string) => string) =>
  z
    .string({ error: keys.required ?? 'web:error.required' })
    .transform((typed) => tidy(typed))
    .superRefine((typed, context) => {
      const fault = textFault(typed, max, keys)
      if (fault) context.addIssue({ code: 'custom', message: fault })
    })

function textFault(typed: string, max: number, keys: Keys): string | null {
  if (keys.required && typed.replace(UNSEEN, '') === '') return keys.required
  if (!typed.isWellFormed()) return 'web:error.broken-characters'
  if (CONTROL.test(typed)) return 'web:error.control-characters'
  if (typed.length > max && (typed.length > max * 12 || countCharacters(typed, max) > max)) return keys.long ?? 'web:error.too-long'
  if (MARK_TOWER.test(typed)) return 'web:error.mark-tower'
  return null
}

/** Several lines, stored as typed; line ends as forms send them (CRLF) become LF. Messages are word keys. */
export const prose = (max: number, keys: Keys = {}) => text(max, keys, (typed) => typed.replace(/\r\n?/g, '\n'))

/** One line: outer spaces go, inner line ends become spaces. */
export const line = (max: number, keys: Keys = {}) => text(max, keys, (typed) => typed.replace(/\s*[\r\n]+\s*/g, ' ').trim())

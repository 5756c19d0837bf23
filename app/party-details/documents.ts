import type { Day } from '../calendar/periods'

export const documentKinds = ['resident-id', 'passport', 'hk-macao', 'taiwan'] as const
export type DocumentKind = (typeof documentKinds)[number]
/** What people without a resident identity card show at the gate. */
export const otherDocuments = documentKinds.filter((kind) => kind !== 'resident-id')
export type Document = { kind: DocumentKind; number: string }

export type WhyNotIdentity = 'identity-length' | 'identity-date' | 'identity-check'

/** Full width, spaces and small letters are a keyboard's doing, not a fault. */
const plain = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '')
    .toUpperCase()

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The last character of an identity number (GB 11643-1999, ISO 7064 MOD 11-2), from the 17 before it. */
export const checkCharacter = (first17: string) =>
  '10X98765432'[WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(first17[index]), 0) % 11]!

const EARLIEST = '1900-01-01'

/** A day there is, from 1900 on. */
export const isDay = (day: string): day is Day => {
  const at = new Date(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) && day >= EARLIEST
}

export const birthDateIn = (number: string): Day => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`

/** An identity number of 18 characters whose birth date was there by `today` and whose last character fits the others. */
export function readIdentityNumber(typed: string, today: Day): { ok: true; number: string } | { ok: false; why: WhyNotIdentity } {
  const number = plain(typed)
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, why: 'identity-length' }
  const bornOn = birthDateIn(number)
  if (!isDay(bornOn) || bornOn > today) return { ok: false, why: 'identity-date' }
  return checkCharacter(number) === number[17] ? { ok: true, number } : { ok: false, why: 'identity-check' }
}

const shapes: Record<Exclude<DocumentKind, 'resident-id'>, RegExp> = {
  passport: /^[A-Z0-9]{5,15}$/,
  // 港澳居民来往内地通行证: H or M and eight digits; older cards add two for the times they were renewed.
  'hk-macao': /^[HM]\d{8}(\d{2})?$/,
  // 台湾居民来往大陆通行证: eight digits; older ones ten, with a letter in brackets.
  taiwan: /^\d{8}$|^\d{10}(\([A-Z]\))?$/,
}

/** The number of another document as it is kept, or null when it cannot be one. */
export function readOtherDocument(kind: Exclude<DocumentKind, 'resident-id'>, typed: string): string | null {
  const number = plain(typed)
  return shapes[kind].test(number) ? number : null
}

/** A birth date as people type it: 20100503, 2010-5-3, 2010年5月3日. Null when it is no day, or one still to come. */
export function readBirthDate(typed: string, today: Day): Day | null {
  const found = /^(\d{4})(?:(\d{2})(\d{2})|[-./年](\d{1,2})[-./月](\d{1,2})日?)$/.exec(typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, ''))
  if (!found) return null
  const [, year, month = found[4], date = found[5]] = found
  const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
  return isDay(day) && day <= today ? day : null
}

/** 3****************2 shows neither where somebody was born nor when: the first character and at most four at the end. */
export function maskNumber(number: string): string {
  const shown = number.length >= 12 ? 4 : 2
  return `${number[0] ?? ''}${'*'.repeat(Math.max(3, number.length - shown - 1))}${number.slice(-shown)}`
}

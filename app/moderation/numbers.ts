import { begins, ends, type Digit } from './digits'

export type NumberKind = 'mobile' | 'landline' | 'identity' | 'bank-card' | 'number'
export type Piece<Kind extends string = string> = { start: number; end: number; kind: Kind }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'
const PHONE_WORDS = /电话|座机|固话|致电|联系方式|tel|phone|call/i
const AMOUNT_WORDS = /^\s?(?:元|万|亿|人|户|吨|米|平方|公里|%|％|‰)/

type Run = { digits: readonly Digit[]; plain: string }

/** GB 11643: a possible date of birth, and the check digit by ISO 7064. */
export function isIdentityNumber(plain: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(plain)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(plain[index]), 0)
  return CHECK[sum % 11] === plain[17]
}

/** ISO/IEC 7812: the Luhn digit of payment cards. */
export function isCardNumber(plain: string): boolean {
  if (!/^[3-6]\d{15,18}$/.test(plain) || /^(\d)\1+$/.test(plain)) return false
  const sum = [...plain].reverse().reduce((total, character, index) => {
    const doubled = Number(character) * (index % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

type Found = { length: number; kind: NumberKind; end?: number } | null

function identityAt(text: string, { digits, plain }: Run, from: number): Found {
  const last = digits[from + 16]
  if (!last) return null
  const letter = /^[ \u3000-]?([XxＸｘ])(?![A-Za-z])/.exec(text.slice(last.end, last.end + 3))
  if (letter && isIdentityNumber(`${plain.slice(from, from + 17)}X`))
    return { length: 17, kind: 'identity', end: last.end + letter[0].length }
  if (digits[from + 17] && ends(digits, from + 17) && isIdentityNumber(plain.slice(from, from + 18)))
    return { length: 18, kind: 'identity' }
  return null
}

function cardAt({ digits, plain }: Run, from: number): Found {
  for (let length = 19; length >= 16; length--) {
    const whole = from + length <= digits.length && ends(digits, from + length - 1)
    if (whole && isCardNumber(plain.slice(from, from + length))) return { length, kind: 'bank-card' }
  }
  return null
}

const MOBILE = /^(?:0086|86)?1[3-9]\d{9}/

function mobileAt({ digits, plain }: Run, from: number): Found {
  const length = MOBILE.exec(plain.slice(from, from + 15))?.[0].length
  return length && ends(digits, from + length - 1) ? { length, kind: 'mobile' } : null
}

function landlineAt(text: string, { digits, plain }: Run, from: number): Found {
  if (digits[from]!.chinese) return null
  for (const length of [12, 11, 10, 8, 7]) {
    if (from + length > digits.length || !ends(digits, from + length - 1)) continue
    const number = plain.slice(from, from + length)
    const long = length >= 10 && /^0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/.test(number)
    const short =
      length <= 8 && /^[2-8]/.test(number) && PHONE_WORDS.test(text.slice(Math.max(0, digits[from]!.start - 10), digits[from]!.start))
    if (long || short) return { length, kind: 'landline' }
  }
  return null
}

const LONG = 10

function longAt(text: string, { digits }: Run, from: number): Found {
  let length = 1
  while (!ends(digits, from + length - 1)) length++
  if (length < LONG || digits.slice(from, from + length).some((digit) => digit.chinese)) return null
  const after = digits[from + length - 1]!.end
  return AMOUNT_WORDS.test(text.slice(after, after + 3)) ? null : { length, kind: 'number' }
}

/** Numbers in one run that belong to a person. Only whole groups count: a part of a longer number is not a number of its own. */
export function numbersIn(text: string, digits: readonly Digit[]): Piece<NumberKind>[] {
  const run = { digits, plain: digits.map((digit) => digit.value).join('') }
  const found: Piece<NumberKind>[] = []
  for (let at = 0; at < digits.length;) {
    const here = begins(digits, at)
      ? (identityAt(text, run, at) ?? cardAt(run, at) ?? mobileAt(run, at) ?? landlineAt(text, run, at) ?? longAt(text, run, at))
      : null
    if (here) found.push({ start: digits[at]!.start, end: here.end ?? digits[at + here.length - 1]!.end, kind: here.kind })
    at += here?.length ?? 1
  }
  return found
}

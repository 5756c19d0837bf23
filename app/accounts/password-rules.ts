import { allowed, refused, type Decision } from '../decision'
import { PASSWORD_MAX, passwordMinimum, type Role } from './rules'

export type WhyNotPassword = 'password-short' | 'password-short-desk' | 'password-long' | 'password-common' | 'password-personal'

/** Full-width digits from an input method are the digits they look like (NIST SP 800-63B-4: normalise, then hash). */
export const readPassword = (typed: string) => typed.normalize('NFKC')

/** Length and a block-list, no composition rules. `about`: what anyone knows of this person. */
export function mayUsePassword(typed: string, role: Role, about: readonly string[]): Decision<WhyNotPassword> {
  const password = readPassword(typed)
  const length = [...password].length
  if (length < passwordMinimum(role)) return refused(role === 'resident' ? 'password-short' : 'password-short-desk')
  if (length > PASSWORD_MAX) return refused('password-long')
  const plain = password.toLowerCase().replace(/[\s._-]/g, '')
  if (isCommon(plain)) return refused('password-common')
  if (about.some((fact) => isMade(plain, fact))) return refused('password-personal')
  return allowed
}

/** Most common passwords here and elsewhere, and the habits that make the rest: runs, repeats, birthdays, a word with digits. */
function isCommon(plain: string) {
  if (LISTED.has(plain) || new Set(plain).size <= 2) return true
  if (/^(.{1,5}?)\1+$/.test(plain) || /^(19|20)\d\d(0\d|1[0-2])([0-2]\d|3[01])$/.test(plain)) return true
  if (RUNS.some((run) => run.includes(plain))) return true
  const words = plain.replace(/\d+/g, ' ').trim().split(' ')
  const digits = plain.replace(/\D+/g, ' ').trim().split(' ')
  return (
    words.every((word) => word === '' || STEMS.has(word)) &&
    digits.every((number) => number === '' || isPlainNumber(number)) &&
    plain.length < 20
  )
}

const isPlainNumber = (number: string) =>
  number.length <= 4 || new Set(number).size <= 2 || RUNS.some((run) => run.includes(number)) || LISTED.has(number)

function isMade(plain: string, fact: string) {
  const known = readPassword(fact)
    .toLowerCase()
    .replace(/[\s._-]/g, '')
  return known.length >= 2 && plain.includes(known) && plain.length - known.length < 6
}

const FORWARD = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
]
const RUNS = FORWARD.flatMap((run) => [run, [...run].reverse().join('')])

const list = (text: string) => new Set(text.split(/\s+/))

const LISTED = list(`520 1314 5201314 52013141314 1314520 7758521 147258369 147258 258369 159357 123123 123321 112233
  11223344 1122334455 121212 101010 110110 119119 168168 16888888 88888888 66668888 888666 123654 123456789a 741852963
  963852741 789456123 123456123456 12344321 987654321 1234qwer qwer1234 asdf1234 1234asdf zxcv1234 q1w2e3r4 a1b2c3d4
  1a2b3c4d p@ssw0rd p@ssword passw0rd pa55word iloveyou iloveyou1 letmein letmein1 trustno1 sunshine princess football
  baseball superman starwars whatever computer internet michelle jennifer samsung123 changeme welcome1 welcome123
  woaini520 woaini1314 woaini521 wodemima nihaoma woshishui mima1234 aa123456 abc123456 a123456789 qq123456 asd123456
  zxcvbnm123 admin123456 administrator root123456 test123456 guest123456 user123456 1qaz!qaz 1qaz@wsx !qaz2wsx qwer!@#$`)

const STEMS = list(`a aa aaa ab abc abcd asd asdf as q qq qaz qwe qwer qwerty w wsx z zx zxc zxcv admin administrator root
  test guest user master login pass password passwd mima woaini nihao love kaimen zhengfu xianzhengfu bangong guojia
  china zhongguo beijing welcome hello secret default demo system office`)

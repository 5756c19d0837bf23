import { digitRuns } from './digits'
import { numbersIn, type NumberKind, type Piece } from './numbers'

export const personalKinds = [
  'mobile',
  'landline',
  'identity',
  'bank-card',
  'number',
  'email',
  'plate',
  'account',
  'address',
] as const satisfies readonly (NumberKind | 'email' | 'plate' | 'account' | 'address')[]
export type PersonalKind = (typeof personalKinds)[number]
export type PersonalPiece = Piece<PersonalKind>

/** Full-width letters, digits and signs as ordinary ones, place by place, so that positions stay true. */
const narrow = (text: string) =>
  text.replace(/[\uFF01-\uFF5E\u3000]/g, (c) => (c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))

// Every repetition below has an upper bound, so that time grows with the length of the text and nothing else.
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][ ]?[A-HJ-NP-Z][ ·•.-]?(?=[A-HJ-NP-Z]{0,5}[0-9])[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Z0-9])/gi
const ACCOUNT = /(?:QQ|微信|wechat|weixin|vx|wx)(?:号码|号|群)?(?:\s?(?:是|为|:|ID)){0,2}\s?([A-Z0-9_-]{5,20})(?![A-Z0-9_-])/gi
const ADDRESS = /[0-9]{1,4}(?:号楼|号院|栋|幢|座|弄|号)[ -]?(?:[0-9]{1,3}(?:号楼|栋|幢|单元|号)[ -]?){0,3}[0-9]{2,4}(?:室|房|号)/g

const LOCAL = /[A-Z0-9._%+-]/i
const HOST = /[A-Z0-9.-]/i

function emailsIn(text: string): PersonalPiece[] {
  const found: PersonalPiece[] = []
  for (let sign = text.indexOf('@'); sign !== -1; sign = text.indexOf('@', sign + 1)) {
    let start = sign
    while (start > 0 && sign - start < 64 && LOCAL.test(text[start - 1]!)) start--
    let end = sign + 1
    while (end < text.length && end - sign < 254 && HOST.test(text[end]!)) end++
    const host = text.slice(sign + 1, end).replace(/[.-]+$/, '')
    if (start < sign && /^[^.-].{0,240}\.[A-Z]{2,24}$/i.test(host)) found.push({ start, end: sign + 1 + host.length, kind: 'email' })
  }
  return found
}

const matches = (text: string, pattern: RegExp, kind: PersonalKind): PersonalPiece[] =>
  [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length
    return { start: match[1] === undefined ? match.index : end - match[1].length, end, kind }
  })

/** What in a comment may identify a person, in order and without overlap. It points out; people decide. */
export function personalDataIn(text: string): PersonalPiece[] {
  const plain = narrow(text)
  const found = [
    ...digitRuns(text).flatMap((run) => numbersIn(text, run)),
    ...emailsIn(plain),
    ...matches(plain, PLATE, 'plate'),
    ...matches(plain, ACCOUNT, 'account'),
    ...matches(plain, ADDRESS, 'address'),
  ]
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const apart: PersonalPiece[] = []
  for (const piece of found) {
    const last = apart.at(-1)
    if (last && piece.start < last.end) last.end = Math.max(last.end, piece.end)
    else apart.push({ ...piece })
  }
  return apart
}

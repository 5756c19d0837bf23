import { withoutGaps } from './lines'

const DIGITS = new Map([...'〇零○一二三四五六七八九'].map((c, i) => [c, Math.max(0, i - 2)]))
DIGITS.set('两', 2).set('兩', 2)
const TENS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const SCORES: Record<string, number> = { 廿: 20, 卅: 30 }

export const halfWidth = (text: string) => text.replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

export function chineseNumber(printed: string): number {
  const text = halfWidth(withoutGaps(printed))
  if (!/[十百千廿卅]/.test(text)) return Number([...text].map((c) => DIGITS.get(c) ?? c).join(''))
  let total = 0
  let digit = 0
  for (const c of text) {
    if (TENS[c]) {
      total += (digit || 1) * TENS[c]
      digit = 0
    } else if (SCORES[c]) total += SCORES[c]
    else digit = DIGITS.get(c) ?? Number(c)
  }
  return total + digit
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }

export function romanNumber(printed: string): number {
  const values = [...printed.toUpperCase()].map((c) => ROMAN[c] ?? 0)
  return values.reduce((sum, v, i) => sum + (v < (values[i + 1] ?? 0) ? -v : v), 0)
}

const GREEK = new Map<string, number>([...'ΑΒΓΔΕ'].map((c, i) => [c, i + 1]))
;[...'ΖΗΘΙ'].forEach((c, i) => GREEK.set(c, i + 7))
;[...'ΚΛΜΝΞΟΠ'].forEach((c, i) => GREEK.set(c, (i + 2) * 10))
const GREEK_ORDINALS = ['ΠΡΩΤΟ', 'ΔΕΥΤΕΡΟ', 'ΤΡΙΤΟ', 'ΤΕΤΑΡΤΟ', 'ΠΕΜΠΤΟ', 'ΕΚΤΟ', 'ΕΒΔΟΜΟ', 'ΟΓΔΟΟ', 'ΕΝΑΤΟ', 'ΔΕΚΑΤΟ']

const withoutAccents = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()

/** 'πρώτο' → 1; 0 for a word that is no ordinal. */
export const greekOrdinal = (printed: string) => GREEK_ORDINALS.indexOf(withoutAccents(printed)) + 1

export function greekNumber(printed: string): number {
  return [...withoutAccents(printed).replace('ΣΤ', 'ΕΑ')].reduce((sum, c) => sum + (GREEK.get(c) ?? 0), 0)
}

/** '12' → 12, 'IV' → 4, 'Β' → 2; a single Latin letter stays a letter ('Appendix A' → 'a'). */
export function anyNumber(printed: string): string {
  const text = halfWidth(printed)
  if (/^\d/.test(text)) return text.toLowerCase()
  if (/^[Α-ΩΆ-Ώ]/.test(text)) return String(greekNumber(text))
  if (/^[IVX]+$/.test(text) || (text.length > 1 && /^[IVXLCDM]+$/.test(text))) return String(romanNumber(text))
  return text.toLowerCase()
}

export type Line = { at: number; next: number; text: string }

/** Spaces as drafts carry them: ordinary, full-width and the zero-width ones that come along with pasted text. */
export const GAP = '[\\s\\u200b-\\u200f\\u2060\\u00ad]'
const GAP_CHAR = new RegExp(GAP)

/** A word processor leaves soft line breaks and page breaks in what is pasted; they end a line and stay in the text. */
const LINE_END = /[\n\v\f\u0085\u2028\u2029]/g

export function toLines(text: string): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const { index } of text.matchAll(LINE_END)) {
    lines.push({ at, next: index + 1, text: text.slice(at, index) })
    at = index + 1
  }
  if (at < text.length) lines.push({ at, next: text.length, text: text.slice(at) })
  return lines
}

// A loop, because /\s+$/ takes quadratic time on a long run of spaces inside a line.
export function tidy(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && GAP_CHAR.test(text[from]!)) from++
  while (to > from && GAP_CHAR.test(text[to - 1]!)) to--
  return text.slice(from, to)
}

export const isBlank = (text: string) => tidy(text) === ''

export const withoutGaps = (text: string) => text.replace(new RegExp(GAP, 'g'), '')

/** A line broken off in the middle of a sentence: what stands at the start of the next line goes on from here. */
export function breaksOff(line: Line | undefined): boolean {
  const text = line ? tidy(line.text) : ''
  return text.length >= 12 && !text.startsWith('#') && /[\p{L}\p{N}，、,《“「『（(]$/u.test(text)
}

/** Short, and one clause: a heading and not a sentence. */
export function isHeadingLike(text: string, longest = 40): boolean {
  const bare = tidy(text).replace(/[。：:.]$/, '')
  return bare.length > 0 && bare.length <= longest && !/[。；;！？]/.test(bare)
}

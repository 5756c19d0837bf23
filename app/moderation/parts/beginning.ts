const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const LENGTH = 90

/** The first characters of a text on one line, for lists. */
export function beginning(text: string): string {
  let out = ''
  let count = 0
  for (const { segment } of graphemes.segment(text.slice(0, LENGTH * 12))) {
    if (++count > LENGTH) return `${out}…`
    out += /\s/u.test(segment) ? ' ' : segment
  }
  return out
}

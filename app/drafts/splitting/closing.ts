import { isBlank, tidy } from './lines'

const DATE =
  /^(?:\d{4}|[〇零○一二三四五六七八九]{4})\s*年\s*[\d〇零○一二三四五六七八九十]{1,3}\s*月\s*[\d〇零○一二三四五六七八九十]{1,3}\s*日(?:印发|印發|发布|發布|公布)?$/
const NOTE = /^[（(][^（）()]{1,30}[)）]$/
const LISTING = /^附件?\s*[一二三四五六七八九十\d]*\s*[:：]/
const FARTHEST = 14

/** Where the signature (附件 list, organ, date, “（此件公开发布）”) begins at the end of a text; its length where there is none. */
export function closingFrom(text: string): number {
  const starts: number[] = []
  for (let at = text.length; at > 0 && starts.length < FARTHEST + 20;) {
    at = at < 2 ? 0 : text.lastIndexOf('\n', at - 2) + 1
    starts.push(at)
  }
  const lines = starts
    .map((at, i) => ({ at, text: tidy(text.slice(at, i === 0 ? undefined : starts[i - 1])) }))
    .filter((l) => !isBlank(l.text))
  let i = 0
  while (i < 3 && NOTE.test(lines[i]?.text ?? '')) i++
  if (!DATE.test(lines[i]?.text ?? '')) return text.length
  const isOrgan = (line: string) => line.length <= 25 && !/[。；;：:，,！？.]/.test(line) && !/^[第（(#|\d一二三四五六七八九十]/.test(line)
  while (i + 1 < lines.length && isOrgan(lines[i + 1]!.text)) i++
  let from = i
  for (let j = i + 1; j < Math.min(lines.length, i + FARTHEST); j++) {
    if (LISTING.test(lines[j]!.text)) from = j
    else if (!/^\d{1,2}[.．、]/.test(lines[j]!.text)) break
  }
  return lines[from]!.at
}

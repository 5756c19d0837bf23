import { isBlank, tidy, type Line } from './lines'

export type Piece = { kind: 'paragraph' | 'table'; at: number }

const endsSentence = /[。！？；：.!?;:…”」』）)]$/

/** Where paragraphs and tables begin in a text without any numbering. Wrapped lines stay together. */
export function paragraphs(lines: Line[], inTable: boolean[]): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < lines.length;) {
    if (isBlank(lines[i]!.text)) {
      i++
      continue
    }
    let end = i
    while (end < lines.length && !isBlank(lines[end]!.text) && inTable[end] === inTable[i]) end++
    const starts = inTable[i] ? [i] : startsWithin(lines, i, end)
    for (const start of starts) pieces.push({ kind: inTable[i] ? 'table' : 'paragraph', at: lines[start]!.at })
    i = end
  }
  if (pieces[0]) pieces[0].at = 0
  return pieces
}

/** A block whose lines all end a sentence (a title on top aside) has one paragraph a line; any other was wrapped. */
function startsWithin(lines: Line[], from: number, to: number): number[] {
  const ends = (i: number) => endsSentence.test(tidy(lines[i]!.text))
  const first = lines[from]!.text
  const titled =
    !ends(from) && to - from > 1 && /[\u3400-\u9fff]/.test(first) && first.length <= 30 && first.length < lines[from + 1]!.text.length * 0.8
  for (let i = from + (titled ? 1 : 0); i < to; i++) if (!ends(i)) return titled ? [from, from + 1] : [from]
  return Array.from({ length: to - from }, (_, k) => from + k)
}

import { isBlank, tidy, type Line } from './lines'
import type { Mark } from './marks'

const HEADING = /^(?:目\s*[录錄次]|contents|table of contents|περιεχομενα|περιεχόμενα)[:：]?$/i
const keyOf = (mark: Mark) =>
  mark.family === 'none' ? '' : `${mark.family === 'bare' || mark.family === 'arabic' ? 'decimal' : mark.family}:${mark.number}`
const LONGEST_ENTRY = 90

/** First line and line after the last of the table of contents, which repeats the headings of the text; null where there is none. */
export function findContents(lines: Line[], marks: Mark[]): { from: number; to: number } | null {
  const labelled = lines.findIndex((line) => line.text.length < 60 && HEADING.test(bare(line.text)))
  return labelled >= 0 ? fromHeading(lines, marks, labelled) : unlabelled(lines, marks)
}

const bare = (text: string) => tidy(tidy(text).replace(/^#+|^\*\*|\*\*$/g, ''))

function fromHeading(lines: Line[], marks: Mark[], from: number) {
  const firstOn = new Map<number, Mark>()
  for (const mark of marks) if (!firstOn.has(mark.line)) firstOn.set(mark.line, mark)
  let first = ''
  for (let i = from + 1; i < lines.length; i++) {
    const text = tidy(lines[i]!.text)
    const mark = firstOn.get(i)
    const key = mark ? keyOf(mark) : ''
    if (first && key === first) return { from, to: i }
    if (text.length > LONGEST_ENTRY || /[。；;]$/.test(text))
      return { from, to: Math.max(from + 1, backOverHeadings(lines, firstOn, i, from)) }
    first ||= key
  }
  return null
}

/** Where no heading repeats the first entry, the heading right above the first sentence still belongs to the text. */
function backOverHeadings(lines: Line[], firstOn: Map<number, Mark>, sentence: number, from: number): number {
  for (let i = sentence - 1; i > from; i--) {
    if (isBlank(lines[i]!.text)) continue
    return firstOn.has(sentence) && firstOn.has(i) ? i : sentence
  }
  return sentence
}

/** Three or more chapter headings with nothing between them, the first of which comes again. */
function unlabelled(lines: Line[], marks: Mark[]) {
  const structure = new Set(['part', 'subpart', 'chapter', 'section'])
  let start = 0
  while (start < marks.length) {
    let end = start
    while (
      end < marks.length &&
      structure.has(marks[end]!.family) &&
      (end === start || nothingBetween(lines, marks[end - 1]!.line, marks[end]!.line))
    )
      end++
    if (end - start >= 3) {
      const again = marks.slice(start + 1, end + 1).find((m) => keyOf(m) === keyOf(marks[start]!))
      return again ? { from: marks[start]!.line, to: again.line } : null
    }
    if (end > start) return null
    start++
  }
  return null
}

function nothingBetween(lines: Line[], a: number, b: number): boolean {
  for (let i = a + 1; i < b; i++) if (!isBlank(lines[i]!.text)) return false
  return true
}

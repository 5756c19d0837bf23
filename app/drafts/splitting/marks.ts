import { GAP, tidy, type Line } from './lines'
import { readLabel, type Label } from './labels'

/** A place where a unit may begin: a label, or a Markdown heading without one. */
export type Mark = Label & {
  line: number
  at: number
  hashes: number
  /** What follows the label on its line, up to the next label on the same line. */
  rest: string
}

const LEAD = new RegExp(`^${GAP}*(#{1,6})?${GAP}*(?:\\*\\*|__|<a [^>]{0,100}></a>)*`)
const LONGEST_LABEL_LINE = 1500
const inlineLabel = new RegExp(
  `${GAP}(?=第[^条條编編章节節]{1,12}[条條编編章节節](?:${GAP}|[（(]|$))|[\\s–—-]{1,3}(?=ΚΕΦΑΛΑΙΟ |ΤΜΗΜΑ |[ΆΑ]ρθρο \\d)|[–—-]\\s(?=(?:CHAPTER|Chapter|SECTION|Section|Article|ARTICLE) [\\dIVX])`,
  'g',
)
const opensOthers = new Set(['part', 'subpart', 'chapter', 'section'])

/** One line can carry several labels: “ΜΕΡΟΣ Α’ … – ΚΕΦΑΛΑΙΟ Α’ … – Άρθρο 1 Σκοπός”, “第一章 总则 第一条 …”. */
export function readMarks(line: Line, index: number): Mark[] {
  if (line.text === '') return []
  const text = line.text.slice(0, LONGEST_LABEL_LINE)
  const lead = LEAD.exec(text)!
  const hashes = lead[1]?.length ?? 0
  const first = readLabel(text.slice(lead[0].length), hashes > 0)
  if (!first) {
    const isHeading = hashes > 0 && /^\s*#+\s/.test(text)
    const title = tidy(line.text.slice(lead[0].length))
    const none: Label = { family: 'none', number: '', label: '', length: 0, strength: 2, english: false }
    return isHeading && title ? [{ ...none, line: index, at: line.at, hashes, rest: title }] : []
  }
  const marks: Mark[] = []
  let label: Label | null = first
  let from = lead[0].length
  let at = line.at
  while (label) {
    const body: number = from + label.length
    const next: { label: Label; from: number } | null = opensOthers.has(label.family) ? nextOnLine(text, body, hashes > 0) : null
    const rest = next ? text.slice(body, next.from) : line.text.slice(body)
    marks.push({ ...label, line: index, at, hashes, rest: tidyTitle(rest) })
    if (next) {
      from = next.from
      at = line.at + from
    }
    label = next?.label ?? null
  }
  return marks
}

function nextOnLine(text: string, body: number, heading: boolean): { label: Label; from: number } | null {
  inlineLabel.lastIndex = body
  for (let m = inlineLabel.exec(text); m; m = inlineLabel.exec(text)) {
    const from = m.index + m[0].length
    const label = readLabel(text.slice(from), heading)
    if (label) return { label, from }
    if (m[0].length === 0) inlineLabel.lastIndex++
  }
  return null
}

const tidyTitle = (rest: string) =>
  tidy(
    tidy(rest)
      .replace(/^(?:\*\*|__|[.:：–—-])+/, '')
      .replace(/(?:\*\*|__|#{1,6}|[–—-])$/, ''),
  )

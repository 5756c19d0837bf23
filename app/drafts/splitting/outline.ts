import { isBlank, isHeadingLike, tidy, type Line } from './lines'
import type { Mark } from './marks'
import { STRUCTURE, type Opening } from './opening'

const RANK: Partial<Record<Mark['family'], number>> = { cn: 10, cnp: 30, arabic: 40 }
const isFootnotes = (title: string) => /^(?:foot|end)?notes?$|^(?:脚注|腳注|注释|註釋|尾注)$/i.test(title)

/**
 * The units of a text numbered 一、（一）1. or 1 / 1.1 or by Markdown headings. Each numbered heading is a unit, and so is
 * what is numbered below a heading. Below a full sentence, or where the lines are only the parts of an enumeration
 * (“有下列情形之一：” … “；”), the numbers stay inside the unit above: nobody comments on half a sentence.
 */
export function outlineOpenings(marks: Mark[], lines: Line[]): Opening[] {
  const decimals = decimalChain(marks)
  const open: Opening[] = []
  const decided = new Map<Opening | undefined, Map<string, boolean>>()
  const lastNumber = new Map<string, number>()
  const isNested = nestedLists(lines)
  const result: Opening[] = []
  for (const mark of marks) {
    const rank = rankAmong(open, mark) ?? rankOf(mark, decimals)
    if (rank === null) continue
    let depth = open.length
    while (depth > 0 && open[depth - 1]!.rank >= rank) depth--
    const parent = open[depth - 1]
    if (mark.hashes === 0 && (mark.family === 'cnp' || mark.family === 'arabic') && !decimals.has(mark)) {
      if (mark.family === 'arabic' && (isNested(mark) || !continues(mark, lastNumber, parent))) continue
      const answers = decided.get(parent) ?? decided.set(parent, new Map()).get(parent)!
      if (!answers.has(mark.family)) answers.set(mark.family, standsAlone(mark, parent, lines))
      if (!answers.get(mark.family)) continue
    }
    const opening: Opening = {
      mark: decimals.has(mark) ? { ...mark, family: 'decimal' } : mark,
      kind: STRUCTURE[mark.family]?.kind ?? 'article',
      rank,
    }
    if (mark.family === 'none' && isFootnotes(mark.rest)) opening.kind = 'heading'
    open.length = depth
    open.push(opening)
    result.push(opening)
  }
  return result
}

function rankOf(mark: Mark, decimals: Map<Mark, number>): number | null {
  if (mark.hashes > 0) return mark.hashes
  if (decimals.has(mark)) return 10 + decimals.get(mark)!
  return STRUCTURE[mark.family]?.rank ?? RANK[mark.family] ?? null
}

/** “三、” without the hashes of “## 二、” before it still stands beside it and not below. */
function rankAmong(open: Opening[], mark: Mark): number | undefined {
  if (mark.family !== 'cn' || mark.hashes > 0) return undefined
  return open.find((o) => o.mark.family === 'cn' && Number(o.mark.number) + 1 === Number(mark.number))?.rank
}

function continues(mark: Mark, lastNumber: Map<string, number>, parent: Opening | undefined): boolean {
  const under = parent?.mark.family ?? 'nothing'
  const number = Number(mark.number)
  const fits = number === 1 || number === (lastNumber.get(under) ?? 0) + 1
  if (fits) lastNumber.set(under, number)
  return fits
}

/** A list that begins anew further to the right than the item above it is part of that item. */
function nestedLists(lines: Line[]): (mark: Mark) => boolean {
  let above = Infinity
  let nested = Infinity
  return (mark) => {
    const indent = /^[ \t]*/.exec(lines[mark.line]!.text)![0].length
    if (mark.number === '1' && indent > above) nested = Math.min(nested, indent)
    if (indent >= nested) return true
    above = indent
    nested = Infinity
    return false
  }
}

function standsAlone(mark: Mark, parent: Opening | undefined, lines: Line[]): boolean {
  if (/[；;，,]$/.test(tidy(mark.rest))) return false
  if (!parent) return true
  if (
    mark.family === 'arabic' &&
    (parent.mark.family === 'none' || parent.mark.english || parent.mark.family === 'arabic' || parent.mark.family === 'decimal')
  )
    return false
  if (!isHeadingLike(parent.mark.rest) && !(STRUCTURE[parent.mark.family] && parent.mark.rest === '')) return false
  return !(endsWithColon(lines, mark.line) && isBareClause(mark.rest))
}

const isBareClause = (rest: string) => !/[。.！？]./.test(tidy(rest)) && !isHeadingLike(rest, 12)

function endsWithColon(lines: Line[], line: number): boolean {
  let i = line - 1
  while (i >= 0 && isBlank(lines[i]!.text)) i--
  return i >= 0 && /[：:]$/.test(tidy(lines[i]!.text))
}

/**
 * The lines of a text numbered 1 / 1.1 / 1.1.1, with their depth. A bare “3” or “3.” is a heading of it only in
 * sequence and when the 3.1 that follows belongs to it; “3.5 万元” at the start of a wrapped line is out of sequence.
 */
function decimalChain(marks: Mark[]): Map<Mark, number> {
  const dotted = marks.filter((m) => m.family === 'decimal')
  const depths = new Map<Mark, number>()
  if (dotted.filter((m) => m.hashes === 0).length < 2) return depths
  const whole = (m: Mark) => m.family === 'bare' || m.family === 'arabic'
  const nextMajor: number[] = []
  for (let i = marks.length - 1, major = Infinity; i >= 0; i--) {
    nextMajor[i] = major
    if (marks[i]!.family === 'decimal') major = Number(marks[i]!.number.split('.')[0])
  }
  let last: number[] = []
  marks.forEach((mark, i) => {
    const path = mark.number.split('.').map(Number)
    if (whole(mark)) {
      const inSequence = path[0] === (last[0] ?? 0) + 1 && nextMajor[i]! >= path[0]!
      if (!inSequence || !isHeadingLike(mark.rest + '。') || /。$/.test(mark.rest)) return
    } else if (mark.family !== 'decimal' || !stepsOn(path, last)) return
    last = path
    depths.set(mark, path.length)
  })
  return depths
}

function stepsOn(path: number[], last: number[]): boolean {
  const shared = path.findIndex((n, i) => n !== last[i])
  const depth = shared < 0 ? path.length - 1 : shared
  const step = path[depth]! - (last[depth] ?? 0)
  return step >= 0 && step <= 5 && path.slice(depth + 1).every((n) => n <= 1)
}

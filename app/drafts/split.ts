import { findAppendices } from './splitting/appendices'
import { closingFrom } from './splitting/closing'
import { findContents } from './splitting/contents'
import { isBlank, toLines, type Line } from './splitting/lines'
import { readMarks } from './splitting/marks'
import { paragraphs } from './splitting/plain'
import { quotedLines } from './splitting/quotes'
import { chooseScheme, type Scheme } from './splitting/scheme'
import { tableLines } from './splitting/tables'
import type { Unit } from './splitting/unit'
import { toUnits, type Cut } from './splitting/units'

export { bodyParagraphs } from './splitting/body'
export { normaliseSource } from './splitting/normalise'
export { mergeWithPrevious, regroup, relabel, splitAt, type Edit, type Heading } from './splitting/regroup'
export { parseTable } from './splitting/tables'
export { countArticles, type Unit, type UnitKind } from './splitting/unit'

type Draft = { text: string; lines: Line[]; inTable: boolean[] }

/**
 * Cuts a normalised draft into units whose texts joined are the draft again.
 *
 * Kind “article” is what a reader comments on: in a text made of 第X条 (Article, Άρθρο, §) the article with all its
 * 款 and 项; in one numbered 一、（一）1. or 1 / 1.1, or by Markdown headings, the deepest numbered unit. A heading with
 * such units below it is kind “heading” and commentable only if it has sentences of its own.
 */
export function splitDraft(normalised: string): Unit[] {
  if (normalised === '') return []
  const lines = toLines(normalised)
  const draft = { text: normalised, lines, inTable: tableLines(lines) }
  const all = lines.flatMap((line, i) => (draft.inTable[i] ? [] : readMarks(line, i)))
  const quoted = quotedLines(lines, all)
  const unquoted = all.filter((mark) => !quoted[mark.line])
  const contents = findContents(lines, unquoted)
  const marks = contents ? unquoted.filter((m) => m.line < contents.from || m.line >= contents.to) : unquoted

  const rough = chooseScheme(
    marks.filter((m) => m.family !== 'appendix'),
    lines,
  )
  const { appendices, bodyFrom } = findAppendices(normalised, lines, marks, rough)
  const bodyTo = appendices[0]?.at ?? normalised.length
  const scheme = chooseScheme(
    marks.filter((m) => m.family !== 'appendix' && m.at >= bodyFrom && m.at < bodyTo),
    lines,
  )

  const cuts = bodyCuts(draft, scheme, bodyFrom, bodyTo)
  for (const mark of appendices) cuts.push({ at: mark.at, kind: 'appendix', opening: { mark, kind: 'appendix', rank: -20 } })
  if (contents) cutOutContents(cuts, draft, contents)
  cuts.sort((a, b) => a.at - b.at)
  if (cuts[0] && isBlank(normalised.slice(0, cuts[0].at))) cuts[0].at = 0
  else cuts.unshift({ at: 0, kind: 'preamble', anchor: 'preamble' })
  cutOffClosing(cuts, normalised, bodyTo)
  return toUnits(cuts, normalised, scheme.madeOfArticles)
}

function bodyCuts({ text, lines, inTable }: Draft, { openings }: Scheme, from: number, to: number): Cut[] {
  if (!isStrayList(text, openings, from, to)) return openings.map((opening) => ({ at: opening.mark.at, kind: opening.kind, opening }))
  const counts = { paragraph: 0, table: 0 }
  const start = lines.findIndex((line) => line.at >= from)
  const end = lines.findIndex((line) => line.at >= to)
  const range = [Math.max(0, start), end < 0 ? lines.length : end] as const
  return paragraphs(lines.slice(...range), inTable.slice(...range)).map(({ kind, at }) => {
    const number = ++counts[kind]
    return { at, kind, anchor: `${kind === 'table' ? 'table' : 'p'}-${number}` }
  })
}

/** No numbering at all, or only a little list far down a text of paragraphs. */
function isStrayList(text: string, openings: Scheme['openings'], from: number, to: number): boolean {
  const first = openings[0]
  if (!first) return true
  const onlyList = openings.every(({ mark }) => mark.hashes === 0 && (mark.family === 'arabic' || mark.family === 'cnp'))
  return onlyList && text.slice(from, first.mark.at).trim().length > (to - from) / 2
}

function cutOutContents(cuts: Cut[], { text, lines }: Draft, contents: { from: number; to: number }) {
  const at = lines[contents.from]!.at
  const after = lines[contents.to]?.at ?? text.length
  const kept = cuts.filter((cut) => cut.at < at || cut.at >= after)
  cuts.splice(0, cuts.length, ...kept, { at, kind: 'contents', anchor: 'contents' })
  const next = kept.reduce((nearest, cut) => (cut.at >= after ? Math.min(nearest, cut.at) : nearest), text.length)
  if (!isBlank(text.slice(after, next))) cuts.push({ at: after, kind: 'preamble', anchor: 'preamble' })
}

/** The signature at the end is no part of the last article. */
function cutOffClosing(cuts: Cut[], text: string, to: number) {
  const i = cuts.findLastIndex((cut) => cut.at < to)
  const last = cuts[i]
  if (!last || last.kind === 'preamble' || last.kind === 'paragraph' || last.kind === 'contents') return
  const closing = last.at + closingFrom(text.slice(last.at, to))
  if (closing > last.at && closing < to) cuts.splice(i + 1, 0, { at: closing, kind: 'paragraph', anchor: 'closing' })
}

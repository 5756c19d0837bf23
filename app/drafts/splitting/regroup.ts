import { anchorMaker, anchorOf } from './anchors'
import { toLines } from './lines'
import { readMarks } from './marks'
import { titleOf } from './titles'
import type { Unit, UnitKind } from './unit'

export type Heading = { kind: UnitKind; label: string; title: string }
export type Edit =
  { do: 'merge'; anchor: string } | { do: 'split'; anchor: string; offset: number } | { do: 'relabel'; anchor: string; heading: Heading }

const COMMENTABLE: ReadonlySet<UnitKind> = new Set(['article', 'item', 'paragraph', 'appendix', 'table'])

/** Applies staff's corrections in order. None of them changes the joined text; one that does not apply is passed over. */
export function regroup(units: Unit[], edits: Edit[]): Unit[] {
  return edits.reduce((result, edit) => {
    if (edit.do === 'merge') return mergeWithPrevious(result, edit.anchor)
    if (edit.do === 'split') return splitAt(result, edit.anchor, edit.offset)
    return relabel(result, edit.anchor, edit.heading)
  }, units)
}

export function mergeWithPrevious(units: Unit[], anchor: string): Unit[] {
  const i = units.findIndex((unit) => unit.anchor === anchor)
  if (i < 1) return units
  const previous = units[i - 1]!
  return [...units.slice(0, i - 1), { ...previous, text: previous.text + units[i]!.text }, ...units.slice(i + 1)]
}

export function splitAt(units: Unit[], anchor: string, offset: number): Unit[] {
  const i = units.findIndex((unit) => unit.anchor === anchor)
  const unit = units[i]
  if (!unit) return units
  const at = insidePair(unit.text, offset) ? offset - 1 : offset
  if (!Number.isInteger(at) || at <= 0 || at >= unit.text.length) return units
  const second = readHeading(unit.text.slice(at), unit, units)
  return [...units.slice(0, i), { ...unit, text: unit.text.slice(0, at) }, second, ...units.slice(i + 1)]
}

/** The anchor follows the new label where that has a number nobody else has; else the unit keeps the one it had. */
export function relabel(units: Unit[], anchor: string, heading: Heading): Unit[] {
  const free = (wanted: string | null) => wanted !== null && !units.some((u) => u.anchor === wanted)
  return units.map((unit) => {
    if (unit.anchor !== anchor) return unit
    const wanted = heading.label === unit.label ? null : anchorFrom(heading.label)
    return { ...unit, ...heading, anchor: free(wanted) ? wanted! : anchor, commentable: COMMENTABLE.has(heading.kind) }
  })
}

const insidePair = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1))

const firstMark = (text: string) => {
  const line = toLines(text)[0]
  const mark = line && readMarks(line, 0)[0]
  return mark && mark.strength > 0 ? mark : undefined
}

function anchorFrom(label: string): string | null {
  const mark = firstMark(label)
  return mark && mark.family !== 'none' ? anchorOf(mark, undefined, false) : null
}

function readHeading(text: string, from: Unit, units: Unit[]): Unit {
  const unique = anchorMaker(units.map((unit) => unit.anchor))
  const mark = firstMark(text)
  if (!mark) return { ...from, anchor: unique(`${from.anchor}-cut`), kind: 'paragraph', label: '', title: '', text, commentable: true }
  const kind: UnitKind =
    mark.family === 'appendix'
      ? 'appendix'
      : mark.family === 'none'
        ? 'heading'
        : from.kind === 'preamble' || from.kind === 'contents'
          ? 'article'
          : from.kind
  const title = titleOf({ mark, kind, rank: 0 }, text)
  return {
    ...from,
    anchor: unique(anchorOf(mark, undefined, false)),
    kind,
    label: mark.label,
    title,
    text,
    commentable: COMMENTABLE.has(kind),
  }
}

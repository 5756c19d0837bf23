import { displayName, type NameMode } from '../rules'
import type { ImportFacts, ImportFault, Preview } from './preview'

const LISTED = 20

/** The preview as its page needs it: figures, the first rows, every fault. */
export function shownPreview({ rows, lines, faults, ignored, ...figures }: Preview, { units }: ImportFacts, names: NameMode) {
  const label = new Map(units.map((unit) => [unit.id, unit.label || unit.title]))
  const listed = rows.slice(0, LISTED).map(({ articleId, author, receivedAt, body, channel }, index) => ({
    line: lines[index]!,
    article: articleId === null ? null : (label.get(articleId) ?? ''),
    author,
    shownAs: displayName(names, author),
    receivedAt: receivedAt.toISOString(),
    body: Array.from(body.slice(0, 400)).slice(0, 120).join(''),
    channel,
  }))
  return {
    ...figures,
    count: rows.length,
    faults: grouped(faults),
    badRows: new Set(faults.flatMap(({ line }) => line ?? [])).size,
    ignored: ignored.slice(0, COLUMNS_NAMED).map((name) => name.toWellFormed().slice(0, 40)),
    ignoredCount: ignored.length,
    listed,
  }
}

const COLUMNS_NAMED = 30

/** Equal faults together, in the order of their first line, each with all its lines: nothing is cut. */
function grouped(faults: readonly ImportFault[]) {
  const groups = new Map<string, { why: ImportFault['why']; value?: string; lines: number[] }>()
  for (const { why, value, line } of faults) {
    const key = `${why} ${value ?? ''}`
    const group = groups.get(key) ?? { why, value, lines: [] }
    groups.set(key, group)
    if (line !== null) group.lines.push(line)
  }
  return [...groups.values()].map(({ lines, ...group }) => ({ ...group, lines: ranges(lines) }))
}

/** 2、5、9–14 */
function ranges(lines: readonly number[]): string {
  const found: [number, number][] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last && line <= last[1] + 1) last[1] = line
    else found.push([line, line])
  }
  return found.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join('、')
}

export type ShownPreview = ReturnType<typeof shownPreview>

import { anchorMaker, anchorOf } from './anchors'
import { isBlank } from './lines'
import type { Opening } from './opening'
import { STRUCTURE } from './opening'
import { titleOf } from './titles'
import type { Unit, UnitKind } from './unit'

export type Cut = { at: number; kind: UnitKind; opening?: Opening; anchor?: string }
type Node = { cut: Cut; text: string; parent?: Node; level: number; anchor: string; hasChildren: boolean }

export function toUnits(cuts: Cut[], text: string, madeOfArticles: boolean): Unit[] {
  const unique = anchorMaker()
  const restart = itemsRestart(cuts)
  const open: Node[] = []
  const nodes = cuts.map((cut, i): Node => {
    const slice = text.slice(cut.at, cuts[i + 1]?.at ?? text.length)
    const { opening } = cut
    if (!opening) {
      open.length = 0
      return { cut, text: slice, level: 0, anchor: unique(cut.anchor!), hasChildren: false }
    }
    while (open.length > 0 && open.at(-1)!.cut.opening!.rank >= opening.rank) open.pop()
    const parent = open.at(-1)
    const above = parent && { anchor: parent.anchor, family: parent.cut.opening!.mark.family }
    const node: Node = {
      cut,
      text: slice,
      parent,
      level: open.length,
      anchor: unique(anchorOf(opening.mark, above, restart)),
      hasChildren: false,
    }
    if (parent && opening.kind !== 'heading') parent.hasChildren = true
    open.push(node)
    return node
  })
  return nodes.map((node) => toUnit(node, madeOfArticles))
}

function toUnit({ cut, text, level, anchor, hasChildren }: Node, madeOfArticles: boolean): Unit {
  const { opening } = cut
  if (!opening) return { anchor, kind: cut.kind, level, label: '', title: '', text, commentable: /^(?:p|table)-/.test(anchor) }
  const newline = text.indexOf('\n')
  const hasOwnText = newline >= 0 && !isBlank(text.slice(newline))
  const unit = { anchor, level, label: opening.mark.label.trim(), title: titleOf(opening, text, hasChildren), text }
  if (opening.kind !== 'article') {
    const isStructure = opening.mark.family in STRUCTURE
    const commentable = opening.kind === 'appendix' || (hasOwnText && !(isStructure && hasChildren) && !isAside(opening))
    return { ...unit, kind: opening.kind, commentable: commentable && !(isStructure && madeOfArticles) }
  }
  const isTitleOnly = opening.mark.family === 'none' && !hasOwnText
  if (!madeOfArticles && (hasChildren || isTitleOnly)) return { ...unit, kind: 'heading', commentable: hasOwnText }
  return { ...unit, kind: 'article', commentable: true }
}

const isAside = ({ mark, kind }: Opening) => kind === 'heading' && (mark.family === 'none' || mark.family === 'alternative')

/** Whether 一、 starts again in another chapter; if it runs on through all of them, its number alone names it. */
function itemsRestart(cuts: Cut[]): boolean {
  const seen = new Set<string>()
  for (const { opening } of cuts) {
    if (opening?.mark.family !== 'cn') continue
    if (seen.has(opening.mark.number)) return true
    seen.add(opening.mark.number)
  }
  return false
}

import { bodyParagraphs, parseTable } from '~/drafts/split'
import { toUnit } from '../draft'
import type { Article } from '../reads.server'

export type Piece = string | NonNullable<ReturnType<typeof parseTable>>

const KEPT_MOST = 5_000
const kept = new Map<string, Piece[]>()

/** A unit's text cut for reading. Kept by its words: a published draft never changes, and is read at every visit. */
export function piecesOf(article: Article): Piece[] {
  const key = `${article.kind}\n${article.label}\n${article.title}\n${article.body}`
  let pieces = kept.get(key)
  if (!pieces) {
    pieces = bodyParagraphs(toUnit(article)).map((text) => (text.includes('|') && text.includes('\n') && parseTable(text)) || text)
    if (kept.size >= KEPT_MOST) kept.clear()
    kept.set(key, pieces)
  }
  return pieces
}

import { personalDataIn, type PersonalKind } from './personal-data'

export const BLOCK = '██'

export const block = (label: string) => `${BLOCK}${label}${BLOCK}`

/** The text with everything that was pointed out covered, as a first proposal for the moderator. */
export function covered(text: string, labelOf: (kind: PersonalKind) => string): string {
  let out = ''
  let from = 0
  for (const piece of personalDataIn(text)) {
    out += text.slice(from, piece.start) + block(labelOf(piece.kind))
    from = piece.end
  }
  return out + text.slice(from)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Whether one text is the other with passages covered and nothing else: the office may hide words, never change them
 * or add its own. Between blocks the pieces must stand in the original, in order.
 */
export function onlyCovers(original: string, redacted: string, labels: readonly string[]): boolean {
  const blocks = new RegExp(`█+(?:(?:${labels.map(escaped).join('|')})█+)?`)
  const pieces = redacted.split(blocks)
  if (pieces.length === 1) return redacted === original
  const first = pieces.shift()!
  const last = pieces.pop()!
  if (!original.startsWith(first) || original.length < first.length + last.length) return false
  let from = first.length
  const until = original.length - last.length
  for (const piece of pieces) {
    const at = original.indexOf(piece, from)
    if (at === -1 || at + piece.length > until) return false
    from = at + piece.length
  }
  return original.endsWith(last)
}

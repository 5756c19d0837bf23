export type Piece = { kind: 'same' | 'ins' | 'del'; text: string }

// A page shows a hundred of these and must not wait for them: what takes more is compared by sentences.
const MOST_CELLS = 500_000

// Within a Chinese word single characters change, so they are compared one by one; elsewhere words are.
const WORDS = /\p{Script=Han}\p{M}*|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|\P{M}\p{M}*/gu
const SENTENCES = /[^。；！？.;!?\n]*[。；！？.;!?\n]+|[^。；！？.;!?\n]+/gu

/** What stayed, went and came between two texts; the same pieces joined without `ins` or `del` are the old or the new text. */
export function compare(before: string, after: string): Piece[] {
  for (const units of [WORDS, SENTENCES]) {
    const pieces = comparedBy(units, before, after)
    if (pieces) return joined(pieces)
  }
  return joined(replaced([before], [after]))
}

/** Null where the middle is too large for it. */
function comparedBy(units: RegExp, before: string, after: string): Piece[] | null {
  const [old, fresh] = [before.match(units) ?? [], after.match(units) ?? []]
  let head = 0
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < fresh.length - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1
  const middle = between(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail))
  return middle && [...same(old.slice(0, head)), ...middle, ...same(old.slice(old.length - tail))]
}

const same = (units: string[]): Piece[] => units.map((text) => ({ kind: 'same', text }))

const replaced = (old: string[], fresh: string[]): Piece[] => [
  ...old.map((text): Piece => ({ kind: 'del', text })),
  ...fresh.map((text): Piece => ({ kind: 'ins', text })),
]

function between(old: string[], fresh: string[]): Piece[] | null {
  if (old.length === 0 || fresh.length === 0) return replaced(old, fresh)
  if (old.length * fresh.length > MOST_CELLS) return null
  const common = commonLengths(old, fresh)
  const width = fresh.length + 1
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      pieces.push({ kind: 'same', text: old[i]! })
      i += 1
      j += 1
    } else if (j >= fresh.length || (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
      pieces.push({ kind: 'del', text: old[i++]! })
    else pieces.push({ kind: 'ins', text: fresh[j++]! })
  }
  return pieces
}

/** Length of the longest common subsequence of the rests from (i, j), row by row. */
function commonLengths(old: string[], fresh: string[]): Uint32Array {
  const width = fresh.length + 1
  const common = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const below = (i + 1) * width + j
      common[i * width + j] = old[i] === fresh[j] ? common[below + 1]! + 1 : Math.max(common[below]!, common[i * width + j + 1]!)
    }
  }
  return common
}

function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    if (piece.text === '') continue
    const last = result.at(-1)
    if (last?.kind === piece.kind) last.text += piece.text
    else result.push({ ...piece })
  }
  return result
}

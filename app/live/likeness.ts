/** Pairs of neighbouring letters, without spaces, marks and case: Chinese has no words to count. */
function pairs(text: string): Set<string> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  ]
  return new Set(letters.length < 2 ? letters : letters.slice(1).map((letter, i) => letters[i]! + letter))
}

/** From 0 to 1: how many pairs of letters two texts share. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)]
  if (a.size + b.size === 0) return 0
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size)
}

const ALIKE = 0.25
const SHOWN_MOST = 5

/** The others that may ask the same, the likeliest first; people decide. */
export function likelySame<Q extends { number: number; body: string }>(question: Q, others: readonly Q[]): Q[] {
  const rated = others.map((other) => ({ other, rate: likeness(question.body, other.body) })).filter(({ rate }) => rate >= ALIKE)
  return rated
    .toSorted((a, b) => b.rate - a.rate || a.other.number - b.other.number)
    .slice(0, SHOWN_MOST)
    .map(({ other }) => other)
}

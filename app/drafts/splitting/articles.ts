import { breaksOff, isBlank, isHeadingLike, type Line } from './lines'
import type { Mark } from './marks'
import { STRUCTURE, type Opening } from './opening'

type Place = { number: number; sub: number }
/** `trust` is the strength of the mark, or -1 where the line above breaks off in the middle of a sentence. */
type Candidate = { mark: Mark; place: Place; trust: number }

export const placeOf = (mark: Mark): Place => {
  const [number, sub] = mark.number.split(/[-.]/)
  return { number: parseInt(number!, 10) || 0, sub: parseInt(sub ?? '0', 10) || 0 }
}

export const follows = (next: Place, last: Place) =>
  (next.number === last.number + 1 && next.sub <= 1) || (next.number === last.number && next.sub === last.sub + 1)

/**
 * Which “第X条” really begin an article. A line may also begin with a mere reference (“第三条规定的……”), because the
 * text was wrapped or the sentence starts so: a doubtful one counts only where the numbering leads one to expect it.
 */
export function trueArticles(marks: Mark[], lines: Line[]): Mark[] {
  const headings = new Set(marks.filter((m) => m.family in STRUCTURE || m.hashes > 0).map((m) => m.line))
  const trust = (m: Mark) => (m.at === lines[m.line]!.at && !headings.has(m.line - 1) && breaksOff(lines[m.line - 1]) ? -1 : m.strength)
  const candidates = marks
    .filter((m) => m.family === 'article')
    .map((mark): Candidate => ({ mark, place: placeOf(mark), trust: trust(mark) }))
  const spaced = candidates.filter(({ mark }) => mark.strength === 2).length * 2 >= candidates.length
  const farthest = spaced ? 1 : 3
  const betterBelow = withBetterBelow(candidates)
  const from = firstNumber(candidates)
  let last: Place | null = null
  return candidates.flatMap((candidate) => {
    const { mark, place, trust } = candidate
    const expected: boolean = last ? follows(place, last) : mark.strength > 0 && (mark.strength === 2 || place.number === from)
    const ahead: boolean = last !== null && place.number > last.number && place.number <= last.number + (trust < 0 ? 3 : farthest)
    const inPlace = expected && (mark.strength === 2 || (mark.strength + trust >= 0 && !betterBelow.has(candidate)))
    const accepted = inPlace || trust === 2 || (ahead && (trust === 1 || mark.strength === 2) && !betterBelow.has(candidate))
    if (accepted) last = place
    return accepted ? [mark] : []
  })
}

/** 1, but an excerpt begins further on: there the first number is one that others follow. */
function firstNumber(candidates: Candidate[]): number {
  if (candidates.some(({ mark, place }) => mark.strength > 0 && place.number === 1)) return 1
  const likely = candidates.filter(({ trust }) => trust > 0)
  return likely.find(({ place }, i) => likely[i + 1] && follows(likely[i + 1]!.place, place))?.place.number ?? 1
}

/** Those whose number stands again further down, more like a label and before the number that follows it: references. */
function withBetterBelow(candidates: Candidate[]): Set<Candidate> {
  const nearest = [1, 2].map(() => new Map<string, number>())
  const found = new Set<Candidate>()
  for (let i = candidates.length - 1; i >= 0; i--) {
    const candidate = candidates[i]!
    const { number, sub } = candidate.place
    const at = (least: number, n: number, s: number) => nearest[least - 1]!.get(`${n}-${s}`) ?? Infinity
    const next = Math.min(at(1, number + 1, 0), at(1, number + 1, 1), at(1, number, sub + 1))
    if (candidate.trust < 2 && at(Math.max(1, candidate.trust + 1), number, sub) < next) found.add(candidate)
    for (let least = 1; least <= candidate.trust; least++) nearest[least - 1]!.set(`${number}-${sub}`, i)
  }
  return found
}

/** The units of a text made of articles: everything below an article (款, 项, notes under smaller headings) stays inside it. */
export function articleOpenings(marks: Mark[], articles: Mark[], lines: Line[]): Opening[] {
  const isArticle = new Set(articles)
  let hashesOfArticle = 0
  let lastItem: { number: number; isHeading: boolean } | null = null
  return marks.flatMap((mark, i): Opening[] => {
    if (isArticle.has(mark)) {
      hashesOfArticle = mark.hashes
      return [{ mark, kind: 'article', rank: 10 }]
    }
    const structure = STRUCTURE[mark.family]
    if (structure) return [{ mark, ...structure }]
    const leadsIn = i + 1 < marks.length && isArticle.has(marks[i + 1]!) && onlyBlankBetween(lines, mark.line, marks[i + 1]!.line)
    if (mark.hashes === 0) {
      const goesOnInside = lastItem && !lastItem.isHeading && Number(mark.number) === lastItem.number + 1
      const isTitle = mark.family === 'cn' && isHeadingLike(mark.rest) && !/[。；;]$/.test(mark.rest) && !goesOnInside
      const isHeading = leadsIn && (mark.family === 'alternative' || isTitle)
      if (mark.family === 'cn') lastItem = { number: Number(mark.number), isHeading }
      return isHeading ? [{ mark, kind: 'heading', rank: 9 }] : []
    }
    if (hashesOfArticle > 0 && mark.hashes > hashesOfArticle) return []
    return mark.family === 'article' ? [] : [{ mark, kind: 'heading', rank: 0 }]
  })
}

function onlyBlankBetween(lines: Line[], a: number, b: number): boolean {
  for (let i = a + 1; i < b; i++) if (!isBlank(lines[i]!.text)) return false
  return true
}

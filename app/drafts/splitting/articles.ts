import { breaksOff, isBlank, isHeadingLike, type Line } from './lines'
import type { Mark } from './marks'
import { STRUCTURE, type Opening } from './opening'

type Place = { number: number; sub: number }

const placeOf = (mark: Mark): Place => {
  const [number, sub] = mark.number.split(/[-.]/)
  return { number: parseInt(number!, 10) || 0, sub: parseInt(sub ?? '0', 10) || 0 }
}

const follows = (next: Place, last: Place) =>
  (next.number === last.number + 1 && next.sub <= 1) || (next.number === last.number && next.sub === last.sub + 1)

/**
 * Which “第X条” really begin an article. A line may also begin with a mere reference (“第三条规定的……”), because the
 * text was wrapped or the sentence starts so: a doubtful one counts only where the numbering leads one to expect it.
 */
export function trueArticles(marks: Mark[], lines: Line[]): Mark[] {
  const candidates = marks.filter((m) => m.family === 'article')
  const spaced = candidates.filter((m) => m.strength === 2).length * 2 >= candidates.length
  const farthest = spaced ? 1 : 3
  let last: Place | null = null
  return candidates.filter((mark) => {
    const place = placeOf(mark)
    const midSentence = mark.at === lines[mark.line]!.at && breaksOff(lines[mark.line - 1])
    const expected: boolean = last ? follows(place, last) : mark.strength === 2 || place.number === 1
    const ahead: boolean = last !== null && place.number > last.number && place.number <= last.number + farthest
    const accepted = mark.strength === 2 ? expected || !midSentence : !midSentence && (expected || ahead)
    if (accepted) last = place
    return accepted
  })
}

/** The units of a text made of articles: everything below an article (款, 项, notes under smaller headings) stays inside it. */
export function articleOpenings(marks: Mark[], articles: Mark[], lines: Line[]): Opening[] {
  const isArticle = new Set(articles)
  let hashesOfArticle = 0
  return marks.flatMap((mark, i): Opening[] => {
    if (isArticle.has(mark)) {
      hashesOfArticle = mark.hashes
      return [{ mark, kind: 'article', rank: 10 }]
    }
    const structure = STRUCTURE[mark.family]
    if (structure) return [{ mark, ...structure }]
    const leadsIn = i + 1 < marks.length && isArticle.has(marks[i + 1]!) && onlyBlankBetween(lines, mark.line, marks[i + 1]!.line)
    if (mark.hashes === 0) {
      const isHeading = mark.family === 'alternative' || (mark.family === 'cn' && isHeadingLike(mark.rest))
      return leadsIn && isHeading ? [{ mark, kind: 'heading', rank: 9 }] : []
    }
    if (hashesOfArticle > 0 && mark.hashes > hashesOfArticle) return []
    return mark.family === 'article' ? [] : [{ mark, kind: 'heading', rank: 0 }]
  })
}

function onlyBlankBetween(lines: Line[], a: number, b: number): boolean {
  for (let i = a + 1; i < b; i++) if (!isBlank(lines[i]!.text)) return false
  return true
}

import { follows, placeOf } from './articles'
import { closingFrom } from './closing'
import { tidy, type Line } from './lines'
import type { Mark } from './marks'
import type { Scheme } from './scheme'

const COVER_WORDS = /通知|公告|通告|公布|印发|印發|征求|徵求|征集|函/

type Found = { appendices: Mark[]; bodyFrom: number }

/**
 * Which 附件 lines begin an appendix. One that only lists what is attached begins none. One before the text proper
 * stands on the cover notice: there the draft itself is “附件1”, and `bodyFrom` says where it starts.
 */
export function findAppendices(text: string, lines: Line[], marks: Mark[], { openings, madeOfArticles }: Scheme): Found {
  const mains = openings.map((o) => o.mark).filter((m) => !madeOfArticles || m.family === 'article')
  const labels = marks.filter((m) => m.family === 'appendix')
  const laterNumbers = new Set<string>()
  const real = new Set<Mark>()
  for (let i = labels.length - 1; i >= 0; i--) {
    const label = labels[i]!
    const end = labels[i + 1]?.at ?? text.length
    const lists = hasColon(label, lines) && (laterNumbers.has(label.number) || closingFrom(text.slice(label.at, end)) === 0)
    if (!lists) real.add(label)
    laterNumbers.add(label.number)
  }
  const candidates = labels.filter((m) => real.has(m))
  let bodyFrom = 0
  let before: Mark[] = []
  let passed = 0
  for (let i = 0; i < candidates.length; i++) {
    const here = candidates[i]!
    const next = candidates[i + 1]?.at ?? text.length
    while (passed < mains.length && mains[passed]!.at < here.at) before.push(mains[passed++]!)
    const after: Mark[] = []
    for (let k = passed; k < mains.length && mains[k]!.at < next; k++) after.push(mains[k]!)
    const onCover = before.length === 0 && after.length > 0
    const coverIsNumbered =
      !madeOfArticles &&
      bodyFrom === 0 &&
      here.number === '1' &&
      after.length > before.length &&
      next - here.at > here.at &&
      COVER_WORDS.test(text.slice(0, 300))
    if (onCover && isPlan(text, marks, here, next)) return { appendices: candidates.slice(i), bodyFrom }
    if (onCover || coverIsNumbered) {
      bodyFrom = lines[here.line]!.next
      before = []
    } else if (before.length > 0 && !(madeOfArticles && goesOnCounting(before.at(-1)!, mains[passed])))
      return { appendices: candidates.slice(i), bodyFrom }
    else if (mains.length === 0 && here.at > 0) return { appendices: candidates.slice(i), bodyFrom }
  }
  return { appendices: [], bodyFrom }
}

/** A plan numbered 一、二、三、 with rules 第一条 … attached to it: longer than they are, and no notice that only sends them out. */
function isPlan(text: string, marks: Mark[], label: Mark, end: number): boolean {
  const items = marks.filter((m) => m.family === 'cn' && m.at < label.at)
  return items.length >= 3 && label.at > end - label.at && !COVER_WORDS.test(text.slice(0, Math.min(300, items[0]!.at)))
}

/** A table printed between the articles belongs to the one above it, however many follow before the counting goes on. */
const goesOnCounting = (last: Mark, next: Mark | undefined) => next !== undefined && follows(placeOf(next), placeOf(last))

function hasColon(mark: Mark, lines: Line[]): boolean {
  const text = tidy(lines[mark.line]!.text)
  return /^[:：]/.test(tidy(text.slice(text.indexOf(mark.label) + mark.label.length)))
}

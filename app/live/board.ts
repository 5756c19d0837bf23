import { orders, SEARCH_MAX, sorted, type Disposition, type Order } from './rules'

export const PAGE = 50

/** `at`: the question to open the page at, wherever it stands by now. */
export type View = { order: Order; q: string; page: number; at: number }

/** What an address asks of the board; without a draft there is no order by article. */
export function viewOf(search: URLSearchParams, hasDraft: boolean): View {
  const order = orders.find((each) => each === search.get('sort') && (hasDraft || each !== 'article')) ?? 'supported'
  const q = (search.get('q') ?? '').trim().slice(0, SEARCH_MAX)
  const page = Math.min(1_000, Math.max(1, Math.trunc(Number(search.get('page'))) || 1))
  return { order, q, page, at: Number(search.get('at')) || 0 }
}

type Marked = {
  stagedAt: unknown
  pinnedAt: unknown
  answeredAt: unknown
  disposition: string | null
  answers: readonly unknown[]
  parts: readonly unknown[]
}

/** What a question looks like besides its numbers; public/live/board.js writes it in the same way and so knows what changed. */
export const marksOf = ({ stagedAt, pinnedAt, answeredAt, disposition, answers, parts }: Marked) =>
  [Boolean(stagedAt), Boolean(pinnedAt), Boolean(answeredAt), disposition ?? '', answers.length, parts.length].join()

type Decided = { disposition: string | null; answeredAt: Date | null }
type OwnMarked = { questions: readonly (Decided & { number: number; state: string; root: (Decided & { number: number | null }) | null })[] }

/** Another than before as soon as there is news of a question; what its asker supports is none. */
export const ownMark = ({ questions }: OwnMarked) =>
  questions
    .map(({ number, state, root, ...own }) => {
      const { disposition } = root ?? own
      return [number, state, disposition ?? '', Boolean(own.answeredAt ?? root?.answeredAt), root?.number ?? ''].join(' ')
    })
    .join()

type Searched = { number: number; body: string; name: string; answers: readonly { body: string }[] }

const folded = (text: string) => text.normalize('NFKC').toLowerCase()

/** Every word is somewhere in the question, its asker's name or its answers; a number alone may also be the question's own. */
export function matching<Q extends Searched>(questions: readonly Q[], q: string): readonly Q[] {
  const words = folded(q).split(/\s+/).filter(Boolean)
  if (words.length === 0) return questions
  return questions.filter(({ number, body, name, answers }) => {
    const text = folded([body, name, ...answers.map((answer) => answer.body)].join('\n'))
    return words.every((word) => text.includes(word)) || (words.length === 1 && words[0] === String(number))
  })
}

type Sortable = Parameters<typeof sorted>[0][number]

/** One page of the board; a page past the end is the last. */
export function boardPage<Q extends Searched & Sortable>(questions: readonly Q[], view: View, now: Date) {
  const found = sorted(matching(questions, view.q), view.order, now)
  const pages = Math.max(1, Math.ceil(found.length / PAGE))
  const place = found.findIndex(({ number }) => number === view.at)
  const page = place < 0 ? Math.min(view.page, pages) : 1 + Math.floor(place / PAGE)
  return { shown: found.slice((page - 1) * PAGE, page * PAGE), count: found.length, page, pages }
}

type OnScreen = Sortable & { stagedAt: Date | null; disposition: Disposition | null }

/** What stands on the screen of the hall: what is being answered, and what most people wait for; what is pinned has its place on the board. */
export function onScreen<Q extends OnScreen>(questions: readonly Q[], most: number, now: Date) {
  const waiting = questions.filter(({ stagedAt, answeredAt, disposition }) => !stagedAt && !answeredAt && !disposition)
  const unpinned = waiting.map((question) => ({ ...question, pinnedAt: null }))
  return { current: questions.find(({ stagedAt }) => stagedAt) ?? null, next: sorted(unpinned, 'supported', now).slice(0, most) }
}

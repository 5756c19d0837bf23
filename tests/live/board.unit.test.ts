import { expect, test } from 'vitest'
import { boardPage, matching, onScreen, ownMark, PAGE, viewOf } from '~/live/board'
import { questionForms, readJoinCode } from '~/live/forms'
import type { Disposition } from '~/live/rules'

const NOW = new Date('2026-12-01T10:00:00Z')
const aQuestion = (number: number, values: object = {}) => ({
  number,
  body: `问题${number}`,
  name: '',
  answers: [] as { body: string }[],
  publishedAt: NOW,
  pinnedAt: null as Date | null,
  stagedAt: null as Date | null,
  answeredAt: null as Date | null,
  disposition: null as Disposition | null,
  residents: 0,
  guests: 0,
  articlePosition: null,
  ...values,
})

test('a join code is read as it was typed: full-width, with spaces or dashes; nothing else is one', () => {
  for (const typed of ['123456', ' 123 456 ', '１２３４５６', '123-456', '１２３　４５６']) expect(readJoinCode(typed)).toBe('123456')
  for (const typed of ['', '12345', '1234567', '12345a', '一二三四五六', '1'.repeat(10_000)]) expect(readJoinCode(typed)).toBeNull()
})

test('a question has something to be read, in at most ten lines, and no name where none is asked for', () => {
  const read = (body: string) => questionForms.anonymous.safeParse({ key: 'k'.repeat(22), body })
  for (const unseen of ['\u200b', '\u2060\u00ad', '\u2800 \u3164', '\ufe0f\n\u202e', '\u{e0041}'])
    expect(read(unseen).error?.issues[0]?.message).toBe('live:error.body-required')
  for (const seen of ['？', '🚌', '停\u200b车']) expect(read(seen).success).toBe(true)
  expect(read(`甲\n\n \n乙${'\n'.repeat(200)}`).data?.body).toBe('甲\n乙')
  expect(read(Array(11).fill('甲').join('\n')).error?.issues[0]?.message).toBe('live:error.body-lines')
})

test('an address asks for an order, words and a page; what makes no sense is the ordinary board', () => {
  const view = (query: string, hasDraft = false) => viewOf(new URLSearchParams(query), hasDraft)
  expect(view('')).toEqual({ order: 'supported', q: '', page: 1, at: 0 })
  expect(view('sort=article')).toMatchObject({ order: 'supported' })
  expect(view('sort=article', true)).toMatchObject({ order: 'article' })
  expect(view('sort=x&page=-3&q=%20停车%20')).toEqual({ order: 'supported', q: '停车', page: 1, at: 0 })
  expect(view(`page=1e9&q=${'长'.repeat(999)}`)).toMatchObject({ page: 1_000, q: '长'.repeat(50) })
})

test('a search finds every word in question, name or answers, in any width, and a question by its number', () => {
  const questions = [
    aQuestion(1, { body: 'ＥＴＣ 车道什么时候开？' }),
    aQuestion(2, { name: '王小明', answers: [{ body: '明年三月开通' }] }),
    aQuestion(12),
  ]
  const numbers = (q: string) => matching(questions, q).map(({ number }) => number)
  expect(numbers('etc')).toEqual([1])
  expect(numbers('小明 三月')).toEqual([2])
  expect(numbers('小明 四月')).toEqual([])
  expect(numbers('12')).toEqual([12])
  expect(numbers('  ')).toEqual([1, 2, 12])
})

test('the board has pages of fifty; a page past the end is the last', () => {
  const questions = Array.from({ length: PAGE + 1 }, (_, index) => aQuestion(index + 1))
  const view = { order: 'supported', q: '', page: 1, at: 0 } as const
  expect(boardPage(questions, view, NOW)).toMatchObject({ count: PAGE + 1, page: 1, pages: 2, shown: { length: PAGE } })
  expect(boardPage(questions, { ...view, page: 9 }, NOW)).toMatchObject({ page: 2, shown: [{ number: PAGE + 1 }] })
  expect(boardPage(questions, { ...view, at: PAGE + 1 }, NOW)).toMatchObject({ page: 2 })
  expect(boardPage(questions, { ...view, page: 2, at: 1 }, NOW)).toMatchObject({ page: 1 })
  expect(boardPage([], view, NOW)).toMatchObject({ count: 0, page: 1, pages: 1, shown: [] })
})

test('the screen shows what is being answered, and what most people wait for without it', () => {
  const questions = [
    aQuestion(1, { stagedAt: NOW, guests: 9 }),
    aQuestion(2, { answeredAt: NOW, guests: 8 }),
    aQuestion(3, { guests: 1, pinnedAt: NOW }),
    aQuestion(5, { guests: 7, disposition: 'written' }),
    aQuestion(4, { residents: 2 }),
  ]
  const { current, next } = onScreen(questions, 3, NOW)
  expect(current).toMatchObject({ number: 1 })
  expect(next.map(({ number }) => number)).toEqual([4, 3])
  expect(onScreen([], 3, NOW)).toEqual({ current: null, next: [] })
})

test('there is news of one’s own question when it is answered, also as part of another, and it stays answered when it becomes part of one that is not', () => {
  const own = { number: 2, state: 'published', disposition: null, answeredAt: null, root: null }
  const merged = { ...own, disposition: 'merged', root: { number: 1, disposition: null, answeredAt: null } }
  const marks = [
    own,
    { ...own, answeredAt: NOW },
    merged,
    { ...merged, root: { ...merged.root, disposition: 'live', answeredAt: NOW } },
    { ...merged, answeredAt: NOW },
  ].map((question) => ownMark({ questions: [question] }))
  expect(new Set(marks).size).toBe(marks.length)
})

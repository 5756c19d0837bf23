import { expect, test } from 'vitest'
import { periodDays } from '~/calendar/periods'
import { mayPublishReport } from '~/reports/rules'
import { aComment, aPoint, theFacts } from './facts'

// Three tables as counties print them; facts only, in our own words.
const at = (instant: string) => new Date(`${instant}+08:00`)
const period = (from: string, to: string, reason = '') => ({
  days: periodDays(at(`${from}T09:00`), at(`${to}T23:59`), 'Asia/Shanghai'),
  reason,
})
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

test('Jinzhai: three received, two adopted for one reason, one not; a month. It passes', () => {
  const fits = '与专区的设计要求一致，能更好发挥作用'
  const facts = theFacts({
    comments: numbers(1, 3).map((number) => aComment(number)),
    points: [
      aPoint(1, { disposition: 'not_adopted', reason: '按规定专区设在服务大厅，另建会让群众多跑路' }),
      aPoint(2, { disposition: 'adopted', reason: fits }),
      aPoint(3, { disposition: 'adopted', reason: fits }),
    ],
    closesAt: at('2022-09-07T23:59'),
    period: period('2022-08-07', '2022-09-07'),
  })
  expect(facts.period.days).toBe(31)
  expect(mayPublishReport(facts, 'publisher', at('2022-09-20T09:00'))).toEqual({ ok: true })
})

test('Xiangyin: seven days, three messages and thirteen calls, two called adopted and fourteen never mentioned. Refused for both', () => {
  const facts = theFacts({
    comments: [
      ...numbers(1, 3).map((number) => aComment(number, { fate: number <= 2 ? 'in_points' : null })),
      ...numbers(4, 16).map((number) => aComment(number, { channel: 'phone', fate: null })),
    ],
    points: [1, 2].map((number) => aPoint(number, { disposition: 'adopted', reason: '合理，予以采纳' })),
    closesAt: at('2022-11-24T23:59'),
    period: period('2022-11-18', '2022-11-24'),
  })
  expect(mayPublishReport(facts, 'publisher', at('2022-11-28T09:00'))).toEqual({
    ok: false,
    why: [{ why: 'period-too-short' }, { why: 'unaccounted', comments: numbers(3, 16) }],
  })
  expect(numbers(3, 16)).toHaveLength(14)
})

test('Moyu: twenty-four comments, three matters set, one sentence for the other twenty-one. Refused for the sentence', () => {
  const facts = theFacts({
    comments: numbers(1, 24).map((number) => aComment(number)),
    points: numbers(1, 24).map((number) =>
      number <= 3
        ? aPoint(number, { disposition: 'adopted', reason: '列入年度决策事项目录' })
        : aPoint(number, { reason: '不属于重大行政决策事项范围，不列入目录' }),
    ),
    closesAt: at('2025-01-13T23:59'),
    period: period('2024-11-14', '2025-01-13'),
  })
  expect(mayPublishReport(facts, 'publisher', at('2025-01-20T09:00'))).toEqual({
    ok: false,
    why: [{ why: 'shared-reason', points: numbers(4, 24) }],
  })
})

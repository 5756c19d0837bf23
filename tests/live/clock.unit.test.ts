import { expect, test } from 'vitest'
import { clockOf } from '~/live/clock'
import { aCalendar, NOTICE_2026 } from '../working-days/given'

const calendar2026 = aCalendar([2026, NOTICE_2026])
const zone = 'Asia/Shanghai'
const at = (text: string) => new Date(`${text}+08:00`)
// Over on the Thursday before the Mid-Autumn and National holidays of 2026.
const session = { endedAt: at('2026-09-24T21:00'), answerWithinDays: 7 }

test('an answer in writing is due so many working days after the end, holidays and made-up days as the notice says', () => {
  expect(clockOf({ disposition: 'written', answeredAt: null }, session, calendar2026, zone, at('2026-10-12T23:59'))).toEqual({
    due: '2026-10-12',
    provisional: false,
    late: 0,
  })
  expect(clockOf({ disposition: 'written', answeredAt: null }, session, calendar2026, zone, at('2026-10-14T00:01'))!.late).toBe(2)
})

test('answered, the clock stands where the answer came; undecided, it runs as well', () => {
  const answered = { disposition: 'written', answeredAt: at('2026-10-13T09:00') } as const
  expect(clockOf(answered, session, calendar2026, zone, at('2026-12-31T00:00'))!.late).toBe(1)
  expect(clockOf({ disposition: null, answeredAt: null }, session, calendar2026, zone, at('2026-10-13T09:00'))!.late).toBe(1)
})

test('nothing is owed for what was answered live, merged, out of scope or taken back, nor before the end', () => {
  for (const disposition of ['live', 'merged', 'out-of-scope', 'withdrawn'] as const)
    expect(clockOf({ disposition, answeredAt: null }, session, calendar2026, zone, at('2026-12-01T00:00'))).toBeNull()
  expect(
    clockOf({ disposition: 'written', answeredAt: null }, { ...session, endedAt: null }, calendar2026, zone, at('2026-12-01T00:00')),
  ).toBeNull()
})

test('beyond the notices the day is provisional', () => {
  const late = { endedAt: at('2026-12-28T18:00'), answerWithinDays: 10 }
  expect(clockOf({ disposition: 'written', answeredAt: null }, late, calendar2026, zone, at('2026-12-29T00:00'))!.provisional).toBe(true)
})

import { describe, expect, it, test } from 'vitest'
import { countsOf, FEWEST_SHOWN, isAsked, mayAnswer, meanOf, OPEN_DAYS } from '~/feedback/rules'

const HOUR = 3_600_000
const end = new Date('2026-12-06T04:00:00Z')
const after = (hours: number) => new Date(end.getTime() + hours * HOUR)
const visit = { state: 'confirmed' as const, came: true, forgottenAt: null }
const slot = { endsAt: end, cancelledAt: null, recorded: true }
const day = { lastEnd: end, reportedAt: null }

describe('who is asked', () => {
  it.each([
    ['who came', { state: 'confirmed', came: true }, slot, true],
    ['who was expected and did not come', { state: 'confirmed', came: false }, slot, false],
    ['who was expected, where nobody was checked in', { state: 'confirmed', came: false }, { ...slot, recorded: false }, true],
    ['who had no place, where nobody was checked in', { state: 'waiting', came: false }, { ...slot, recorded: false }, false],
    ['nobody of a cancelled slot', { state: 'confirmed', came: true }, { ...slot, cancelledAt: end }, false],
  ] as const)('%s', (_, who, of, asked) => expect(isAsked(who, of)).toBe(asked))
})

describe('an answer', () => {
  it.each([
    ['at the end of the slot', visit, slot, day, after(0), 'not-over'],
    ['just after it', visit, slot, day, new Date(end.getTime() + 1), null],
    ['by somebody who did not come', { ...visit, came: false }, slot, day, after(3), 'not-there'],
    ['of a cancelled slot', visit, { ...slot, cancelledAt: end }, day, after(3), 'not-there'],
    ['after what was told is deleted', { ...visit, forgottenAt: end }, slot, day, after(3), 'forgotten'],
    ['after the report', visit, slot, { ...day, reportedAt: end }, after(3), 'report-out'],
    ['on the last day', visit, slot, day, after(OPEN_DAYS * 24), null],
    ['after it', visit, slot, day, new Date(after(OPEN_DAYS * 24).getTime() + 1), 'over'],
    ['counted from the last slot of the day', visit, slot, { ...day, lastEnd: after(24) }, after(OPEN_DAYS * 24 + 1), null],
  ] as const)('%s', (_, of, at, on, now, why) => expect(mayAnswer(of, at, on, now)).toEqual(why ? { ok: false, why } : { ok: true }))
})

test('counts are hidden while one among them could be guessed', () => {
  const four = Array.from({ length: FEWEST_SHOWN - 1 }, () => ({ overall: 5, ease: 'easy' as const }))
  expect(countsOf(four)).toEqual({ answers: 4, overall: null, ease: null })
  expect(meanOf(countsOf(four))).toBeNull()
  const five = countsOf([...four, { overall: 2, ease: 'hard' }])
  expect(five).toEqual({ answers: 5, overall: [0, 1, 0, 0, 4], ease: { easy: 4, partly: 0, hard: 1 } })
  expect(meanOf(five)).toBe(4.4)
})

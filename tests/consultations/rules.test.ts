import { describe, expect, it } from 'vitest'
import { daysLeft, isClosingSoon, stageOf, type Moments } from '~/consultations/rules'

const at = (text: string) => new Date(`${text}+08:00`)
const opens = at('2026-03-01T09:00:00')
const closes = at('2026-03-31T23:59:59')
const none: Moments = { submittedAt: null, publishedAt: null, opensAt: null, closesAt: null, reportedAt: null }
const published: Moments = { ...none, submittedAt: opens, publishedAt: at('2026-02-27T15:00:00'), opensAt: opens, closesAt: closes }

describe('the stage of a consultation follows from its instants', () => {
  it.each([
    ['nothing submitted', none, opens, 'prepared'],
    ['a notice with dates but not submitted', { ...none, opensAt: opens, closesAt: closes }, opens, 'prepared'],
    ['submitted for approval', { ...none, submittedAt: opens }, opens, 'submitted'],
    ['one second before opening', published, at('2026-03-01T08:59:59'), 'scheduled'],
    ['the opening instant', published, opens, 'open'],
    ['the closing instant', published, closes, 'open'],
    ['one second after the closing instant', published, at('2026-04-01T00:00:00'), 'closed'],
    ['a published report', { ...published, reportedAt: at('2026-04-20T10:00:00') }, at('2026-04-21T10:00:00'), 'reported'],
  ] as const)('%s', (_, moments, now, stage) => expect(stageOf(moments, now)).toBe(stage))
})

describe('days left', () => {
  it.each([
    ['before opening', at('2026-02-28T09:00:00'), 0, false],
    ['on the first morning', opens, 31, false],
    ['five days before', at('2026-03-26T23:59:59'), 5, true],
    ['a little more than five days before', at('2026-03-26T23:59:58'), 6, false],
    ['in the last second', closes, 1, true],
    ['after the close', at('2026-04-01T00:00:00'), 0, false],
  ] as const)('%s', (_, now, days, soon) => {
    expect(daysLeft(published, now)).toBe(days)
    expect(isClosingSoon(published, now)).toBe(soon)
  })
})

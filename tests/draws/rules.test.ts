import { describe, expect, test } from 'vitest'
import type { Role, Viewer } from '~/accounts/rules'
import {
  drawMissing,
  isGoodMoment,
  LIST_MINUTES,
  mayEnterValue,
  mayFreeze,
  mayNameSource,
  stageOfDraw,
  type DayFacts,
  type DrawFacts,
} from '~/draws/rules'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour))
const day: DayFacts = {
  departmentId: 7,
  choosing: 'draw',
  closesAt: at(10),
  submittedAt: null,
  publishedAt: at(1),
  cancelledAt: null,
  firstArrival: at(40),
}
const named: DrawFacts = { speaksAt: at(20), frozenAt: null, drawnAt: null }
const frozen: DrawFacts = { ...named, frozenAt: at(11) }
const drawn: DrawFacts = { ...frozen, drawnAt: at(21) }
const viewer = (role: Role = 'staff', departmentId: number | null = 7, now = at(21)): Viewer => ({
  id: 'a',
  name: '王丽',
  role,
  departmentId,
  sessionId: '',
  authenticatedAt: now,
})
const why = (may: { ok: boolean; why?: string }) => (may.ok ? 'yes' : may.why)

test.each([
  [null, 5, 'unnamed'],
  [named, 19, 'named'],
  [named, 20, 'missed'],
  [frozen, 19, 'frozen'],
  [frozen, 20, 'due'],
  [drawn, 30, 'drawn'],
] as const)('the draw %j at %i o’clock is %s', (draw, hour, stage) => expect(stageOfDraw(draw, at(hour))).toBe(stage))

describe('the moment of the source', () => {
  test.each([
    ['half an hour after the close is good', day, new Date(at(10).getTime() + LIST_MINUTES * 60_000), 5, 'yes'],
    ['a millisecond earlier is too soon', day, new Date(at(10).getTime() + LIST_MINUTES * 60_000 - 1), 5, 'too-soon'],
    ['when the first visitors come is too late', day, at(40), 5, 'too-late'],
    ['without slots yet nothing is too late', { ...day, firstArrival: null }, at(90), 5, 'yes'],
    ['a moment that has passed is none', day, at(20), 20, 'past'],
    ['without a closing time there is none', { ...day, closesAt: null }, at(20), 5, 'no-closing'],
  ] as const)('%s', (_, given, speaksAt, hour, answer) => expect(why(isGoodMoment(given, speaksAt, at(hour)))).toBe(answer))
})

test.each([
  ['a day without a draw lacks nothing', { ...day, choosing: 'review' }, null, []],
  ['a draw without a source lacks it', day, null, ['draw-source']],
  ['a source that speaks too soon after a later close lacks its moment', { ...day, closesAt: at(20) }, named, ['draw-moment']],
  ['a source at a good moment lacks nothing', day, named, []],
] as const)('before publication %s', (_, given, draw, missing) => expect(drawMissing(given, draw, at(2))).toEqual(missing))

test.each([
  ['staff before publication', viewer(), { ...day, publishedAt: null }, named, 2, 'yes'],
  ['the publisher too', viewer('publisher'), { ...day, publishedAt: null }, null, 2, 'yes'],
  ['nobody while the publisher has it', viewer(), { ...day, submittedAt: at(1), publishedAt: null }, named, 2, 'submitted'],
  ['nobody once it is out', viewer(), day, named, 2, 'published'],
  ['anyone of them where the notice came out without a source', viewer(), day, null, 2, 'yes'],
  ['anyone of them once it spoke and no list had been fixed', viewer(), day, named, 20, 'yes'],
  ['nobody while a list is fixed', viewer(), day, frozen, 20, 'published'],
  ['nobody of another department', viewer('staff', 8), { ...day, publishedAt: null }, null, 2, 'not-your-department'],
  ['no moderator', viewer('moderator'), { ...day, publishedAt: null }, null, 2, 'not-your-role'],
  ['nobody where the day is cancelled', viewer(), { ...day, cancelledAt: at(2) }, null, 2, 'cancelled'],
  ['nobody where nothing is drawn', viewer(), { ...day, choosing: 'first-come' }, null, 2, 'not-a-draw'],
] as const)('the source is named by %s', (_, who, given, draw, hour, answer) =>
  expect(why(mayNameSource(who, given, draw, at(hour)))).toBe(answer),
)

test.each([
  ['after the close', day, named, 11, 'yes'],
  ['not at the last moment of registration', day, named, 10, 'still-open'],
  ['not once the source speaks', day, named, 20, 'missed'],
  ['not twice', day, frozen, 12, 'frozen'],
  ['not without a source', day, null, 12, 'unnamed'],
  ['not for a day that is not out', { ...day, publishedAt: null }, named, 12, 'not-published'],
  ['not for a cancelled day', { ...day, cancelledAt: at(11) }, named, 12, 'cancelled'],
  ['not where nothing is drawn', { ...day, choosing: 'review' }, named, 12, 'not-a-draw'],
] as const)('the list is fixed %s', (_, given, draw, hour, answer) => expect(why(mayFreeze(given, draw, at(hour)))).toBe(answer))

test.each([
  ['by staff once the source spoke', viewer(), day, frozen, 21, 'yes'],
  ['at the very moment', viewer('staff', 7, at(20)), day, frozen, 20, 'yes'],
  ['not before', viewer('staff', 7, at(19)), day, frozen, 19, 'not-spoken'],
  ['not without a list', viewer(), day, named, 21, 'not-frozen'],
  ['not twice', viewer(), day, drawn, 21, 'drawn'],
  ['not for a cancelled day', viewer(), { ...day, cancelledAt: at(12) }, frozen, 21, 'cancelled'],
  ['not from an unattended computer', viewer('staff', 7, at(20)), day, frozen, 21, 'sign-in-again'],
  ['not by another department', viewer('staff', 8), day, frozen, 21, 'not-your-department'],
  ['not by an auditor', viewer('auditor', null), day, frozen, 21, 'not-your-role'],
  ['not by residents', null, day, frozen, 21, 'sign-in'],
] as const)('the value is entered %s', (_, who, given, draw, hour, answer) =>
  expect(why(mayEnterValue(who, given, draw, at(hour)))).toBe(answer),
)

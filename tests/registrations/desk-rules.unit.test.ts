import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atPlace, mayChangePlaces, mayChoose, mayMoveTo, mayWorkOnSlot } from '~/registrations/desk-rules'

const at = (hour: number) => new Date(Date.UTC(2026, 11, 1, hour))
const published = { submittedAt: at(0), publishedAt: at(0), cancelledAt: null, opensAt: at(1), closesAt: at(5) }
const slot = { arriveAt: at(10), cancelledAt: null }

test.each([
  ['while people register', published, slot, at(3), { ok: true }, { ok: true }],
  ['after the close, before people arrive', published, slot, at(9), { ok: true }, { ok: true }],
  ['when people are at the gate', published, slot, at(10), { ok: false, why: 'slot-begun' }, { ok: true }],
  [
    'of a draft',
    { ...published, publishedAt: null },
    slot,
    at(3),
    { ok: false, why: 'not-published' },
    { ok: false, why: 'not-published' },
  ],
  [
    'of a cancelled day',
    { ...published, cancelledAt: at(2) },
    slot,
    at(3),
    { ok: false, why: 'cancelled' },
    { ok: false, why: 'cancelled' },
  ],
  [
    'that is cancelled',
    published,
    { ...slot, cancelledAt: at(2) },
    at(3),
    { ok: false, why: 'slot-cancelled' },
    { ok: false, why: 'slot-cancelled' },
  ],
])('a slot %s', (_, day, which, now, work, places) => {
  expect(mayWorkOnSlot(day, which, now)).toEqual(work)
  expect(mayChangePlaces(day, which, now)).toEqual(places)
})

describe('a slot is moved to', () => {
  const times = (arrive: number, start: number, end: number, place = '') => ({
    arriveAt: at(arrive),
    startsAt: at(start),
    endsAt: at(end),
    place,
  })
  test.each([
    ['a later hour', times(12, 13, 14), { ok: true }],
    ['another place at the same time', times(10, 11, 12, '二号门'), { ok: true }],
    ['what it is already', times(10, 11, 12), { ok: false, why: 'not-moved' }],
    ['a start before people arrive', times(12, 11, 14), { ok: false, why: 'times-order' }],
    ['an end that is its start', times(12, 13, 13), { ok: false, why: 'times-order' }],
    ['an hour that is over', times(2, 3, 4), { ok: false, why: 'times-past' }],
  ])('%s', (_, to, answer) => expect(mayMoveTo(times(10, 11, 12), to, at(3))).toEqual(answer))
})

test.each([
  ['applied', 'review', { ok: true }],
  ['applied', 'draw', { ok: false, why: 'not-review' }],
  ['applied', 'first-come', { ok: false, why: 'not-review' }],
  ['confirmed', 'review', { ok: false, why: 'not-applied' }],
  ['waiting', 'review', { ok: false, why: 'not-applied' }],
  ['cancelled', 'review', { ok: false, why: 'not-applied' }],
] as const)('who is %s where places go by %s', (state, choosing, answer) => {
  expect(mayChoose({ ...published, choosing }, slot, state, at(3))).toEqual(answer)
})

describe('another place in the queue', () => {
  const queue = [4, 7, 9, 12].map((rank, index) => ({ id: index + 1, rank }))
  const order = (changes: { id: number; rank: number }[]) =>
    queue
      .map((each) => changes.find(({ id }) => id === each.id) ?? each)
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ id }) => id)

  test.each([
    [4, 1, [4, 1, 2, 3]],
    [1, 3, [2, 3, 1, 4]],
    [2, 2, [1, 2, 3, 4]],
    [3, 99, [1, 2, 4, 3]],
    [3, -5, [3, 1, 2, 4]],
  ])('number %i goes to place %i; the others stay in their order', (id, place, expected) => {
    expect(order(atPlace(queue, id, place))).toEqual(expected)
  })

  test('whoever is not in it changes nothing', () => expect(atPlace(queue, 77, 1)).toEqual([]))

  test('whatever the ranks were, afterwards no two are equal and everybody else keeps their order', () => {
    const any = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 99 }), rank: fc.nat(20) }), {
      selector: ({ id }) => id,
      minLength: 1,
    })
    fc.assert(
      fc.property(any, fc.nat(), fc.integer({ min: 1, max: 30 }), (all, pick, place) => {
        const id = all[pick % all.length]!.id
        const changes = new Map(atPlace(all, id, place).map((each) => [each.id, each.rank]))
        const after = all.map((each) => ({ id: each.id, rank: changes.get(each.id) ?? each.rank })).toSorted((a, b) => a.rank - b.rank)
        const before = all.toSorted((a, b) => a.rank - b.rank || a.id - b.id)
        expect(new Set(after.map(({ rank }) => rank)).size).toBe(all.length)
        expect(after.findIndex((each) => each.id === id)).toBe(Math.min(place, all.length) - 1)
        expect(after.map((each) => each.id).filter((each) => each !== id)).toEqual(
          before.map((each) => each.id).filter((each) => each !== id),
        )
      }),
    )
  })
})

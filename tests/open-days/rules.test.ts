import { describe, expect, it } from 'vitest'
import { missingIn, placesLacked, stageBySlots, stageOf, type Notice } from '~/open-days/rules'

const now = new Date('2026-06-01T08:00:00Z')
const day = (n: number) => new Date(now.getTime() + n * 86_400_000)
const notice: Notice = {
  title: '走进水厂',
  place: '水厂',
  whoMayCome: '全县居民',
  agenda: '签到',
  contactPhone: '0000-6120000',
  contactEmail: '',
  choosing: 'first-come',
  choosingRule: '',
  asksIdentity: false,
  identityWhy: '',
  asksBirthDate: false,
  birthDateWhy: '',
  asksPlate: false,
  plateWhy: '',
  opensAt: day(1),
  closesAt: day(5),
}
const slot = { id: 1, arriveAt: day(6) }
const seats = { slotId: 1, kind: 'seat' as const, capacity: 20 }

describe('what an open day lacks before it may go out', () => {
  it.each([
    ['nothing', {}, []],
    ['a title of spaces', { title: ' ' }, ['title']],
    ['no place', { place: '' }, ['place']],
    ['nobody named who may come', { whoMayCome: '' }, ['who-may-come']],
    ['no agenda', { agenda: '' }, ['agenda']],
    ['no contact', { contactPhone: '' }, ['contact']],
    ['an e-mail address is contact enough', { contactPhone: '', contactEmail: 'a@example.cn' }, []],
    ['a review without its rule', { choosing: 'review' }, ['choosing-rule']],
    ['a review with its rule', { choosing: 'review', choosingRule: '住得近的优先' }, []],
    ['something asked of those who got a place, and not why', { asksPlate: true, plateWhy: ' ' }, ['asked-why']],
    ['asked and why', { asksPlate: true, plateWhy: '进库区要登记车辆' }, []],
    ['neither opening nor closing', { opensAt: null, closesAt: null }, ['opens-at', 'closes-at']],
    ['closing at the opening', { closesAt: day(1) }, ['closes-before-opening']],
    ['closed already', { opensAt: day(-3), closesAt: day(-1) }, ['closed-already']],
    ['closing when the first visitors arrive', { closesAt: day(6) }, ['closes-after-arrival']],
  ] as const)('%s', (_, values, missing) => expect(missingIn({ ...notice, ...values }, [slot], [seats], now)).toEqual(missing))

  it('a slot, seats in each slot, and none in the past', () => {
    expect(missingIn(notice, [], [], now)).toEqual(['slot'])
    expect(missingIn(notice, [slot, { ...slot, id: 2 }], [seats], now)).toEqual(['slot-without-seats'])
    expect(missingIn(notice, [slot], [{ ...seats, kind: 'wheelchair' }], now)).toEqual(['slot-without-seats'])
    expect(missingIn({ ...notice, closesAt: day(2) }, [{ ...slot, arriveAt: now }], [seats], now)).toContain('slot-past')
  })
})

describe('the stage of an open day follows from its instants', () => {
  const none = { submittedAt: null, publishedAt: null, cancelledAt: null, opensAt: null, closesAt: null }
  const out = { ...none, submittedAt: day(-3), publishedAt: day(-2), opensAt: day(-1), closesAt: day(1) }
  it.each([
    ['nothing submitted', none, 'prepared'],
    ['submitted', { ...none, submittedAt: now }, 'submitted'],
    ['before the opening', { ...out, opensAt: day(0.5) }, 'scheduled'],
    ['the opening instant', { ...out, opensAt: now }, 'open'],
    ['the closing instant', { ...out, closesAt: now }, 'open'],
    ['after the close', { ...out, closesAt: day(-0.5) }, 'closed'],
    ['cancelled', { ...out, cancelledAt: now }, 'cancelled'],
  ] as const)('%s', (_, moments, stage) => expect(stageOf(moments, day(3), now)).toBe(stage))
  it('after the last slot', () => expect(stageOf({ ...out, closesAt: day(-0.5) }, day(-0.1), now)).toBe('held'))
})

describe('what a slot has no places of yet', () => {
  const pool = (kind: 'seat' | 'wheelchair', groupId: number | null = null) => ({ kind, groupId })
  it.each([
    ['everything at first', [], [], ['seat null', 'wheelchair null', 'interpreter null', 'quiet null']],
    ['not what it has', [], [pool('seat'), pool('wheelchair')], ['interpreter null', 'quiet null']],
    ['the seats of each group without', [7, 8], [pool('seat', 7)], ['seat 8', 'wheelchair null', 'interpreter null', 'quiet null']],
  ] as const)('%s', (_name, groups, pools, expected) =>
    expect(placesLacked(groups, pools).map(({ kind, groupId }) => `${kind} ${groupId}`)).toEqual(expected),
  )
})

describe('a day by its slots', () => {
  const out = { submittedAt: day(-9), publishedAt: day(-8), cancelledAt: null, opensAt: day(-8), closesAt: day(-2) }
  const unsent = { ...out, submittedAt: null, publishedAt: null }
  it.each([
    ['closed, all slots cancelled one by one', out, { planned: 2, lastEnd: null }, 'cancelled'],
    ['open, the only slot cancelled', { ...out, closesAt: day(1) }, { planned: 1, lastEnd: null }, 'cancelled'],
    ['over', out, { planned: 2, lastEnd: day(-1) }, 'held'],
    ['still to come', out, { planned: 2, lastEnd: day(1) }, 'closed'],
    ['prepared, nothing planned yet', unsent, { planned: 0, lastEnd: null }, 'prepared'],
    ['submitted', { ...unsent, submittedAt: day(-1) }, { planned: 1, lastEnd: null }, 'submitted'],
    ['cancelled as a whole', { ...out, cancelledAt: day(-1) }, { planned: 2, lastEnd: day(1) }, 'cancelled'],
  ] as const)('%s', (_name, moments, span, stage) => expect(stageBySlots(moments, span, now)).toBe(stage))
})

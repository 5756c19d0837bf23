import { describe, expect, test } from 'vitest'
import { figuresOf, type Counted } from '~/visit-reports/figures'

const slot = (values: Partial<Counted> = {}): Counted => ({
  position: 1,
  name: '',
  startsAt: '2026-11-01T02:00:00.000Z',
  cancelled: false,
  offered: 20,
  parties: 8,
  people: 18,
  chosen: null,
  confirmed: 15,
  cancelledBefore: 3,
  scans: 6,
  came: 12,
  walkIns: 0,
  stayedAway: 3,
  ...values,
})

describe('the figures of a day', () => {
  test('count who came, who did not, and how many of those expected', () => {
    const { slots, total } = figuresOf([slot()])
    expect(slots[0]).toMatchObject({ came: 12, noShow: 3, noShowRate: 20, cancelledBefore: 3 })
    expect(total).toMatchObject({ offered: 20, people: 18, confirmed: 15, came: 12, noShow: 3, noShowRate: 20, recorded: 'all' })
  })

  test('where nobody was checked in, nobody is said to have stayed away', () => {
    const { slots, total } = figuresOf([slot({ scans: 0, came: 0, stayedAway: 15 })])
    expect(slots[0]).toMatchObject({ came: null, noShow: null, noShowRate: null, confirmed: 15 })
    expect(total).toMatchObject({ came: null, noShow: null, noShowRate: null, recorded: 'none' })
  })

  test('a slot without a gate is left out of the rate and said so', () => {
    const { slots, total } = figuresOf([slot(), slot({ position: 2, scans: 0, came: 0, stayedAway: 15 })])
    expect(slots[1]!.came).toBeNull()
    expect(total).toMatchObject({ confirmed: 30, came: 12, noShow: 3, noShowRate: 20, recorded: 'partly' })
  })

  test('a slot that expected nobody lacks nothing', () => {
    const none = { parties: 0, people: 0, confirmed: 0, cancelledBefore: 0, scans: 0, came: 0, stayedAway: 0 }
    const { slots, total } = figuresOf([slot(), slot({ position: 2, ...none })])
    expect(slots[1]).toMatchObject({ came: 0, noShow: 0, noShowRate: null })
    expect(total.recorded).toBe('all')
  })

  test('a cancelled slot is shown and counted in no sum', () => {
    const { slots, total } = figuresOf([slot(), slot({ position: 2, cancelled: true, scans: 0 })])
    expect(slots).toHaveLength(2)
    expect(total).toMatchObject({ offered: 20, people: 18, recorded: 'all' })
  })

  test('people without a registration count among those who came and not among those expected', () => {
    expect(figuresOf([slot({ walkIns: 4 })]).total).toMatchObject({ came: 16, walkIns: 4, noShow: 3 })
  })

  test('who was chosen is added up only where somebody chose', () => {
    expect(figuresOf([slot({ chosen: 5 }), slot({ chosen: 7 })]).total.chosen).toBe(12)
    expect(figuresOf([slot({ chosen: 5 }), slot({ chosen: null })]).total.chosen).toBeNull()
    expect(figuresOf([]).total).toMatchObject({ chosen: null, recorded: 'none' })
  })
})

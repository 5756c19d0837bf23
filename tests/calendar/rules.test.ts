import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, earliestClosing, endOfDay, periodDays } from '~/calendar/periods'
import { decree713 } from '~/calendar/rule-packs'

const CHINA = 'Asia/Shanghai'
const china = (text: string) => new Date(`${text}+08:00`)

describe('thirty days are calendar days, counted from the day after publication', () => {
  it.each([
    ['within a year', '2026-09-01T09:00:00', '2026-10-01'],
    ['published in the last minute of a day', '2026-09-01T23:59:00', '2026-10-01'],
    ['published at midnight', '2026-09-02T00:00:00', '2026-10-02'],
    ['published on the last day of a month of 31', '2026-10-31T10:00:00', '2026-11-30'],
    ['into a February of 28 days', '2026-01-31T10:00:00', '2026-03-02'],
    ['over 29 February', '2028-01-31T10:00:00', '2028-03-01'],
    ['published on 29 February', '2028-02-29T10:00:00', '2028-03-30'],
    ['over the turn of the year', '2026-12-15T10:00:00', '2027-01-14'],
  ])('%s', (_, published, lastDay) => {
    const closing = earliestClosing(china(published), 30, CHINA)
    expect(closing).toEqual(china(`${lastDay}T23:59:59.999`))
    expect(periodDays(china(published), closing, CHINA)).toBe(30)
    expect(periodDays(china(published), new Date(closing.getTime() - 86_400_000), CHINA)).toBe(29)
  })

  it('a day belongs to the county, not to the server: 23:30 in Greenwich is already tomorrow in China', () => {
    expect(dayOf(new Date('2026-09-01T16:30:00Z'), CHINA)).toBe('2026-09-02')
    expect(dayOf(new Date('2026-09-01T16:30:00Z'), 'Europe/Athens')).toBe('2026-09-01')
  })

  it('an hour on the last day does not shorten the count, a close at 0 o’clock ends the day before', () => {
    const published = china('2026-09-01T09:00:00')
    expect(periodDays(published, china('2026-10-01T17:00:00'), CHINA)).toBe(30)
    expect(periodDays(published, china('2026-10-02T00:00:00'), CHINA)).toBe(30)
    expect(periodDays(published, china('2026-10-01T00:00:00'), CHINA)).toBe(29)
  })

  it('the clock change does not add or take a day where there is one', () => {
    const published = new Date('2025-03-10T10:00:00Z')
    expect(earliestClosing(published, 30, 'Europe/Athens')).toEqual(new Date('2025-04-09T20:59:59.999Z'))
    expect(periodDays(published, new Date('2025-04-09T20:59:59.999Z'), 'Europe/Athens')).toBe(30)
  })

  it('counting forward and counting back agree for every instant', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 90 }), fc.constantFrom(CHINA, 'Europe/Athens', 'UTC'), (from, days, zone) => {
        expect(periodDays(from, earliestClosing(from, days, zone), zone)).toBe(days)
      }),
    )
  })
})

describe('days', () => {
  it('a word that is no day has no end', () => expect(endOfDay('soon', CHINA)).toBeNull())
  it('days are added over the end of a year', () => expect(addDays('2026-12-31', 1)).toBe('2027-01-01'))
})

it('Decree 713 article 15 asks for thirty days, or a reason in the notice', () => {
  expect(decree713).toEqual({ article: 'D713 art. 15', minimumDays: 30, escape: 'short-period-reason' })
})

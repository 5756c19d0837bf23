import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/calendar/periods'
import { i18nFor, languages } from '~/i18n'
import { changeBetween, holidaysMissing, readNotice, runsOf, writeNotice, type NoticeDay } from '~/working-days/notice'
import { isWeekend } from '~/working-days/rules'
import { NOTICE_2025, NOTICE_2026, noticeDays } from './given'

describe('lines of a notice', () => {
  it.each([
    '2026-10-01..2026-10-03 国庆节',
    '  2026-10-01 .. 2026-10-03   国庆节 ',
    '2026年10月1日至2026年10月3日：国庆节',
    '2026/10/1～2026/10/3 国庆节',
    '２０２６-10-01—2026-10-03 国庆节\r',
    '2026-10-01 to 2026-10-03 国庆节',
  ])('%j', (line) =>
    expect(readNotice(line, 2026)).toEqual({
      days: ['2026-10-01', '2026-10-02', '2026-10-03'].map((date) => ({ date, kind: 'holiday', name: '国庆节' })),
      faults: [],
    }),
  )
  it.each([
    ['2026-10-10 上班', ''],
    ['2026-10-10 调休上班', ''],
    ['2026-10-10 work', ''],
    ['2026-10-10 上班 国庆节', '国庆节'],
  ])('%j makes up', (line, name) =>
    expect(readNotice(line, 2026)).toEqual({ days: [{ date: '2026-10-10', kind: 'workday', name }], faults: [] }),
  )

  it.each([
    ['国庆节 10月1日至7日', 'unreadable'],
    ['2026-10-01国庆节', 'unreadable'],
    ['2026-02-30 春节', 'no-such-day'],
    ['2026-00-01 春节', 'no-such-day'],
    ['2026-10-07..2026-10-01 国庆节', 'backwards'],
    ['2026-10-01..2026-11-01 国庆节', 'too-long'],
    ['2027-01-01 元旦', 'other-year'],
    ['2026-12-31..2027-01-02 元旦', 'other-year'],
    ['2025-11-30 元旦', 'other-year'],
    ['2026-10-01..2026-10-07', 'no-name'],
    [`2026-10-01 ${'节'.repeat(21)}`, 'name-long'],
    ['2026-10-12 上班', 'works-anyway'],
    ['2026-01-02 元旦', 'twice'],
    ['2026-01-03 上班', 'twice'],
  ])('%j: %s', (line, why) => {
    const { days, faults } = readNotice(`2026-01-01..2026-01-03 元旦\n\n${line}`, 2026)
    expect(faults).toEqual([{ line: 3, text: line.slice(0, 40), why }])
    expect(days).toHaveLength(3)
  })
  it('every bad line is named, with its number', () => {
    const { faults } = readNotice('a\n2026-01-01 元旦\nb\n2026-02-31 春节', 2026)
    expect(faults.map(({ line, why }) => [line, why])).toEqual([
      [1, 'unreadable'],
      [3, 'unreadable'],
      [4, 'no-such-day'],
    ])
  })
  it('after a hundred lines it stops', () => {
    const { faults } = readNotice('x\n'.repeat(5000), 2026)
    expect(faults).toHaveLength(101)
    expect(faults.at(-1)).toMatchObject({ line: 101, why: 'too-many' })
  })
  it('New Year’s holiday may begin in the December before', () =>
    expect(readNotice('2025-12-31..2026-01-02 元旦', 2026).days.map(({ date }) => date)).toEqual([
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
    ]))

  it('every fault has its sentence in both languages', () => {
    const kinds = ['unreadable', 'no-such-day', 'backwards', 'too-long', 'other-year', 'no-name', 'name-long', 'works-anyway', 'twice']
    for (const language of languages)
      for (const kind of kinds)
        expect(i18nFor(language).t(`working-days:fault.${kind}` as never, { line: 3, text: 'abc', year: 2026 } as never)).toMatch(/3.*abc/)
  })
})

describe('written out again', () => {
  it('the notice of 2026 is 13 lines and 39 days', () => {
    const days = noticeDays(NOTICE_2026, 2026)
    expect(days).toHaveLength(39)
    expect(runsOf(days)).toHaveLength(13)
    expect(readNotice(writeNotice(days), 2026)).toEqual({ days, faults: [] })
  })
  it('any days come back as they were', () => {
    const day = fc.record({
      after: fc.integer({ min: 0, max: 364 }),
      works: fc.boolean(),
      name: fc.constantFrom('元旦', '春节', '国庆节、中秋节'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 60, selector: ({ after }) => after }), (given) => {
        const days = given
          .toSorted((a, b) => a.after - b.after)
          .map(({ after, works, name }): NoticeDay => {
            const date = addDays('2026-01-01', after)
            return { date, kind: works && isWeekend(date) ? 'workday' : 'holiday', name }
          })
        expect(readNotice(writeNotice(days), 2026)).toEqual({ days, faults: [] })
      }),
    )
  })
  it('whatever is typed is read or named, never thrown', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2000, max: 2100 }), (text, year) => void readNotice(text, year)),
    ))
})

it('a whole notice names every holiday of the law, two of them together too', () => {
  expect(holidaysMissing(noticeDays(NOTICE_2025, 2025))).toEqual([])
  expect(holidaysMissing(noticeDays(NOTICE_2026, 2026))).toEqual([])
  expect(holidaysMissing(noticeDays('2026-02-14 上班 春节\n2026-10-01 国庆节、中秋节', 2026))).toEqual([
    '元旦',
    '春节',
    '清明节',
    '劳动节',
    '端午节',
  ])
})

it('loading again alters these days', () => {
  const before = noticeDays('2026-10-01..2026-10-03 国庆节\n2026-10-10 上班', 2026)
  const after = noticeDays('2026-10-02..2026-10-04 国庆节\n2026-10-10 中秋节', 2026)
  expect(changeBetween(before, after)).toEqual({ added: ['2026-10-04'], removed: ['2026-10-01'], changed: ['2026-10-10'] })
})

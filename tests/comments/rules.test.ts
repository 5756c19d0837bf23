import { describe, expect, test } from 'vitest'
import {
  displayName,
  importedNameMode,
  isLate,
  maskContact,
  mayComment,
  mayEnter,
  mayHandOver,
  maySettle,
  mayWithdraw,
  readContact,
} from '~/comments/rules'
import type { Role, Viewer } from '~/accounts/rules'

const OPENS = new Date('2026-03-01T00:00:00Z')
const CLOSES = new Date('2026-03-31T16:00:00Z')
const published = { submittedAt: OPENS, publishedAt: OPENS, opensAt: OPENS, closesAt: CLOSES, reportedAt: null, departmentId: 1 }
const after = (at: Date, ms: number) => new Date(at.getTime() + ms)
const resident = { id: 'r' }

const moments = [
  ['before it opens', after(OPENS, -1), 'not-open-yet'],
  ['at the opening instant', OPENS, 'ok'],
  ['while it runs', after(OPENS, 1), 'ok'],
  ['at the closing instant', CLOSES, 'ok'],
  ['one second after the close', after(CLOSES, 1000), 'closed'],
  ['a year after the close', after(CLOSES, 365 * 86_400_000), 'closed'],
] as const

const people = [
  ['nothing', null, {}, 'ok'],
  ['nothing', resident, {}, 'ok'],
  ['contact', null, {}, 'contact-needed'],
  ['contact', null, { contact: 'x' }, 'ok'],
  ['contact', resident, {}, 'ok'],
  ['account', null, {}, 'sign-in'],
  ['account', null, { contact: 'x' }, 'sign-in'],
  ['account', resident, {}, 'ok'],
] as const

const answer = (decision: { ok: boolean; why?: string }) => (decision.ok ? 'ok' : decision.why)

describe('who may comment, and when', () => {
  for (const [when, now, time] of moments)
    for (const [access, viewer, given, person] of people)
      test(`${when}, access ${access}, ${viewer ? 'signed in' : 'not signed in'}, ${'contact' in given ? 'with' : 'without'} contact: ${time === 'ok' ? person : time}`, () => {
        expect(answer(mayComment({ ...published, access }, viewer, given, now))).toBe(time === 'ok' ? person : time)
      })

  test('a consultation nobody has published takes no comment', () => {
    expect(answer(mayComment({ ...published, publishedAt: null, access: 'nothing' }, null, {}, OPENS))).toBe('not-published')
  })
  test('after the report no comment is taken', () => {
    expect(answer(mayComment({ ...published, reportedAt: CLOSES, access: 'nothing' }, null, {}, OPENS))).toBe('closed')
  })
})

describe('withdrawing', () => {
  test('the author may withdraw until the close and not after it', () => {
    expect(answer(mayWithdraw(published, { withdrawnAt: null }, CLOSES))).toBe('ok')
    expect(answer(mayWithdraw(published, { withdrawnAt: null }, after(CLOSES, 1)))).toBe('closed')
  })
  test('nothing is withdrawn twice', () => {
    expect(answer(mayWithdraw(published, { withdrawnAt: OPENS }, OPENS))).toBe('withdrawn')
  })
})

describe("a clerk's entry", () => {
  const person = (role: Role, departmentId: number | null): Viewer => ({
    id: 'p',
    name: 'p',
    role,
    departmentId,
    sessionId: '',
    authenticatedAt: OPENS,
  })
  const cases = [
    ['nobody', null, 'sign-in'],
    ['a resident', person('resident', null), 'not-your-role'],
    ['an auditor', person('auditor', null), 'not-your-role'],
    ['an administrator', person('administrator', null), 'not-your-role'],
    ['staff of another department', person('staff', 2), 'not-your-department'],
    ['staff of the department', person('staff', 1), 'ok'],
    ['a moderator of the county', person('moderator', null), 'ok'],
  ] as const
  for (const [who, viewer, expected] of cases)
    test(`${who}: ${expected}`, () => expect(answer(mayEnter(viewer, published, OPENS, CLOSES))).toBe(expected))

  const staff = person('staff', 1)
  test('is possible after the close, because letters take time, and is then late', () => {
    expect(answer(mayEnter(staff, published, after(CLOSES, 1), after(CLOSES, 86_400_000)))).toBe('ok')
    expect(isLate(published, after(CLOSES, 1))).toBe(true)
    expect(isLate(published, CLOSES)).toBe(false)
  })
  test('is refused once the report is out', () => {
    expect(answer(mayEnter(staff, { ...published, reportedAt: CLOSES }, OPENS, after(CLOSES, 1)))).toBe('reported')
  })
  test('is refused before the opening and for what was received tomorrow', () => {
    expect(answer(mayEnter(staff, published, OPENS, after(OPENS, -1)))).toBe('not-open-yet')
    expect(answer(mayEnter(staff, published, after(OPENS, 10), after(OPENS, 9)))).toBe('in-future')
  })
  test('is refused for what was received before there was a draft; the minute of the opening belongs to it', () => {
    expect(answer(mayEnter(staff, published, after(OPENS, -1), CLOSES))).toBe('before-opening')
    const opensAt = after(OPENS, 30_000)
    expect(answer(mayEnter(staff, { ...published, opensAt }, OPENS, CLOSES))).toBe('ok')
    expect(answer(mayEnter(staff, { ...published, opensAt }, after(OPENS, -1), CLOSES))).toBe('before-opening')
  })
})

test('a comment ends in one way only', () => {
  expect(answer(maySettle({ fate: null }, 'in_points'))).toBe('ok')
  expect(answer(maySettle({ fate: 'in_points' }, 'in_points'))).toBe('ok')
  expect(answer(maySettle({ fate: 'in_points' }, 'inadmissible'))).toBe('settled-otherwise')
  expect(answer(maySettle({ fate: 'inadmissible' }, 'in_points'))).toBe('settled-otherwise')
  expect(answer(maySettle({ fate: 'inadmissible' }, null))).toBe('ok')
  for (const fate of ['in_points', 'inadmissible', null] as const) expect(answer(maySettle({ fate: 'withdrawn' }, fate))).toBe('withdrawn')
})

describe('names', () => {
  const masked = [
    ['朱明远', '朱**'],
    ['朱明', '朱**'],
    ['朱', '朱**'],
    ['欧阳春', '欧阳**'],
    ['歐陽文忠', '歐陽**'],
    ['欧阳', '欧**'],
    ['司马 相如', '司马**'],
    ['𠮷田一郎', '𠮷**'],
    ['買買提·艾力', '買**'],
    ['Maria García', 'M**'],
    ['é́ric', 'é́**'],
    ['\u202e朱明', '朱**'],
    ['  ', ''],
  ] as const
  for (const [name, shown] of masked)
    test(`masked: ${name} is shown as ${shown || 'nothing'}`, () => expect(displayName('masked', name)).toBe(shown))

  test('open: as given; by number: nothing', () => {
    expect(displayName('open', ' 朱明远 ')).toBe('朱明远')
    expect(displayName('number', '朱明远')).toBe('')
  })
})

describe('contacts', () => {
  const readings = [
    ['13800001111', 'phone', '13800001111'],
    ['１３８ ００００ １１１１', 'phone', '13800001111'],
    ['+86 138-0000-1111', 'phone', '13800001111'],
    ['0086 13800001111', 'phone', '13800001111'],
    ['(0551) 1234567', 'phone', '05511234567'],
    ['+30 21 0123 4567', 'phone', '+302101234567'],
    [' Zhu.M@Example.CN ', 'email', 'zhu.m@example.cn'],
  ] as const
  for (const [typed, kind, address] of readings)
    test(`${typed} is read as ${address}`, () => expect(readContact(typed)).toEqual({ kind, address }))
  for (const typed of ['', '12', 'zhu@', '@example.cn', '138000011112222', 'a@b', '朱明', 'a@b.cn,c@d.cn', 'a@b.cn\r\nBcc: c@d.cn'])
    test(`${JSON.stringify(typed)} is not a contact`, () => expect(readContact(typed)).toBeNull())
  test('a receipt shows a contact only in part', () => {
    expect(maskContact({ kind: 'phone', address: '13800001111' })).toBe('138****1111')
    expect(maskContact({ kind: 'email', address: 'zhu.m@example.cn' })).toBe('z***@example.cn')
  })
})

test('imported names are shown as the notice says, and as given where they are public already', () => {
  for (const mode of ['open', 'masked', 'number'] as const) {
    expect(importedNameMode(mode, false)).toBe(mode)
    expect(importedNameMode(mode, true)).toBe('open')
  }
})

test('a receipt is handed over by who entered the comment, within half an hour', () => {
  const enteredAt = new Date('2026-03-01T00:00:00Z')
  const may = (id: string, minutes: number) =>
    mayHandOver({ id }, { enteredBy: 'a', enteredAt }, new Date(enteredAt.getTime() + minutes * 60_000))
  expect(may('a', 30)).toEqual({ ok: true })
  expect(may('a', 31)).toEqual({ ok: false, why: 'too-late' })
  expect(may('b', 0)).toEqual({ ok: false, why: 'not-yours' })
})

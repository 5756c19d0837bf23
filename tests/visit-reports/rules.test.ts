import { describe, expect, it, test } from 'vitest'
import { roles, type Role, type Viewer } from '~/accounts/rules'
import { stages, type Stage } from '~/open-days/rules'
import { dueAtFor, mayReadBoard, reportState } from '~/visit-reports/board'
import { inHandAmong, isOverdue, withoutTakenDown, type VisitReportDocument } from '~/visit-reports/document'
import { hasReport, mayContinue, mayRemoveSuggestion, mayTakeDown, mayWork, missingIn, stateOf, type Outcome } from '~/visit-reports/rules'

const at = new Date('2026-12-06T04:00:00Z')
const as = (role: Role, departmentId: number | null = 7): Viewer => ({
  ...{ id: 'me', name: '我', role, departmentId, sessionId: '', authenticatedAt: at },
})
const held = { departmentId: 7, stage: 'held' as const }
const writing = { revision: 1, submittedAt: null, publishedAt: null }
const submitted = { ...writing, submittedAt: at }
const published = { ...submitted, publishedAt: at }

describe('a report', () => {
  it.each(stages)('of a day that is %s', (stage: Stage) => {
    const why = { cancelled: 'day-cancelled', prepared: 'day-not-out', submitted: 'day-not-out' }[stage as string]
    expect(hasReport({ stage })).toEqual(why ? { ok: false, why } : { ok: true })
  })

  it('is written by staff of the department and nobody else', () => {
    expect(roles.filter((role) => mayWork(as(role), held, null).ok)).toEqual(['staff'])
    expect(mayWork(as('staff', 8), held, null)).toEqual({ ok: false, why: 'not-your-department' })
    expect(mayWork(null, held, null)).toEqual({ ok: false, why: 'sign-in' })
  })

  it.each([
    ['not begun', null, null, 'not-published'],
    ['being written', writing, null, 'not-published'],
    ['waiting for approval', submitted, 'submitted', 'not-published'],
    ['published', published, 'published', null],
  ] as const)('%s: may it be changed, may a later revision be begun', (_, last, change, later) => {
    const outcome = (why: string | null) => (why ? { ok: false, why } : { ok: true })
    expect(mayWork(as('staff'), held, last)).toEqual(outcome(change))
    expect(mayContinue(as('staff'), held, last)).toEqual(outcome(later))
  })

  it('of a cancelled day is not continued', () =>
    expect(mayContinue(as('staff'), { ...held, stage: 'cancelled' }, published)).toEqual({ ok: false, why: 'day-cancelled' }))

  it('stands where its instants say', () =>
    expect([writing, submitted, published].map(stateOf)).toEqual(['writing', 'submitted', 'published']))
})

describe('what keeps it from going out', () => {
  const said: Outcome = { result: 'taken-up', reason: '已经办好', departmentId: 7, dueOn: null }
  const whole = { happened: '来了两户', questions: [{ answer: '不硬', answeredBy: '李工' }], suggestions: [{ outcome: said }] }
  it.each([
    ['nothing', 'held', {}, []],
    ['the day is not over', 'open', {}, ['day-not-over']],
    ['the day was cancelled', 'cancelled', {}, ['day-cancelled']],
    ['nothing is told of it', 'held', { happened: ' \n' }, ['happened']],
    ['a question has no answer', 'held', { questions: [{ answer: ' ', answeredBy: '李工' }] }, ['question-without-answer']],
    ['nobody answered it', 'held', { questions: [{ answer: '不硬', answeredBy: '' }] }, ['question-without-answer']],
    ['a suggestion has no result', 'held', { suggestions: [{ outcome: said }, { outcome: null }] }, ['suggestion-without-result']],
    ['neither questions nor suggestions are needed', 'held', { questions: [], suggestions: [] }, []],
  ] as const)('%s', (_, stage, values, missing) => expect(missingIn(stage, { ...whole, ...values })).toEqual(missing))
})

test('what a published report said of a suggestion stays', () => {
  expect([mayRemoveSuggestion(false), mayRemoveSuggestion(true)]).toEqual([{ ok: true }, { ok: false, why: 'was-published' }])
})

test('a photo is taken down by staff or publisher of the department', () => {
  expect(roles.filter((role) => mayTakeDown(as(role), held).ok)).toEqual(['staff', 'publisher'])
  expect(mayTakeDown(as('publisher', 8), held).ok).toBe(false)
})

describe('the board', () => {
  const zone = 'Asia/Shanghai'
  // 6 December, 12 o'clock in the county; ten calendar days end with 16 December.
  const due = new Date('2026-12-16T16:00:00Z')
  const owes = { stage: 'held' as const, lastEnd: at, reportedAt: null, withinDays: 10 }
  const before = new Date(due.getTime() - 1)

  it('counts calendar days from the day after the last slot, to the end of the last one', () => {
    const end = dueAtFor(at, 10, zone)
    expect(Math.abs(end.getTime() - due.getTime())).toBeLessThanOrEqual(1_000)
  })

  it.each([
    ['not held yet', { ...owes, stage: 'open' as const }, before, 'none'],
    ['cancelled', { ...owes, stage: 'cancelled' as const }, before, 'none'],
    ['within the days', owes, new Date('2026-12-16T15:00:00Z'), 'due'],
    ['after them', owes, new Date('2026-12-17T15:00:00Z'), 'overdue'],
    ['reported within them', { ...owes, reportedAt: new Date('2026-12-16T15:00:00Z') }, new Date('2027-01-01T00:00:00Z'), 'in-time'],
    ['reported after them', { ...owes, reportedAt: new Date('2026-12-17T15:00:00Z') }, new Date('2027-01-01T00:00:00Z'), 'late'],
  ] as const)('%s', (_, day, now, state) => expect(reportState(day, now, zone).state).toBe(state))

  it('says how many days are left, or over', () => {
    expect(reportState(owes, new Date('2026-12-13T04:00:00Z'), zone).days).toBe(3)
    expect(reportState(owes, new Date('2026-12-18T04:00:00Z'), zone).days).toBe(2)
  })

  it('is read by the county office for all, by a publisher for their department', () => {
    expect(roles.filter((role) => mayReadBoard(as(role), 7).ok)).toEqual(['publisher', 'administrator', 'auditor'])
    expect(mayReadBoard(as('publisher', 8), 7).ok).toBe(false)
    expect(mayReadBoard(as('administrator', null), 7).ok).toBe(true)
  })
})

describe('the published document', () => {
  const outcome = (result: 'in-hand' | 'taken-up', dueOn: string | null) => ({
    ...{ result, dueOn, publishedAt: at.toISOString(), reason: '', department: { name: '局', nameEn: '' } },
  })
  const suggestion = (...outcomes: ReturnType<typeof outcome>[]) => ({ number: 1, text: '', outcomes })

  it('counts as open what was said last to be in hand', () => {
    const open = suggestion(outcome('in-hand', '2026-12-31'))
    const done = suggestion(outcome('in-hand', '2026-12-31'), outcome('taken-up', null))
    expect(inHandAmong([open, done])).toBe(1)
  })

  it('an office is late from the day after the one it named', () => {
    const said = outcome('in-hand', '2026-12-31')
    expect([isOverdue(said, '2026-12-31'), isOverdue(said, '2027-01-01'), isOverdue(outcome('taken-up', null), '2027-01-01')]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('says of a photo that was taken down only that it was', () => {
    const photos = ['a', 'b'].map((id) => ({ id, alt: id, width: 1, height: 1 }))
    const shown = withoutTakenDown({ photos } as VisitReportDocument, new Set(['a']))
    expect([shown.photos.map(({ id }) => id), shown.photosTakenDown]).toEqual([['a'], 1])
  })
})

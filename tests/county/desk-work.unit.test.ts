import { describe, expect, it } from 'vitest'
import { daysWaitingFor, deskSections, liveWaitingFor, reportsWaitingFor, waitingFor } from '~/county/desk-work'

const now = new Date('2026-06-01T00:00:00Z')
const day = (n: number) => new Date(now.getTime() + n * 86_400_000)
const none = { submittedAt: null, publishedAt: null, opensAt: null, closesAt: null, reportedAt: null }
const open = { submittedAt: day(-5), publishedAt: day(-4), opensAt: day(-4), closesAt: day(30), reportedAt: null }
const closed = { ...open, publishedAt: day(-40), opensAt: day(-40), closesAt: day(-2) }
const row = (values: object) => ({
  id: 7,
  title: '办法',
  lang: 'zh-CN',
  now,
  ...none,
  ownNotice: false,
  ownReport: false,
  objections: 0,
  returnedWhy: null,
  unmoderated: 0,
  unsorted: 0,
  reportSubmitted: false,
  ...values,
})
const tasks = (role: 'staff' | 'publisher' | 'moderator' | 'auditor' | 'administrator', values: object) =>
  waitingFor({ role }, [row(values)]).map(({ task, path }) => `${task} ${path.slice('/desk/consultations'.length)}`.trim())

describe('the desk shows what waits for this person', () => {
  it.each([
    ['staff', {}, ['prepare /7']],
    ['staff', { returnedWhy: '太短' }, ['returned /7']],
    ['staff', { submittedAt: day(-1) }, []],
    ['publisher', { submittedAt: day(-1) }, ['approve /7/publication']],
    ['publisher', {}, []],
    ['moderator', { ...open, unmoderated: 2 }, ['moderate /7/comments']],
    ['moderator', { ...open, objections: 1, unmoderated: 2 }, ['objection /7/comments?show=objections', 'moderate /7/comments']],
    ['auditor', { ...open, objections: 1, unmoderated: 2 }, []],
    ['administrator', { submittedAt: day(-1) }, []],
    ['staff', { ...open, unsorted: 3 }, []],
    ['staff', { ...closed, unsorted: 3 }, ['sort /7/points']],
    ['staff', closed, ['report /7/report']],
    ['staff', { ...closed, reportSubmitted: true }, []],
    ['publisher', { ...closed, reportSubmitted: true }, ['approve-report /7/report']],
    ['staff', { ...closed, reportedAt: day(-1) }, []],
  ] as const)('%s, %j', (role, values, expected) => expect(tasks(role, values)).toEqual(expected.map((each) => each)))

  it('never one’s own work for approval', () => {
    expect(tasks('publisher', { submittedAt: day(-1), ownNotice: true })).toEqual([])
    expect(tasks('publisher', { ...closed, reportSubmitted: true, ownReport: true })).toEqual([])
  })
  it('moderators and publishers find the call list and the record', () => {
    for (const role of ['moderator', 'publisher'] as const)
      expect(deskSections(role)).toEqual(expect.arrayContaining(['messages', 'record']))
    expect(deskSections('moderator')).not.toContain('open-days')
  })
  it('residents have no sections', () => expect(deskSections('resident')).toEqual([]))
})

describe('open days wait for who prepares and who approves them', () => {
  const day = { id: 3, title: '走进水厂', lang: 'zh-CN', now, submittedAt: null, publishedAt: null, cancelledAt: null, opensAt: null }
  const unsent = { ...day, closesAt: null, lastEnd: null, returnedWhy: null, ownWork: false }
  const submitted = { submittedAt: now }
  it.each([
    ['staff', {}, ['prepare-day /desk/open-days/3']],
    ['staff', { returnedWhy: '太短' }, ['returned-day /desk/open-days/3']],
    ['staff', submitted, []],
    ['publisher', {}, []],
    ['publisher', submitted, ['approve-day /desk/open-days/3/publication']],
    ['publisher', { ...submitted, ownWork: true }, []],
    ['administrator', submitted, []],
    ['auditor', submitted, []],
  ] as const)('%s, %j', (role, values, expected) =>
    expect(daysWaitingFor({ role }, [{ ...unsent, ...values }]).map(({ task, path }) => `${task} ${path}`)).toEqual(expected),
  )
})

describe('live sessions', () => {
  const row = { id: 4, title: '停车', lang: 'zh-CN', stage: 'open' as const, waiting: 2 }
  const owed = { sessionId: 9, title: '公路', lang: 'zh-CN', clock: { late: 0 } }
  const late = { ...owed, clock: { late: 3 } }
  it('wait with their unread questions, until they are closed, and with answers owed in writing', () => {
    const ended = { ...row, id: 5, stage: 'ended' as const, waiting: 0 }
    expect(
      liveWaitingFor({ role: 'staff' }, [row, ended, { ...row, stage: 'closed' }], [owed, late, { ...owed, clock: null }]).map(
        ({ task, count, path }) => `${task} ${count} ${path}`,
      ),
    ).toEqual([
      'read-questions 2 /desk/live/4/questions',
      'close-live 0 /desk/live/5',
      'owed-answer-late 1 /desk/live#owed',
      'owed-answer 2 /desk/live#owed',
    ])
  })
  it('wait for nobody who does not host', () => expect(liveWaitingFor({ role: 'auditor' }, [row], [owed])).toEqual([]))
})

describe('a visit report waits for the staff who owe it and the publisher who approves it', () => {
  const held = { id: 3, title: '走进水厂', lang: 'zh-CN', submitted: false, ownWork: false, state: 'due' as const, days: 4 }
  it.each([
    ['staff', {}, ['visit-report-due 4']],
    ['staff', { state: 'overdue', days: 2 }, ['visit-report-overdue 2']],
    ['staff', { state: 'none', days: 0 }, []],
    ['staff', { submitted: true }, []],
    ['publisher', {}, []],
    ['publisher', { submitted: true }, ['approve-visit-report 0']],
    // A later revision, the first being out.
    ['publisher', { submitted: true, state: 'in-time', days: 0 }, ['approve-visit-report 0']],
    ['publisher', { submitted: true, ownWork: true }, []],
    ['administrator', { submitted: true }, []],
    ['auditor', { state: 'overdue' }, []],
  ] as const)('%s, %j', (role, values, expected) => {
    const found = reportsWaitingFor({ role }, [{ ...held, ...values }])
    expect(found.map(({ task, count }) => `${task} ${count}`)).toEqual(expected)
    for (const { path } of found) expect(path).toBe('/desk/open-days/3/report')
  })
})

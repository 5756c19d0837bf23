import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Viewer } from '~/accounts/rules'
import { channels } from '~/comments/rules'
import { canonical } from '~/reports/document'
import {
  balanceOf,
  dispositions,
  fates,
  isReportReady,
  mayDecideReport,
  mayPublishReport,
  mayWork,
  type Prepared,
  type ReportFacts,
} from '~/reports/rules'
import { aComment, afterClose, aPoint, theFacts } from './facts'

const anyComments = fc
  .array(fc.record({ channel: fc.constantFrom(...channels), late: fc.boolean(), fate: fc.constantFrom(...fates, null) }))
  .map((made) => made.map((comment, index) => ({ ...comment, number: index + 1 })))

describe('the balance', () => {
  test('the terms always add up to what was received, as a whole and in every channel', () => {
    fc.assert(
      fc.property(anyComments, (comments) => {
        const balance = balanceOf({ comments })
        for (const share of [balance, ...Object.values(balance.byChannel)]) {
          expect(share.inPoints + share.withdrawn + share.inadmissible + share.unaccounted.length).toBe(share.received)
        }
        const sum = (term: 'received' | 'inPoints' | 'withdrawn' | 'inadmissible') =>
          Object.values(balance.byChannel).reduce((all, share) => all + share[term], 0)
        for (const term of ['received', 'inPoints', 'withdrawn', 'inadmissible'] as const) expect(sum(term)).toBe(balance[term])
        expect(balance.received + balance.beside.late).toBe(comments.length)
        expect(balance.closes).toBe(comments.every((comment) => comment.late || comment.fate !== null))
      }),
    )
  })

  test('a comment in two points counts once', () => {
    const facts = theFacts({ points: [aPoint(1), aPoint(2, { comments: [1] })] })
    expect(balanceOf(facts)).toMatchObject({ received: 1, inPoints: 1, closes: true })
  })

  test('late comments stand beside and never in a term, whatever became of them', () => {
    const comments = [aComment(1), aComment(2, { late: true, fate: null }), aComment(3, { late: true })]
    expect(balanceOf({ comments })).toMatchObject({ received: 1, inPoints: 1, unaccounted: [], closes: true, beside: { late: 2 } })
  })

  test('what is unaccounted for is named by number, also within its channel', () => {
    const comments = [aComment(1), aComment(2, { channel: 'phone', fate: null }), aComment(3, { channel: 'phone', fate: 'withdrawn' })]
    const balance = balanceOf({ comments })
    expect(balance.unaccounted).toEqual([2])
    expect(balance.byChannel.phone).toEqual({ received: 2, inPoints: 0, withdrawn: 1, inadmissible: 0, unaccounted: [2] })
  })

  test('nothing received closes', () => expect(balanceOf({ comments: [] })).toMatchObject({ received: 0, closes: true }))
})

const faultsOf = (given: Partial<ReportFacts & Prepared>, publisher = 'publisher', now = afterClose) => {
  const gate = mayPublishReport(theFacts(given), publisher, now)
  return gate.ok ? [] : gate.why
}

describe('the gate', () => {
  test('a report that lacks nothing may be published', () => expect(faultsOf({})).toEqual([]))

  test('a consultation without a single comment has a proper report', () => expect(faultsOf({ comments: [], points: [] })).toEqual([]))

  const closing = theFacts().closesAt!
  test.each<[string, Partial<ReportFacts & Prepared>, unknown]>([
    ['a comment nobody accounted for', { comments: [aComment(1), aComment(2, { fate: null })] }, { why: 'unaccounted', comments: [2] }],
    ['a point without a decision', { points: [aPoint(1, { disposition: null, reason: '' })] }, { why: 'point-undecided', points: [1] }],
    ['a decision with an empty reason', { points: [aPoint(1, { reason: ' \n ' })] }, { why: 'point-without-reason', points: [1] }],
    ['a point nobody made', { points: [aPoint(1), aPoint(2, { comments: [] })] }, { why: 'point-without-comment', points: [2] }],
    [
      'an article changed without its new text',
      { points: [aPoint(1, { disposition: 'partly_adopted', inArticle: true })] },
      { why: 'adopted-without-text', points: [1] },
    ],
    ['twenty-nine days without a public reason', { period: { days: 29, reason: ' ' } }, { why: 'period-too-short' }],
    ['no words to the residents', { statement: ' ' }, { why: 'statement-missing' }],
    ['a publisher who prepared it', { preparers: ['staff', 'publisher'] }, { why: 'same-person' }],
    ['nobody asked for approval', { submitted: false }, { why: 'not-submitted' }],
    ['a report that is out already', { published: true, submitted: false }, { why: 'already-published' }],
    ['a consultation without a close', { closesAt: null }, { why: 'still-open' }],
  ])('%s stops it, and only that', (_, given, fault) => expect(faultsOf(given)).toEqual([fault]))

  test('the closing instant still belongs to the residents', () => {
    expect(faultsOf({}, 'publisher', closing)).toEqual([{ why: 'still-open' }])
    expect(faultsOf({}, 'publisher', new Date(closing.getTime() + 1))).toEqual([])
  })

  test('a short period with a public reason passes', () => expect(faultsOf({ period: { days: 7, reason: '汛期将至' } })).toEqual([]))

  test('an adopted point about no single article needs no wording', () => {
    expect(faultsOf({ points: [aPoint(1, { disposition: 'adopted' })] })).toEqual([])
    const change = { disposition: 'adopted', inArticle: true, textBefore: '第七条 旧', textAfter: '第七条 新' } as const
    expect(faultsOf({ points: [aPoint(1, change)] })).toEqual([])
    expect(faultsOf({ points: [aPoint(1, { ...change, textBefore: '', newPassage: true })] })).toEqual([])
  })

  test.each([
    ['the text before emptied, and no new passage', { textBefore: ' ', textAfter: '新' }, 'adopted-without-before'],
    ['the article repeated as it was', { textBefore: '旧', textAfter: ' 旧\n' }, 'adopted-without-text'],
    ['a new passage without its words', { newPassage: true }, 'adopted-without-text'],
  ] as const)('a point adopted on an article is stopped by %s', (_, wording, why) => {
    for (const disposition of ['adopted', 'partly_adopted'] as const)
      expect(faultsOf({ points: [aPoint(1, { disposition, inArticle: true, ...wording })] })).toEqual([{ why, points: [1] }])
    expect(faultsOf({ points: [aPoint(1, { inArticle: true, ...wording })] })).toEqual([])
  })

  test('everything missing is listed at once', () => {
    const gate = isReportReady(
      theFacts({ comments: [aComment(1, { fate: null })], points: [], statement: '', period: { days: 3, reason: '' } }),
      afterClose,
    )
    expect(gate).toEqual({
      ok: false,
      why: [{ why: 'period-too-short' }, { why: 'unaccounted', comments: [1] }, { why: 'statement-missing' }],
    })
  })

  describe('one reason for many', () => {
    const refusals = (reasons: string[]) => reasons.map((reason, index) => aPoint(index + 1, { reason }))
    test('three refusals with one reason are stopped, also where only spaces and punctuation differ', () => {
      expect(faultsOf({ points: refusals(['与上位法不符', ' 与上位法，不符。', '与上位法不符！']) })).toEqual([
        { why: 'shared-reason', points: [1, 2, 3] },
      ])
    })
    test('two refusals may share one', () => expect(faultsOf({ points: refusals(['与上位法不符', '与上位法不符']) })).toEqual([]))
    test('thanks may be alike: points that ask for no change, and adopted ones, may share a reason', () => {
      for (const disposition of ['noted', 'adopted', 'partly_adopted'] as const) {
        expect(faultsOf({ points: [1, 2, 3].map((number) => aPoint(number, { disposition, reason: '感谢支持' })) })).toEqual([])
      }
    })
    test.each(dispositions.filter((one) => !['noted', 'adopted', 'partly_adopted'].includes(one)))(
      '%s: each needs an answer of its own',
      (disposition) => {
        expect(faultsOf({ points: [1, 2, 3].map((number) => aPoint(number, { disposition, reason: '已研究' })) })).toEqual([
          { why: 'shared-reason', points: [1, 2, 3] },
        ])
      },
    )
  })
})

describe('who may work when', () => {
  const viewer = (role: Viewer['role'], departmentId: number | null = 1): Viewer => ({
    id: role,
    name: role,
    role,
    departmentId,
    sessionId: '',
    authenticatedAt: afterClose,
  })
  const work = { closesAt: theFacts().closesAt, submitted: false, published: false }

  test.each(['resident', 'moderator', 'publisher', 'administrator', 'auditor'] as const)('%s does not sort', (role) =>
    expect(mayWork(work, viewer(role), 1, afterClose)).toEqual({ ok: false, why: 'not-your-role' }),
  )
  test('staff sort in their own department only', () => {
    expect(mayWork(work, viewer('staff'), 1, afterClose)).toEqual({ ok: true })
    expect(mayWork(work, viewer('staff', 2), 1, afterClose)).toEqual({ ok: false, why: 'not-your-department' })
  })
  test('not before the close, not while a publisher reads, not after publication', () => {
    expect(mayWork(work, viewer('staff'), 1, work.closesAt!)).toEqual({ ok: false, why: 'still-open' })
    expect(mayWork({ ...work, submitted: true }, viewer('staff'), 1, afterClose)).toEqual({ ok: false, why: 'submitted' })
    expect(mayWork({ ...work, published: true }, viewer('staff'), 1, afterClose)).toEqual({ ok: false, why: 'already-published' })
  })
  test('only a publisher who prepared nothing of it decides about the report', () => {
    const facts = theFacts()
    expect(mayDecideReport(facts, viewer('publisher'), 1)).toEqual({ ok: true })
    expect(mayDecideReport(facts, viewer('staff'), 1)).toEqual({ ok: false, why: 'not-your-role' })
    expect(mayDecideReport({ ...facts, preparers: ['publisher'] }, viewer('publisher'), 1)).toEqual({ ok: false, why: 'same-person' })
  })
})

test('one document has one sequence of characters, in whatever order its keys came', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), (given) => {
      const turned = Object.fromEntries(Object.entries(given).reverse())
      expect(canonical(turned)).toBe(canonical(given))
      expect(JSON.parse(canonical(given))).toEqual(JSON.parse(JSON.stringify(given)))
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBurst, isEarly, mayAsk, mayDecide, mayMerge, mayStep, maySupport, rising, sorted, stageOf, stages } from '~/live/rules'

const now = new Date('2026-12-01T10:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const limits = { naming: 'either', questionsMost: 3, slowSeconds: 30 } as const
const asker = { mutedUntil: null, bannedAt: null, asked: 0, lastAskedAt: null }

test('the stage follows from what somebody did, the latest step first', () => {
  const none = { announcedAt: null, openedAt: null, endedAt: null, closedAt: null }
  const steps = ['announcedAt', 'openedAt', 'endedAt', 'closedAt'] as const
  const reached = [0, 1, 2, 3, 4].map((count) => stageOf(steps.slice(0, count).reduce((all, step) => ({ ...all, [step]: now }), none)))
  expect(reached).toEqual([...stages])
})

describe('asking', () => {
  test.each([
    ['before it is announced', 'prepared', asker, '', 'not-announced'],
    ['when it is over', 'ended', asker, '', 'over'],
    ['banned', 'open', { ...asker, bannedAt: now }, '', 'banned'],
    ['muted', 'open', { ...asker, mutedUntil: ago(-60) }, '', 'muted'],
    ['once too often', 'open', { ...asker, asked: 3 }, '', 'too-many'],
    ['too soon in slow mode', 'open', { ...asker, asked: 1, lastAskedAt: ago(29) }, '', 'slow'],
  ] as const)('is refused %s', (_, stage, who, name, why) => {
    expect(mayAsk(stage, limits, who, name, now)).toEqual({ ok: false, why })
  })

  test('is open to whoever was never here, beforehand too, and again when the time is over', () => {
    expect(mayAsk('announced', limits, null, '', now).ok).toBe(true)
    expect(mayAsk('open', limits, { ...asker, asked: 2, mutedUntil: ago(1), lastAskedAt: ago(30) }, '', now).ok).toBe(true)
  })

  test('is never slow where nobody set it, also of two that came at one moment', () => {
    expect(mayAsk('open', { ...limits, slowSeconds: 0 }, { ...asker, asked: 1, lastAskedAt: ago(-1) }, '', now).ok).toBe(true)
  })

  test('needs a name only where the session says so', () => {
    expect(mayAsk('open', { ...limits, naming: 'named' }, null, '', now)).toEqual({ ok: false, why: 'name-needed' })
    expect(mayAsk('open', { ...limits, naming: 'named' }, null, '王丽', now).ok).toBe(true)
  })
})

test('whoever is muted may support, whoever is banned may not, and only what stands on the board', () => {
  const shown = { state: 'published', mergedInto: null } as const
  expect(maySupport('open', { mutedUntil: ago(-60), bannedAt: null }, shown).ok).toBe(true)
  expect(maySupport('open', { mutedUntil: null, bannedAt: now }, shown)).toEqual({ ok: false, why: 'banned' })
  for (const gone of [null, { ...shown, mergedInto: 7 }, { ...shown, state: 'declined' as const }, { ...shown, state: 'pending' as const }])
    expect(maySupport('open', null, gone)).toEqual({ ok: false, why: 'gone' })
})

test('a session goes one step at a time, is announced with somebody who answers, and closed with nothing undecided or unrecorded', () => {
  const has = { answerers: 1, waiting: 0, undecided: 0, unrecorded: 0 }
  expect(mayStep('announced', 'prepared', { ...has, answerers: 0 })).toEqual({ ok: false, why: 'no-answerer' })
  for (const open of [{ waiting: 1 }, { undecided: 1 }, { unrecorded: 1 }])
    expect(mayStep('closed', 'ended', { ...has, ...open })).toEqual({ ok: false, why: 'undecided' })
  for (const [at, stage] of stages.entries())
    for (const [to, next] of stages.entries()) if (next !== 'prepared') expect(mayStep(next, stage, has).ok).toBe(to === at + 1)
})

test('a session opens more than a day before its announced time only where somebody says so', () => {
  const at = (hours: number) => ({ startsAt: new Date(now.getTime() + hours * 3_600_000) })
  expect([at(25), at(24), at(-5)].map((each) => isEarly(each, now))).toEqual([true, false, false])
  const has = { answerers: 1, waiting: 0, undecided: 0, unrecorded: 0, early: true }
  expect(mayStep('open', 'announced', has)).toEqual({ ok: false, why: 'early' })
  expect(mayStep('open', 'announced', { ...has, early: false }).ok).toBe(true)
  expect([mayStep('announced', 'prepared', has).ok, mayStep('ended', 'open', has).ok]).toEqual([true, true])
})

test('the second of two moderators is told that the first acted', () => {
  const question = { state: 'pending', mergedInto: null, version: 2, disposition: null } as const
  expect(mayDecide('open', question, 1, 'published')).toEqual({ ok: false, why: 'decided-meanwhile' })
  expect(mayDecide('open', question, 2, 'published').ok).toBe(true)
  expect(mayDecide('open', { ...question, state: 'published' }, 2, 'published')).toEqual({ ok: false, why: 'same' })
})

test('a question is merged into another that is out, never into itself, and not while others are part of it', () => {
  const question = { state: 'published', mergedInto: null, version: 1, disposition: null } as const
  const other = { ...question }
  expect(mayMerge('open', question, 1, other, 0).ok).toBe(true)
  expect(mayMerge('open', question, 1, question, 0)).toEqual({ ok: false, why: 'gone' })
  expect(mayMerge('open', question, 1, { ...other, mergedInto: 4 }, 0)).toEqual({ ok: false, why: 'gone' })
  expect(mayMerge('open', question, 1, other, 1)).toEqual({ ok: false, why: 'would-circle' })
})

test('one that waits is merged into one that is out, by who saw it as it is; nothing is merged into one that waits, or after the closing', () => {
  const out = { state: 'published', mergedInto: null, version: 2, disposition: null } as const
  const waiting = { ...out, state: 'pending', version: 1 } as const
  expect(mayMerge('announced', waiting, 1, out, 0).ok).toBe(true)
  expect(mayMerge('open', waiting, 2, out, 0)).toEqual({ ok: false, why: 'decided-meanwhile' })
  expect(mayMerge('open', waiting, 1, { ...waiting }, 0)).toEqual({ ok: false, why: 'gone' })
  expect(mayMerge('open', out, 2, waiting, 0)).toEqual({ ok: false, why: 'gone' })
  expect(mayMerge('closed', waiting, 1, out, 0)).toEqual({ ok: false, why: 'not-now' })
  for (const state of ['declined', 'withdrawn'] as const) expect(mayMerge('open', { ...waiting, state }, 1, out, 0).ok).toBe(false)
})

describe('the order of the board', () => {
  const question = {
    publishedAt: ago(600),
    stagedAt: null,
    pinnedAt: null,
    answeredAt: null,
    residents: 0,
    guests: 0,
    articlePosition: null,
  }

  test('rising favours what is new: ten supports in a minute before thirty in an hour', () => {
    const early = { ...question, number: 1, guests: 30, publishedAt: ago(3600) }
    const late = { ...question, number: 2, guests: 10, publishedAt: ago(60) }
    expect(rising(late, now)).toBeGreaterThan(rising(early, now))
    expect(sorted([early, late], 'supported', now).map(({ number }) => number)).toEqual([1, 2])
    expect(sorted([early, late], 'rising', now).map(({ number }) => number)).toEqual([2, 1])
  })

  const questions = fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 99 }),
      publishedAt: fc.integer({ min: 0, max: 9999 }).map(ago),
      stagedAt: fc.option(fc.constant(now)),
      pinnedAt: fc.option(fc.constant(now)),
      answeredAt: fc.option(fc.integer({ min: 0, max: 99 }).map(ago)),
      residents: fc.nat(9),
      guests: fc.nat(9),
      articlePosition: fc.option(fc.nat(5)),
    }),
    { selector: ({ number }) => number },
  )
  const order = fc.constantFrom('supported', 'new', 'rising', 'article' as const)

  test('is one whatever order they came in, loses none, and has what is being answered first, then what is pinned', () => {
    fc.assert(
      fc.property(questions, order, (given, by) => {
        const once = sorted(given, by, now)
        expect(sorted(given.toReversed(), by, now)).toEqual(once)
        expect(once).toHaveLength(given.length)
        const firsts = once.map(({ stagedAt, pinnedAt }) => (stagedAt ? 2 : pinnedAt ? 1 : 0))
        expect(firsts).toEqual(firsts.toSorted((a, b) => b - a))
      }),
    )
  })
})

test('a burst is many guests in few minutes where there were few before', () => {
  expect(isBurst(19, 0)).toBe(false)
  expect(isBurst(20, 5)).toBe(true)
  expect(isBurst(20, 6)).toBe(false)
})

import { expect, test } from 'vitest'
import { groupedActs } from '~/live/act-groups'
import { actsFor, isIn } from '~/live/desk-acts'
import { likelySame, likeness } from '~/live/likeness'
import { ownAnswerer } from '~/live/own-answerer'
import { placed } from '~/live/queue-order'
import { mayFile } from '~/live/rules'
import { isStepNoun, nextStep } from '~/live/steps'

const asked = {
  ...{
    state: 'published' as const,
    version: 2,
    mergedInto: null,
    disposition: null,
    answeredAt: null,
    unrecorded: false,
    pinnedAt: null,
    stagedAt: null,
  },
  ...{ commentNumber: null, asker: null },
}
const now = new Date()

test('the acts offered follow the stage of the session and where the question stands', () => {
  expect(actsFor('open', { ...asked, state: 'pending' }, true)).toEqual(['publication', 'merging', 'decline'])
  expect(actsFor('closed', { ...asked, state: 'pending' }, true)).toEqual([])
  expect(actsFor('open', { ...asked, state: 'declined' }, true)).toEqual(['publication'])
  expect(actsFor('announced', asked, false)).not.toContain('stage')
  expect(actsFor('open', asked, false)).not.toContain('comment')
  expect(actsFor('ended', asked, false)).not.toContain('stage')
  expect(actsFor('ended', asked, false)).toEqual(expect.arrayContaining(['live-mark', 'live-answer']))
  const marked = { ...asked, disposition: 'live', answeredAt: now, unrecorded: true } as const
  expect(actsFor('open', marked, false)).toEqual(expect.arrayContaining(['live-answer', 'live-mark-removal']))
  expect(actsFor('open', marked, false)).not.toContain('live-mark')
  expect(actsFor('open', { ...marked, unrecorded: false }, false)).not.toContain('live-mark-removal')
  expect(actsFor('open', { ...asked, stagedAt: now, pinnedAt: now }, true)).toEqual(
    expect.arrayContaining(['stage-removal', 'pin-removal', 'comment', 'owed-answer', 'out-of-scope']),
  )
  expect(actsFor('open', { ...asked, mergedInto: 3, disposition: 'merged' }, true)).toEqual(['unmerging'])
  expect(actsFor('ended', { ...asked, answeredAt: now, disposition: 'live' }, true)).not.toContain('out-of-scope')
  expect(actsFor('closed', { ...asked, disposition: 'written' }, false)).toEqual(['written-answer'])
  expect(actsFor('closed', { ...asked, disposition: 'live', answeredAt: now }, false)).toEqual([])
  const asker = { mutedUntil: null, bannedAt: now }
  expect(actsFor('open', { ...asked, state: 'withdrawn', asker }, false)).toEqual(['asker-return'])
})

test('one act is in front, the one that fits where the question stands; none is lost among the rest', () => {
  const asker = { mutedUntil: null, bannedAt: null }
  const first = (stage: 'announced' | 'open' | 'ended' | 'closed', over: Partial<Parameters<typeof actsFor>[1]>) => {
    const question = { ...asked, asker, ...over }
    const acts = actsFor(stage, question, true)
    const { first, beside, answering, sorting, asker: about } = groupedActs(question, acts)
    expect([...(first ? [first] : []), ...beside, ...answering, ...sorting, ...about].sort()).toEqual(acts.toSorted())
    return [first, ...beside]
  }
  expect(first('open', { state: 'pending' })).toEqual(['publication', 'merging', 'decline'])
  expect(first('open', { state: 'declined' })).toEqual(['publication'])
  expect(first('open', {})).toEqual(['stage'])
  expect(first('open', { stagedAt: now })).toEqual(['live-mark'])
  expect(first('announced', {})).toEqual([undefined])
  expect(first('ended', {})).toEqual(['live-mark'])
  expect(first('ended', { disposition: 'live', answeredAt: now, unrecorded: true })).toEqual(['live-answer'])
  expect(first('ended', { disposition: 'written' })).toEqual(['written-answer'])
  expect(first('closed', { disposition: 'written' })).toEqual(['written-answer'])
  for (const settled of [
    { answeredAt: now, disposition: 'live' },
    { disposition: 'out-of-scope' },
    { mergedInto: 3, disposition: 'merged' },
  ] as const)
    expect(first('open', settled)).toEqual([undefined])
  expect(first('open', { state: 'withdrawn' })).toEqual([undefined])
})

test('a list holds what its name says', () => {
  expect(isIn.undecided(asked)).toBe(true)
  expect(isIn.undecided({ ...asked, disposition: 'merged' })).toBe(false)
  expect(isIn.answered({ ...asked, answeredAt: now })).toBe(true)
  expect(isIn.unrecorded({ ...asked, answeredAt: now, disposition: 'live', unrecorded: true })).toBe(true)
  expect(isIn.unrecorded({ ...asked, answeredAt: now, disposition: 'merged', unrecorded: true })).toBe(false)
  expect(isIn.waiting(asked)).toBe(false)
})

test('texts that share most pairs of letters are likely the same, whatever stands between the letters', () => {
  expect(likeness('晚上车停哪里？', '晚上车，停哪里')).toBe(1)
  expect(likeness('', '')).toBe(0)
  expect(likeness('公园几点关门', '车位太少')).toBe(0)
  const others = [
    { number: 1, body: '公园几点关门' },
    { number: 2, body: '小区晚上车停哪里' },
    { number: 3, body: '晚上车停哪里好' },
  ]
  expect(likelySame({ number: 9, body: '晚上车停哪里' }, others).map(({ number }) => number)).toEqual([3, 2])
})

test('only a public question of a session about a consultation is filed, once', () => {
  expect(mayFile(true, asked)).toEqual({ ok: true })
  expect(mayFile(false, asked)).toMatchObject({ why: 'not-linked' })
  expect(mayFile(true, { ...asked, commentNumber: 4 })).toMatchObject({ why: 'filed' })
  expect(mayFile(true, { ...asked, mergedInto: 4 })).toMatchObject({ why: 'gone' })
  expect(mayFile(true, null)).toMatchObject({ why: 'gone' })
})

test('each stage has one step after it, but the last', () => {
  expect((['prepared', 'announced', 'open', 'ended', 'closed'] as const).map(nextStep)).toEqual([
    'announcement',
    'opening',
    'ending',
    'closing',
    null,
  ])
  expect([isStepNoun('closing'), isStepNoun('toString'), isStepNoun(undefined)]).toEqual([true, false, false])
})

test('who writes an answer is proposed as who answers, where name and department leave no doubt', () => {
  const [li, wang, other] = [
    { id: 1, name: '李明', departmentId: 5 },
    { id: 2, name: '王芳', departmentId: 5 },
    { id: 3, name: '李明', departmentId: 6 },
  ]
  const all = [li, wang, other]
  expect(ownAnswerer({ name: '李明', departmentId: 5 }, all)).toBe(1)
  expect(ownAnswerer({ name: '王芳', departmentId: null }, all)).toBe(2)
  for (const nobody of [
    { name: '李明', departmentId: null },
    { name: '王芳', departmentId: 6 },
    { name: '赵青', departmentId: 5 },
  ])
    expect(ownAnswerer(nobody, all)).toBeNull()
})

test('what was done is said in the card of the question, or where it stood when it is no longer in the list', () => {
  const of = (...numbers: number[]) => numbers.map((number) => ({ number }))
  const order = (a: { number: number }, b: { number: number }) => b.number - a.number
  const at = (found: { number: number }[], acted: number | null, page = 1) => {
    const { rows, ...place } = placed(found, { page, size: 2, order, acted: acted === null ? undefined : { number: acted } })
    return { numbers: rows.map(({ number }) => number), ...place }
  }
  expect(at(of(9, 7, 5), null)).toEqual({ numbers: [9, 7], page: 1, pages: 2, at: null })
  expect(at(of(9, 7, 5), 7)).toMatchObject({ numbers: [9, 7], at: 1 })
  expect(at(of(9, 7, 5), 5, 2)).toMatchObject({ numbers: [5], at: 0 })
  expect(at(of(9, 7, 5), 5), 'a newer one moved it to the next page: the list stays').toMatchObject({ numbers: [9, 7], page: 1, at: 2 })
  expect(at(of(9, 7, 5), 8)).toMatchObject({ numbers: [9, 7], at: 1 })
  expect(at(of(9, 7), 5, 2), 'the last of its page has gone').toMatchObject({ numbers: [9, 7], page: 1, at: 2 })
  expect(at(of(9, 7, 5, 3), 8, 2), 'it stood on an earlier page').toMatchObject({ numbers: [5, 3], at: 0 })
  expect(at([], 8)).toEqual({ numbers: [], page: 1, pages: 1, at: 0 })
})

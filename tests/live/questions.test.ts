import { desc, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { liveAnswers, liveParticipants, liveQuestions } from '#db/schema/live'
import { record } from '#db/schema/record'
import { answerQuestion, correctAnswer, disposeQuestion, markAnsweredLive, unmarkAnsweredLive } from '~/live/answers-writes.server'
import { askQuestion, enterQuestion, withdrawQuestion } from '~/live/asking-writes.server'
import { barAsker } from '~/live/barring-writes.server'
import { sessionAtDesk } from '~/live/desk-reads.server'
import { declineQuestion, handleQuestion, mergeQuestion, publishQuestion, unmergeQuestion } from '~/live/moderation-writes.server'
import type { Participant } from '~/live/participant.server'
import { boardSince, ownOf } from '~/live/reads.server'
import { addAnswerer, createSession, removeAnswerer, slowDown, takeStep } from '~/live/session-writes.server'
import { declinedCounts, transcriptOf } from '~/live/transcript-reads.server'
import { support } from '~/live/supports-writes.server'
import { askersSince } from '~/live/watch-reads.server'
import { lastLineOn } from '~/record/reads.server'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aDepartment, aViewer } from '../support/people'
import { aGuest, aKey, anOpenSession, aPublished, aQuestion, aResident, aSessionForm, questionRow, sessionRow } from './given'

useDatabase()

const tally = async (sessionId: number, number: number) => {
  const { residents, guests } = await questionRow(sessionId, number)
  return { residents, guests }
}

describe('asking', () => {
  test('a question waits until a moderator lets it out, and only its asker sees it meanwhile', async () => {
    const { id, moderator } = await anOpenSession()
    const participant = aGuest()
    const number = await aQuestion(id, { participant, body: '路灯什么时候修？' })
    expect((await boardSince(id))!.questions).toEqual([])
    expect((await ownOf(id, participant)).questions).toMatchObject([{ number, body: '路灯什么时候修？', state: 'pending' }])
    expect((await ownOf(id, aGuest())).questions).toEqual([])
    expect(await publishQuestion(moderator, { sessionId: id, number, version: 1 })).toEqual({ ok: true })
    expect((await boardSince(id))!.questions).toMatchObject([{ number, body: '路灯什么时候修？' }])
  })

  test('without moderation beforehand it is out at once', async () => {
    const { id } = await anOpenSession({ premoderated: false })
    await aQuestion(id)
    expect((await boardSince(id))!.questions).toHaveLength(1)
  })

  test('fifty times the same form is one question and fifty equal answers; other words under its key are refused', async () => {
    const { id } = await anOpenSession()
    const asked = { sessionId: id, participant: aGuest(), body: '有几个车位？', name: '', formKey: aKey() }
    const answers = await Promise.all(Array.from({ length: 50 }, () => askQuestion(asked)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"ok":true,"number":1,"state":"pending"}']))
    expect(await askQuestion({ ...asked, body: '别的' })).toEqual({ ok: false, why: 'other-body' })
    expect(await db.$count(liveQuestions)).toBe(1)
  })

  test('numbers are given in the order of commit, without a gap, to two hundred at once', async () => {
    const { id } = await anOpenSession()
    const numbers = await Promise.all(Array.from({ length: 200 }, () => aQuestion(id)))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, at) => at + 1))
  })

  test('slow mode makes one wait, and says how long; the clock is the database’s', async () => {
    const { id, moderator } = await anOpenSession()
    await slowDown(moderator, id, 30)
    const participant = aGuest()
    await aQuestion(id, { participant })
    const late = await askQuestion({ sessionId: id, participant, body: '再问', name: '', formKey: aKey() })
    expect(late).toMatchObject({ ok: false, why: 'slow' })
    expect((late as { seconds: number }).seconds).toBeGreaterThan(25)
    await setClock('31 seconds')
    expect((await askQuestion({ sessionId: id, participant, body: '再问', name: '', formKey: aKey() })).ok).toBe(true)
  })

  test('a question taken back gives back its place, and not the wait of slow mode', async () => {
    const { id, moderator } = await anOpenSession({ questionsMost: 1 })
    await slowDown(moderator, id, 30)
    const participant = aGuest()
    const ask = () => askQuestion({ sessionId: id, participant, body: '再问', name: '', formKey: aKey() })
    await withdrawQuestion(id, participant, await aQuestion(id, { participant }))
    expect(await ask()).toMatchObject({ ok: false, why: 'slow' })
    await setClock('31 seconds')
    expect(await ask()).toMatchObject({ ok: true })
  })

  test('the same words of one person sent again with another form are the same question; of somebody else, or after it was taken back, another', async () => {
    const { id } = await anOpenSession()
    const participant = aGuest()
    const ask = (by: Participant) => askQuestion({ sessionId: id, participant: by, body: '晚上车停哪里？', name: '', formKey: aKey() })
    const twice = await Promise.all([ask(participant), ask(participant)])
    expect(twice).toEqual(Array(2).fill({ ok: true, number: 1, state: 'pending' }))
    expect(await ask(aGuest())).toMatchObject({ number: 2 })
    await withdrawQuestion(id, participant, 1)
    expect(await ask(participant)).toMatchObject({ number: 3 })
  })

  test('one form sent to two sessions at one moment is a question in one, and the other says that it is spent', async () => {
    const both = [await anOpenSession(), await anOpenSession()]
    for (let round = 0; round < 10; round++) {
      const form = { participant: aGuest(), body: '晚上车停哪里？', name: '', formKey: aKey() }
      const answers = await Promise.all(both.map(({ id }) => askQuestion({ ...form, sessionId: id })))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(answers).toContainEqual({ ok: false, why: 'other-body' })
    }
    const numbers = await Promise.all(both.map(async ({ id }) => (await sessionRow(id)).lastNumber))
    expect(numbers[0]! + numbers[1]!).toBe(10)
  })

  test('an anonymous session keeps no name', async () => {
    const { id } = await anOpenSession({ naming: 'anonymous' })
    const number = await aQuestion(id, { name: '王丽' })
    expect((await questionRow(id, number)).displayName).toBe('')
  })

  test('what is asked aloud or on paper has the next number, is out at once, and is never without who entered it', async () => {
    const { id, moderator } = await anOpenSession()
    const entry = { sessionId: id, viewer: moderator, channel: 'hall', body: '几点关门？', name: '', formKey: aKey() } as const
    expect(await enterQuestion(entry)).toEqual({ ok: true, number: 1, state: 'published' })
    expect(await enterQuestion(entry)).toEqual({ ok: true, number: 1, state: 'published' })
    expect((await boardSince(id))!.questions).toMatchObject([{ channel: 'hall' }])
    expect(await enterQuestion({ ...entry, viewer: await aViewer('moderator', (await aDepartment()).id), formKey: aKey() })).toEqual({
      ok: false,
      why: 'not-your-department',
    })
    await expect(ownerSql`update live_questions set entered_by = null`).rejects.toThrow('live_questions_asker')
  })

  test('whoever is muted or banned asks no more; let in again, they do', async () => {
    const { id, moderator } = await anOpenSession()
    const participant = aGuest()
    const number = await aQuestion(id, { participant })
    const again = () => askQuestion({ sessionId: id, participant, body: '还有', name: '', formKey: aKey() })
    await barAsker(moderator, id, number, { do: 'mute', minutes: 5, why: '刷屏' })
    expect(await again()).toMatchObject({ why: 'muted' })
    await setClock('6 minutes')
    expect((await again()).ok).toBe(true)
    expect(await barAsker(moderator, id, number, { do: 'ban', why: '辱骂' })).toEqual({ ok: true, key: participant.key })
    expect(await again()).toMatchObject({ why: 'banned' })
    expect((await ownOf(id, participant)).banned).toBe(true)
    expect(await barAsker(moderator, id, number, { do: 'mute', minutes: 1, why: '刷屏' })).toEqual({ ok: false, why: 'banned' })
    expect(await again()).toMatchObject({ why: 'banned' })
    await barAsker(moderator, id, number, { do: 'lift' })
    expect((await again()).ok).toBe(true)
  })
})

describe('declining', () => {
  test('the asker sees the reason, the public only that one was declined for it', async () => {
    const { id, moderator } = await anOpenSession()
    const participant = aGuest()
    const number = await aQuestion(id, { participant, body: '你们都是骗子' })
    await declineQuestion(moderator, { sessionId: id, number, version: 1 }, { reason: 'insult', note: '请换个说法' })
    expect((await ownOf(id, participant)).questions).toMatchObject([
      { state: 'declined', declineReason: 'insult', declineNote: '请换个说法' },
    ])
    expect(await declinedCounts(id)).toEqual([{ reason: 'insult', count: 1 }])
    expect(JSON.stringify([await boardSince(id), await transcriptOf(id)])).not.toContain('骗子')
    expect((await sessionRow(id)).seq).toBe(3)
  })

  test('one that was out leaves the board as a number that is gone, and its parts stand for themselves again', async () => {
    const { id, moderator } = await anOpenSession()
    const [root, part] = [await aPublished(id, moderator), await aPublished(id, moderator)]
    await mergeQuestion(moderator, { sessionId: id, number: part, version: 2 }, root)
    const { seq } = (await boardSince(id))!
    const { version } = await questionRow(id, root)
    await declineQuestion(moderator, { sessionId: id, number: root, version }, { reason: 'off-topic', note: '' })
    const later = (await boardSince(id, seq))!
    expect(later.gone).toEqual([root])
    expect(later.questions.map(({ number }) => number)).toEqual([part])
  })
})

describe('merging', () => {
  test('unites those who support, one person once, and gives each back what was theirs when it is undone', async () => {
    const { id, moderator } = await anOpenSession()
    const [root, part] = [await aPublished(id, moderator), await aPublished(id, moderator)]
    const [both, other, resident] = [aGuest(), aGuest(), aResident()]
    for (const [participant, number] of [
      [both, root],
      [both, part],
      [other, part],
      [resident, part],
    ] as const)
      expect(await support({ sessionId: id, number, participant, on: true })).toEqual({ ok: true })
    const seen = async (number: number) => ({ sessionId: id, number, version: (await questionRow(id, number)).version })
    await mergeQuestion(moderator, await seen(part), root)
    expect(await tally(id, root)).toEqual({ residents: 1, guests: 2 })
    // Who is counted already is not counted again, and who takes it back takes back all of it.
    await support({ sessionId: id, number: root, participant: other, on: true })
    expect(await tally(id, root)).toEqual({ residents: 1, guests: 2 })
    await support({ sessionId: id, number: root, participant: both, on: false })
    expect(await tally(id, root)).toEqual({ residents: 1, guests: 1 })
    expect(await support({ sessionId: id, number: part, participant: both, on: true })).toEqual({ ok: false, why: 'gone' })
    expect((await ownOf(id, other)).supported).toEqual([root])
    await unmergeQuestion(moderator, await seen(part))
    expect(await tally(id, root)).toEqual({ residents: 0, guests: 0 })
    expect(await tally(id, part)).toEqual({ residents: 1, guests: 1 })
  })

  test('undone, it gives back what had become of the question before: an answer, a debt, a reason', async () => {
    const { id, moderator, answerer, department } = await anOpenSession()
    const [root, answered, owed, outside, open] = [
      await aPublished(id, moderator),
      await aPublished(id, moderator),
      await aPublished(id, moderator),
      await aPublished(id, moderator),
      await aPublished(id, moderator),
    ]
    const seen = (number: number, version = 2) => ({ sessionId: id, number, version })
    await answerQuestion(moderator, seen(answered), { way: 'live', body: '明年三月动工。', answererId: answerer.id })
    await disposeQuestion(moderator, seen(owed), { disposition: 'written', departmentId: department.id })
    await disposeQuestion(moderator, seen(outside), { disposition: 'out-of-scope', why: '属于市级事权' })
    const parts = [answered, owed, outside, open]
    for (const number of parts) await mergeQuestion(moderator, seen(number, (await questionRow(id, number)).version), root)
    await unmergeQuestion(moderator, seen(answered, (await questionRow(id, answered)).version))
    await declineQuestion(moderator, seen(root, (await questionRow(id, root)).version), { reason: 'off-topic', note: '' })
    const rows = await Promise.all(parts.map((number) => questionRow(id, number)))
    expect(rows.map(({ disposition }) => disposition)).toEqual(['live', 'written', 'out-of-scope', null])
    expect(rows[2]!.dispositionWhy).toBe('属于市级事权')
    await expect(ownerSql`update live_questions set disposition_before = 'live'`).rejects.toThrow('live_questions_before')
  })

  test('lets one that waited out in the same act, unseen until then; undone, it stands published on its own', async () => {
    const { id, moderator } = await anOpenSession()
    const asker = aGuest()
    const root = await aPublished(id, moderator)
    const waiting = await aQuestion(id, { participant: asker, body: '夜里车停哪儿？' })
    const before = (await boardSince(id))!
    expect(JSON.stringify([before, await transcriptOf(id)])).not.toContain('夜里车停哪儿')
    const { acts } = await sessionRow(id)
    expect(await mergeQuestion(moderator, { sessionId: id, number: waiting, version: 1 }, root)).toEqual({ ok: true })
    expect(await questionRow(id, waiting)).toMatchObject({ state: 'published', disposition: 'merged', decidedBy: moderator.id })
    const after = (await boardSince(id, before.seq))!
    expect([after.gone, after.questions.map(({ number, parts }) => [number, parts])]).toEqual([[waiting], [[root, [waiting]]]])
    expect(JSON.stringify(after)).not.toContain('夜里车停哪儿')
    expect((await transcriptOf(id)).find(({ number }) => number === waiting)).toMatchObject({ body: '夜里车停哪儿？', mergedInto: root })
    expect(await askersSince(id, acts)).toContain(asker.key)
    expect((await ownOf(id, asker)).questions[0]).toMatchObject({ state: 'published', root: { number: root } })
    const lines = await db
      .select({ act: record.act })
      .from(record)
      .where(eq(record.subjectId, `${id}/${waiting}`))
      .orderBy(record.seq)
    expect(lines.map(({ act }) => act)).toEqual(['question-published', 'question-merged'])
    const { version } = await questionRow(id, waiting)
    expect(await unmergeQuestion(moderator, { sessionId: id, number: waiting, version })).toEqual({ ok: true })
    expect(await questionRow(id, waiting)).toMatchObject({ state: 'published', mergedInto: null, disposition: null })
    expect((await boardSince(id))!.questions.map(({ number }) => number)).toEqual([root, waiting])
  })

  test('whoever asked what was merged hears what becomes of the other', async () => {
    const { id, moderator, answerer } = await anOpenSession()
    const asker = aGuest()
    const [root, part] = [await aPublished(id, moderator), await aPublished(id, moderator, { participant: asker })]
    await mergeQuestion(moderator, { sessionId: id, number: part, version: 2 }, root)
    const { acts } = await sessionRow(id)
    const merged = await ownOf(id, asker)
    expect(merged.questions[0]).toMatchObject({ root: { number: root, disposition: null, answeredAt: null } })
    const answer = { way: 'live', body: '明年三月动工。', answererId: answerer.id } as const
    await answerQuestion(moderator, { sessionId: id, number: root, version: (await questionRow(id, root)).version }, answer)
    expect(await askersSince(id, acts)).toContain(asker.key)
    const own = await ownOf(id, asker)
    expect(own.questions[0]).toMatchObject({ disposition: 'merged', root: { disposition: 'live', answeredAt: expect.any(Date) } })
    expect(own.mark).not.toBe(merged.mark)
    expect(await askersSince(id, (await sessionRow(id)).acts)).toEqual([])
  })

  test('of one moderator who merges what waits and one who declines it, one is told', async () => {
    const { id, moderator, staff } = await anOpenSession()
    const [root, number] = [await aPublished(id, moderator), await aQuestion(id)]
    const seen = { sessionId: id, number, version: 1 }
    const answers = await Promise.all([
      mergeQuestion(moderator, seen, root),
      declineQuestion(staff, seen, { reason: 'off-topic', note: '' }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers).toContainEqual({ ok: false, why: 'decided-meanwhile' })
  })

  test('of two moderators who act on one question at one moment, one is told', async () => {
    const { id, moderator, staff } = await anOpenSession()
    const number = await aQuestion(id)
    const seen = { sessionId: id, number, version: 1 }
    const answers = await Promise.all([publishQuestion(moderator, seen), declineQuestion(staff, seen, { reason: 'off-topic', note: '' })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers).toContainEqual({ ok: false, why: 'decided-meanwhile' })
  })
})

test('the stage holds one question: the next takes the place of the last in the same act', async () => {
  const { id, moderator } = await anOpenSession()
  const [first, second] = [await aPublished(id, moderator), await aPublished(id, moderator)]
  await handleQuestion(moderator, { sessionId: id, number: first, version: 2 }, { staged: true })
  await handleQuestion(moderator, { sessionId: id, number: second, version: 2 }, { staged: true })
  const staged = (await boardSince(id))!.questions.filter(({ stagedAt }) => stagedAt)
  expect(staged.map(({ number }) => number)).toEqual([second])
  const lines = await db
    .select({ act: record.act, subjectId: record.subjectId, facts: record.facts })
    .from(record)
    .orderBy(desc(record.seq))
    .limit(2)
  expect(lines).toEqual([
    { act: 'question-staged', subjectId: `${id}/${second}`, facts: { replaced: first } },
    { act: 'question-unstaged', subjectId: `${id}/${first}`, facts: null },
  ])
  const again = { sessionId: id, number: second, version: 3 }
  expect(await handleQuestion(moderator, again, { staged: true }), 'it takes no place of its own').toEqual({ ok: false, why: 'same' })
  await takeStep(moderator, id, 'ended')
  expect(await lastLineOn('question', `${id}/${second}`)).toMatchObject({ act: 'question-unstaged' })
  await expect(ownerSql`update live_questions set staged_at = now()`).rejects.toThrow('live_questions_on_stage')
})

test('nothing is on stage before the opening, and nothing stays on it after the closing', async () => {
  const { id, department, moderator, answerer } = await anOpenSession()
  const made = await createSession(moderator, department.id, await aSessionForm())
  if (!made.ok) throw new Error(made.why)
  await addAnswerer(moderator, made.id, { departmentId: department.id, name: '李明', office: '科长' })
  await takeStep(moderator, made.id, 'announced')
  const early = { sessionId: made.id, number: await aPublished(made.id, moderator), version: 2 }
  expect(await handleQuestion(moderator, early, { staged: true })).toEqual({ ok: false, why: 'not-now' })
  expect(await answerQuestion(moderator, early, { way: 'live', body: '有', answererId: answerer.id })).toEqual({
    ok: false,
    why: 'not-now',
  })
  const number = await aPublished(id, moderator)
  await answerQuestion(moderator, { sessionId: id, number, version: 2 }, { way: 'live', body: '有', answererId: answerer.id })
  await handleQuestion(moderator, { sessionId: id, number, version: 3 }, { staged: true })
  for (const step of ['ended', 'closed'] as const) expect(await takeStep(moderator, id, step)).toEqual({ ok: true })
  expect((await boardSince(id))!.questions).toMatchObject([{ number, stagedAt: null, disposition: 'live' }])
})

test('thirty answer at most, those who were removed apart; after the closing nobody is removed', async () => {
  const { id, moderator, department, answerer } = await anOpenSession()
  const add = () => addAnswerer(moderator, id, { departmentId: department.id, name: '李明', office: '科长' })
  for (let n = 1; n < 30; n++) expect(await add()).toEqual({ ok: true })
  expect(await add()).toEqual({ ok: false, why: 'too-many' })
  expect(await removeAnswerer(moderator, id, answerer.id)).toEqual({ ok: true })
  expect(await add()).toEqual({ ok: true })
  for (const step of ['ended', 'closed'] as const) await takeStep(moderator, id, step)
  expect(await removeAnswerer(moderator, id, answerer.id + 1)).toEqual({ ok: false, why: 'not-now' })
})

describe('what becomes of a question', () => {
  test('the session is not closed while one is undecided; answered, owed in writing or out of scope, it is', async () => {
    const { id, moderator, answerer, department } = await anOpenSession()
    const [live, written, outside, waiting] = [
      await aPublished(id, moderator),
      await aPublished(id, moderator),
      await aPublished(id, moderator),
      await aQuestion(id),
    ]
    await takeStep(moderator, id, 'ended')
    const close = () => takeStep(moderator, id, 'closed')
    expect(await close()).toEqual({ ok: false, why: 'undecided' })
    const seen = (number: number) => ({ sessionId: id, number, version: 2 })
    await answerQuestion(moderator, seen(live), { way: 'live', body: '明年三月动工。', answererId: answerer.id })
    await disposeQuestion(moderator, seen(written), { disposition: 'written', departmentId: department.id })
    await disposeQuestion(moderator, seen(outside), { disposition: 'out-of-scope', why: '属于市级事权' })
    expect(await close()).toEqual({ ok: false, why: 'undecided' })
    await declineQuestion(moderator, { sessionId: id, number: waiting, version: 1 }, { reason: 'no-question', note: '' })
    expect(await close()).toEqual({ ok: true })
    // Owed in writing, it is answered after the close as well; nothing else is changed then.
    const owed = { sessionId: id, number: written, version: 3 }
    expect(await answerQuestion(moderator, owed, { way: 'written', body: '按规划办理。', answererId: answerer.id })).toEqual({ ok: true })
    expect(await disposeQuestion(moderator, { sessionId: id, number: outside, version: 3 }, { disposition: null })).toEqual({
      ok: false,
      why: 'not-now',
    })
  })

  test('answered in the hall is one press; what was said then is written down before the closing, under the time it was said', async () => {
    await setClock(new Date('2026-12-01T10:00:00+08:00'))
    const { id, moderator, answerer } = await anOpenSession()
    const number = await aPublished(id, moderator)
    const seen = (version: number) => ({ sessionId: id, number, version })
    await handleQuestion(moderator, seen(2), { staged: true })
    expect(await markAnsweredLive(moderator, seen(3))).toEqual({ ok: true })
    const said = (await questionRow(id, number)).answeredAt!
    expect((await boardSince(id))!.questions).toMatchObject([{ stagedAt: null, disposition: 'live', answeredAt: said, answers: [] }])
    expect(await markAnsweredLive(moderator, seen(4))).toEqual({ ok: false, why: 'same' })
    expect(await unmarkAnsweredLive(moderator, seen(4))).toEqual({ ok: true })
    expect(await questionRow(id, number)).toMatchObject({ disposition: null, answeredAt: null, unrecorded: false })
    await markAnsweredLive(moderator, seen(5))
    await setClock(new Date('2026-12-01T11:30:00+08:00'))
    await takeStep(moderator, id, 'ended')
    expect(await takeStep(moderator, id, 'closed')).toEqual({ ok: false, why: 'undecided' })
    expect((await sessionAtDesk(moderator, String(id)))!.unfinished).toEqual({ waiting: 0, undecided: 0, unrecorded: 1 })
    await answerQuestion(moderator, seen(6), { way: 'live', body: '明年三月动工。', answererId: answerer.id })
    const [answered] = (await boardSince(id))!.questions
    expect(answered!.answers[0]!.at).toEqual(answered!.answeredAt)
    expect(answered!.answeredAt!.getTime()).toBeLessThan(new Date('2026-12-01T10:05:00+08:00').getTime())
    expect(await unmarkAnsweredLive(moderator, seen(7))).toEqual({ ok: false, why: 'same' })
    expect(await takeStep(moderator, id, 'closed')).toEqual({ ok: true })
    await expect(ownerSql`update live_questions set unrecorded = true, answered_at = null`).rejects.toThrow('live_questions_unrecorded')
  })

  test('a debt in writing always has its department, which may be another one', async () => {
    const { id, moderator, department } = await anOpenSession()
    const number = await aPublished(id, moderator)
    await disposeQuestion(moderator, { sessionId: id, number, version: 2 }, { disposition: 'written', departmentId: department.id })
    const tag = (departmentId: number | null) =>
      handleQuestion(moderator, { sessionId: id, number, version: 3 }, { departmentId, articleId: null })
    expect(await tag(null)).toEqual({ ok: false, why: 'owed' })
    expect(await tag((await aDepartment()).id)).toEqual({ ok: true })
  })

  test('answered, declined and let out again, it is answered still', async () => {
    const { id, moderator, answerer } = await anOpenSession()
    const number = await aPublished(id, moderator)
    const seen = (version: number) => ({ sessionId: id, number, version })
    await answerQuestion(moderator, seen(2), { way: 'live', body: '有', answererId: answerer.id })
    await declineQuestion(moderator, seen(3), { reason: 'insult', note: '' })
    await publishQuestion(moderator, seen(4))
    expect((await questionRow(id, number)).disposition).toBe('live')
  })

  test('what was said in the hall is corrected by its hosts alone, what was written also by its department', async () => {
    const { id, moderator, answerer } = await anOpenSession()
    const number = await aPublished(id, moderator)
    const owing = await aDepartment()
    const theirs = await aViewer('staff', owing.id)
    const by = { name: '赵青', office: '交警大队' }
    await answerQuestion(moderator, { sessionId: id, number, version: 2 }, { way: 'live', body: '两百个', answererId: answerer.id })
    await handleQuestion(moderator, { sessionId: id, number, version: 3 }, { departmentId: owing.id, articleId: null })
    await answerQuestion(theirs, { sessionId: id, number, version: 4 }, { way: 'written', body: '三百个', by })
    const [live, written] = await db.select().from(liveAnswers).orderBy(liveAnswers.id)
    const correct = (corrects: number) => correctAnswer(theirs, { sessionId: id, number }, { corrects, body: '二百个', why: '说错' })
    expect(await correct(live!.id)).toEqual({ ok: false, why: 'not-your-department' })
    expect(await correct(written!.id)).toEqual({ ok: true })
  })

  test('an answer is only ever added to: a correction says why, and one answer is corrected once', async () => {
    const { id, moderator, answerer } = await anOpenSession()
    const number = await aPublished(id, moderator)
    await answerQuestion(moderator, { sessionId: id, number, version: 2 }, { way: 'live', body: '两百个', answererId: answerer.id })
    const [first] = await db.select().from(liveAnswers)
    const correction = { corrects: first!.id, body: '二百二十个', why: '数字说错' }
    expect(await correctAnswer(moderator, { sessionId: id, number }, correction)).toEqual({ ok: true })
    expect(await correctAnswer(moderator, { sessionId: id, number }, correction)).toEqual({ ok: false, why: 'decided-meanwhile' })
    expect((await transcriptOf(id))[0]!.answers).toMatchObject([
      { body: '两百个' },
      { body: '二百二十个', corrects: first!.id, why: '数字说错' },
    ])
    await expect(db.update(liveAnswers).set({ body: '改' })).rejects.toThrow()
    await expect(ownerSql`delete from live_answers`).rejects.toThrow('only ever added')
  })

  test('taken back by its asker, its number stays and its words go', async () => {
    const { id, moderator } = await anOpenSession()
    const participant = aGuest()
    const number = await aPublished(id, moderator, { participant, body: '我家住三号楼' })
    expect(await withdrawQuestion(id, aGuest(), number)).toEqual({ ok: false, why: 'gone' })
    expect(await withdrawQuestion(id, participant, number)).toEqual({ ok: true })
    expect(await transcriptOf(id)).toMatchObject([{ number, state: 'withdrawn', body: '', disposition: 'withdrawn' }])
  })
})

test('every act is counted, the public sequence has no gap, and "since N" tells exactly what changed', async () => {
  const { id, moderator } = await anOpenSession()
  const [first, second] = [await aPublished(id, moderator), await aPublished(id, moderator)]
  const { seq } = (await boardSince(id))!
  await Promise.all(Array.from({ length: 30 }, () => support({ sessionId: id, number: second, participant: aGuest(), on: true })))
  const later = (await boardSince(id, seq))!
  expect(later.questions.map(({ number, guests }) => [number, guests])).toEqual([[second, 30]])
  expect((await boardSince(id, later.seq))!.questions).toEqual([])
  expect(later.seq).toBeGreaterThan(seq)
  const numbers = await db.select({ seq: sql<number>`${liveQuestions.seq}`.mapWith(Number) }).from(liveQuestions)
  expect(Math.max(...numbers.map(({ seq }) => seq))).toBe((await sessionRow(id)).seq)
  expect(first).toBe(1)
})

test('a refused act leaves neither a line nor a number', async () => {
  const { id } = await anOpenSession()
  const number = await aQuestion(id)
  const before = await sessionRow(id)
  const stranger = await aViewer('moderator', (await aDepartment()).id)
  expect(await publishQuestion(stranger, { sessionId: id, number, version: 1 })).toEqual({ ok: false, why: 'not-your-department' })
  expect(await sessionRow(id)).toEqual(before)
  expect(await db.$count(record, eq(record.act, 'question-published'))).toBe(0)
})

test('no row says who a guest is: only a key for this session', async () => {
  const { id } = await anOpenSession()
  await aQuestion(id)
  const [row] = await db.select().from(liveParticipants)
  expect(Object.keys(row!)).toEqual(['id', 'sessionId', 'key', 'resident', 'joinedAt', 'mutedUntil', 'bannedAt', 'barredBy', 'barredWhy'])
})

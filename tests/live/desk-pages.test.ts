import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import { liveAnswers, liveAnswerers, liveParticipants, liveSessions } from '#db/schema/live'
import { record } from '#db/schema/record'
import type { Viewer } from '~/accounts/rules'
import * as answererRemoval from '~/live/desk/answerer-removal'
import * as answerers from '~/live/desk/answerers'
import * as ban from '~/live/desk/asker-ban'
import * as mute from '~/live/desk/asker-mute'
import * as correction from '~/live/desk/answer-correction'
import * as decline from '~/live/desk/decline'
import * as entry from '~/live/desk/entry'
import * as list from '~/live/desk/list'
import * as liveAnswer from '~/live/desk/live-answer'
import * as merging from '~/live/desk/merging'
import * as newSession from '~/live/desk/new'
import * as outOfScope from '~/live/desk/out-of-scope'
import * as overview from '~/live/desk/overview'
import * as owedAnswer from '~/live/desk/owed-answer'
import * as question from '~/live/desk/question'
import * as queue from '~/live/desk/queue'
import * as quick from '~/live/desk/quick-act'
import * as settings from '~/live/desk/settings'
import * as slow from '~/live/desk/slow-mode'
import * as step from '~/live/desk/step'
import * as tags from '~/live/desk/tags'
import * as written from '~/live/desk/written-answer'
import { takeStep } from '~/live/session-writes.server'
import { support } from '~/live/supports-writes.server'
import { databaseNow } from '~/web/clock.server'
import { anOpenConsultation } from '../comments/given'
import { setClock, useDatabase } from '../support/database'
import { aDepartment, asSeenBy, aViewer, posted } from '../support/people'
import { aGuest, aKey, anOpenSession, aPublished, aQuestion, questionRow, sessionRow } from './given'

useDatabase()

type Params = Record<string, string | number>
const given = (viewer: Viewer | null, params: Params, fields?: Record<string, string | number>, search = '') => ({
  request: fields
    ? posted(`/desk${search}`, Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])))
    : new Request(`http://localhost/desk${search}`),
  params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
  context: asSeenBy(viewer),
})
const answerOf = async (answer: unknown) => {
  const found = await Promise.resolve(answer).catch((thrown: unknown) => thrown)
  return found instanceof Response ? found : new Response(null)
}
const statusOf = async (answer: unknown) => (await answerOf(answer)).status
const placeOf = async (answer: unknown) => (await answerOf(answer)).headers.get('Location')

const form = (over: Record<string, string> = {}) => ({
  ...{
    title: '停车难怎么办',
    lang: 'zh-CN',
    startsAt: '2027-02-20T09:00',
    endsAt: '2027-02-20T10:00',
    naming: 'either',
    premoderated: 'on',
  },
  ...{ questionsMost: '５', answerWithinDays: '10', ...over },
})

test('residents and the administrator have no live desk; for another department a session is not there; the auditor reads', async () => {
  const { id, moderator } = await anOpenSession()
  const number = await aQuestion(id)
  for (const nobody of [await aViewer('resident'), await aViewer('administrator')]) {
    expect(await statusOf(list.loader(given(nobody, {})))).toBe(403)
    expect(await statusOf(overview.loader(given(nobody, { id })))).toBe(403)
  }
  expect(await statusOf(list.loader(given(null, {})))).toBe(303)
  const other = await aViewer('staff', (await aDepartment()).id)
  const pages = [overview, queue, settings, answerers, slow, entry] as const
  for (const page of pages) expect(await statusOf(page.loader(given(other, { id })))).toBe(404)
  expect(await statusOf(quick.action(given(other, { id, number, act: 'publication' }, { version: 1 })))).toBe(404)
  const auditor = await aViewer('auditor')
  for (const page of [overview, queue, answerers] as const) expect(await statusOf(page.loader(given(auditor, { id })))).toBe(200)
  expect(await statusOf(question.loader(given(auditor, { id, number })))).toBe(200)
  for (const page of [settings, slow, entry] as const) expect(await statusOf(page.loader(given(auditor, { id })))).toBe(403)
  for (const act of ['publication', 'stage', 'pin', 'comment', 'asker-return'])
    expect(await statusOf(quick.action(given(auditor, { id, number, act }, { version: 1 })))).toBe(403)
  for (const page of [decline, merging, tags, liveAnswer, owedAnswer, outOfScope, mute, ban] as const)
    expect(await statusOf(page.action(given(auditor, { id, number }, { version: 1 })))).toBe(403)
  expect(await statusOf(written.action(given(auditor, { id, number }, { version: 1 })))).toBe(403)
  for (const odd of ['0', 'x', '99999999999']) expect(await statusOf(overview.loader(given(moderator, { id: odd })))).toBe(404)
  expect((await questionRow(id, number)).version).toBe(1)
})

test('a session is made, changed, given its answerers and taken through its steps; each says what it lacks', async () => {
  const department = await aDepartment()
  const staff = await aViewer('staff', department.id)
  const bad = await answerOf(newSession.action(given(staff, {}, form({ title: '', endsAt: '2027-02-20T08:00', questionsMost: '0' }))))
  expect(bad.status).toBe(422)
  expect(await bad.json()).toMatchObject({ state: { values: { questionsMost: '0' }, errors: { title: 'live:desk.error.title' } } })
  const made = await placeOf(newSession.action(given(staff, {}, form())))
  const id = Number(made!.split('/').at(-1))
  expect(await sessionRow(id)).toMatchObject({ title: '停车难怎么办', questionsMost: 5, departmentId: department.id, consultationId: null })
  expect(await statusOf(step.action(given(staff, { id, step: 'announcement' }, {})))).toBe(409)
  expect(await statusOf(step.loader(given(staff, { id, step: 'publication' })))).toBe(404)
  expect(await statusOf(answerers.action(given(staff, { id }, { name: '', office: '科长', departmentId: department.id })))).toBe(422)
  for (const name of ['李明', '王芳'])
    expect(await statusOf(answerers.action(given(staff, { id }, { name, office: '科长', departmentId: department.id })))).toBe(303)
  const [first] = await db.select().from(liveAnswerers).where(eq(liveAnswerers.sessionId, id))
  expect(await statusOf(answererRemoval.action(given(staff, { id, answerer: first!.id }, {})))).toBe(303)
  expect(await statusOf(settings.action(given(staff, { id }, form({ title: '改了题目' }))))).toBe(303)
  expect(await statusOf(settings.action(given(staff, { id }, form({ consultationId: '7' }))))).toBe(422)
  expect(await statusOf(step.action(given(staff, { id, step: 'announcement' }, {})))).toBe(303)
  const soon = new Date((await databaseNow()).getTime() + 48 * 3_600_000)
  await db
    .update(liveSessions)
    .set({ startsAt: soon, endsAt: new Date(soon.getTime() + 3_600_000) })
    .where(eq(liveSessions.id, id))
  const read = { session: { startsAt: soon }, answerers: [{ name: '王芳' }] }
  expect(await step.loader(given(staff, { id, step: 'opening' }))).toMatchObject({ early: soon, why: undefined, read })
  const early = await answerOf(step.action(given(staff, { id, step: 'opening' }, {})))
  expect([early.status, await early.json()]).toMatchObject([422, { state: { errors: { sure: 'live:desk.error.early' } } }])
  expect((await sessionRow(id)).openedAt).toBeNull()
  expect(await statusOf(step.action(given(staff, { id, step: 'opening' }, { sure: 'on' })))).toBe(303)
  expect((await step.loader(given(staff, { id, step: 'ending' }))).early).toBeNull()
  expect(await statusOf(slow.action(given(staff, { id }, { slowSeconds: 7 })))).toBe(422)
  expect(await placeOf(slow.action(given(staff, { id }, { slowSeconds: 30 })))).toBe(`/desk/live/${id}/questions?done=slow-mode#done`)
  const number = await aQuestion(id)
  for (const noun of ['ending', 'closing'])
    expect(await statusOf(step.action(given(staff, { id, step: noun }, {})))).toBe(noun === 'ending' ? 303 : 409)
  expect(await statusOf(decline.action(given(staff, { id, number }, { version: 1, reason: 'no-question' })))).toBe(303)
  expect(await statusOf(step.action(given(staff, { id, step: 'closing' }, {})))).toBe(303)
  expect(await statusOf(settings.action(given(staff, { id }, form())))).toBe(409)
  expect(await sessionRow(id)).toMatchObject({ title: '改了题目', slowSeconds: 30 })
})

test('what was done to a session is said on the page that follows, and only while nothing else was done to it', async () => {
  const { id, staff, department } = await anOpenSession()
  const said = async (done: string) => (await overview.loader(given(staff, { id }, undefined, `?done=${done}`))).done
  const among = async (done: string) => (await answerers.loader(given(staff, { id }, undefined, `?done=${done}`))).done
  expect(await said('opening')).toBe('opening')
  for (const typed of ['ending', 'announcement', 'settings', 'answerer', 'toString', 'publication', ''])
    expect(await said(typed)).toBeUndefined()
  expect(await placeOf(settings.action(given(staff, { id }, form())))).toBe(`/desk/live/${id}?done=settings#done`)
  expect([await said('settings'), await said('opening')]).toEqual(['settings', undefined])
  const added = answerers.action(given(staff, { id }, { name: '王芳', office: '科长', departmentId: department.id }))
  expect(await placeOf(added)).toBe(`/desk/live/${id}/answerers?done=answerer#done`)
  expect([await among('answerer'), await among('answerer-removal'), await said('settings')]).toEqual(['answerer', undefined, undefined])
  const [first] = await db.select().from(liveAnswerers).where(eq(liveAnswerers.sessionId, id))
  const remove = () => placeOf(answererRemoval.action(given(staff, { id, answerer: first!.id }, {})))
  expect(await remove()).toBe(`/desk/live/${id}/answerers?done=answerer-removal#done`)
  expect([await among('answerer-removal'), await among('answerer')]).toEqual(['answerer-removal', undefined])
  expect(await remove(), 'nobody is removed twice').toBe(`/desk/live/${id}/answerers?late=1`)
  for (const noun of ['ending', 'closing']) {
    expect(await placeOf(step.action(given(staff, { id, step: noun }, {})))).toBe(`/desk/live/${id}?done=${noun}#done`)
    expect(await said(noun)).toBe(noun)
  }
  expect(await said('ending')).toBeUndefined()
})

test('what was done to a question is said where one comes to, and not of a question that stands otherwise', async () => {
  const { id, moderator, staff, department, answerer } = await anOpenSession()
  const [number, other, participant] = [await aQuestion(id), await aPublished(id, moderator), aGuest()]
  const said = async (done: string, at = number) => {
    const [there, inList] = [`?done=${done}`, `?show=all&done=${done}&number=${at}`]
    const page = (await question.loader(given(moderator, { id, number: at }, undefined, there))).done
    const { at: place } = await queue.loader(given(moderator, { id }, undefined, inList))
    expect(place !== null, inList).toBe(page === done)
    return page === done
  }
  type Action = (given: { request: Request; params: Record<string, string>; context: ReturnType<typeof asSeenBy> }) => Promise<unknown>
  const act = async (done: string, action: Action, fields: Record<string, string | number> = {}, at = number) => {
    const { version } = await questionRow(id, at)
    const place = await placeOf(action(given(moderator, { id, number: at, act: done }, { version, ...fields })))
    expect(place).toBe(`/desk/live/${id}/questions/${at}?done=${done}#done`)
    expect(await said(done, at), done).toBe(true)
  }
  expect(await said('publication')).toBe(false)
  await act('decline', decline.action, { reason: 'no-question' })
  await act('publication', quick.action)
  expect(await said('decline')).toBe(false)
  const into = { into: other }
  for (const [done, undone] of [
    ['stage', 'stage-removal'],
    ['pin', 'pin-removal'],
    ['live-mark', 'live-mark-removal'],
    ['merging', 'unmerging'],
    ['owed-answer', 'disposition-removal'],
    ['out-of-scope', 'disposition-removal'],
  ] as const) {
    expect(await said(done), done).toBe(false)
    if (done === 'merging') await act(done, merging.action, into)
    else if (done === 'owed-answer') await act(done, owedAnswer.action, { departmentId: department.id })
    else if (done === 'out-of-scope') await act(done, outOfScope.action, { why: '请找公园管理处' })
    else await act(done, quick.action)
    expect(await said(undone), undone).toBe(false)
    await act(undone, quick.action)
  }
  await act('tags', tags.action, { departmentId: department.id })
  for (const done of ['live-answer', 'written-answer', 'correction']) expect(await said(done), done).toBe(false)
  await act('live-mark', quick.action)
  expect(await said('live-answer')).toBe(false)
  await act('live-answer', liveAnswer.action, { body: '年底建好', answererId: answerer.id })
  await act('written-answer', written.action, { body: '年底建好', answererId: answerer.id }, other)
  const [answer] = await db.select().from(liveAnswers)
  await placeOf(correction.action(given(staff, { id, number, answer: answer!.id }, { body: '明年建好', why: '工期有变' })))
  expect(await said('correction')).toBe(true)
  const third = await aQuestion(id, { participant })
  for (const done of ['asker-mute', 'asker-ban', 'entry', 'comment']) expect(await said(done, third), done).toBe(false)
  await act('asker-mute', mute.action, { minutes: 10, why: '刷屏' }, third)
  expect(await said('asker-return', third)).toBe(false)
  await act('asker-ban', ban.action, { why: '刷屏' }, third)
  await act('asker-return', quick.action, {}, third)
})

test('who works for the whole county says whose session it is', async () => {
  const [department, publisher] = [await aDepartment(), await aViewer('publisher')]
  expect(await statusOf(newSession.action(given(publisher, {}, form())))).toBe(422)
  expect(await placeOf(newSession.action(given(publisher, {}, form({ departmentId: String(department.id) }))))).toMatch(
    /^\/desk\/live\/\d+$/,
  )
})

test('a button of the queue acts and brings back to the page of the list, where what was done is said', async () => {
  const { id, moderator } = await anOpenSession()
  const [below, number] = [await aQuestion(id), await aQuestion(id)]
  const act = 'publication'
  const acted = quick.action(given(moderator, { id, number, act }, { version: 1 }, '?show=waiting&page=2'))
  expect(await placeOf(acted)).toBe(`/desk/live/${id}/questions?show=waiting&page=2&done=publication&number=${number}#done`)
  const gone = await queue.loader(given(moderator, { id }, undefined, `?show=waiting&page=2&done=publication&number=${number}`))
  expect([gone.rows.map(({ number }) => number), gone.query.page, gone.at]).toEqual([[below], 1, 0])
  const still = await queue.loader(given(moderator, { id }, undefined, `?show=all&done=publication&number=${number}`))
  expect([still.rows[still.at!]!.number, still.rows.length]).toEqual([number, 2])
  for (const nothing of ['?show=all', `?number=${number}`, '?done=pin', '?done=pin&number=99'])
    expect((await queue.loader(given(moderator, { id }, undefined, nothing))).at).toBeNull()
  for (const act of ['stage', 'stage-removal', 'pin', 'pin-removal']) {
    const { version } = await questionRow(id, number)
    expect(await placeOf(quick.action(given(moderator, { id, number, act }, { version })))).toBe(
      `/desk/live/${id}/questions/${number}?done=${act}#done`,
    )
  }
  expect(await questionRow(id, number)).toMatchObject({ state: 'published', pinnedAt: null, stagedAt: null })
  expect(await statusOf(quick.action(given(moderator, { id, number, act: 'closing' }, { version: 1 })))).toBe(404)
  expect(await statusOf(quick.action(given(moderator, { id, number: 99, act: 'pin' }, { version: 1 })))).toBe(404)
})

test('the second of two moderators is told who acted, and acts again knowing it', async () => {
  const { id, moderator, staff } = await anOpenSession()
  const number = await aQuestion(id)
  expect(await statusOf(decline.action(given(staff, { id, number }, { version: 1, reason: 'insult', note: '请换个说法' })))).toBe(303)
  const late = await answerOf(quick.action(given(moderator, { id, number, act: 'publication' }, { version: 1 }, '?show=waiting')))
  expect(late.status).toBe(409)
  expect(await late.json()).toMatchObject({ why: 'decided-meanwhile', state: { values: { version: '1' } } })
  const { shown } = await quick.loader(given(moderator, { id, number, act: 'publication' }))
  expect(shown).toMatchObject({ question: { state: 'declined', version: 2 }, last: { actorName: staff.name, act: 'question-declined' } })
  expect(await statusOf(quick.action(given(moderator, { id, number, act: 'publication' }, { version: 2 })))).toBe(303)
})

test('declining, merging, tagging and scope ask for what they need, keep what was typed, and go back to the list', async () => {
  const { id, moderator, department } = await anOpenSession()
  const asks = ['晚上车停哪里？小区车位太少', '小区车位太少，晚上车停哪里', '公园几点关门'] as const
  const [one, same, park] = [
    await aPublished(id, moderator, { body: asks[0] }),
    await aPublished(id, moderator, { body: asks[1] }),
    await aPublished(id, moderator, { body: asks[2] }),
  ]
  expect(await statusOf(decline.action(given(moderator, { id, number: park }, { version: 2, note: '说明' })))).toBe(422)
  const { likely, rest } = await merging.loader(given(moderator, { id, number: same }))
  expect([likely.map(({ number }) => number), rest.map(({ number }) => number)]).toEqual([[one], [park]])
  expect(await statusOf(merging.action(given(moderator, { id, number: same }, { version: 2, into: 99 })))).toBe(422)
  expect(await placeOf(merging.action(given(moderator, { id, number: same }, { version: 2, into: one }, '?show=out')))).toBe(
    `/desk/live/${id}/questions?show=out&done=merging&number=${same}#done`,
  )
  const merged = await questionRow(id, same)
  expect(await statusOf(quick.action(given(moderator, { id, number: same, act: 'unmerging' }, { version: merged.version })))).toBe(303)
  const tag = { version: 2, departmentId: department.id, articleId: '' }
  expect(await statusOf(tags.action(given(moderator, { id, number: park }, tag)))).toBe(303)
  expect(await statusOf(outOfScope.action(given(moderator, { id, number: park }, { version: 3, why: ' ' })))).toBe(422)
  expect(await statusOf(outOfScope.action(given(moderator, { id, number: park }, { version: 3, why: '请找公园管理处' })))).toBe(303)
  expect(await questionRow(id, park)).toMatchObject({ departmentId: department.id, disposition: 'out-of-scope' })
  expect(await statusOf(quick.action(given(moderator, { id, number: park, act: 'disposition-removal' }, { version: 4 })))).toBe(303)
  expect((await questionRow(id, park)).disposition).toBeNull()
})

test('one that waits is merged from the queue straight into one that is out', async () => {
  const { id, moderator } = await anOpenSession()
  const [out, waiting, other] = [await aPublished(id, moderator), await aQuestion(id), await aQuestion(id)]
  const { likely } = await merging.loader(given(moderator, { id, number: waiting }))
  expect(likely.map(({ number }) => number)).toEqual([out])
  const merge = (into: number) => merging.action(given(moderator, { id, number: waiting }, { version: 1, into }, '?show=waiting'))
  expect(await statusOf(merge(other))).toBe(422)
  expect(await placeOf(merge(out))).toBe(`/desk/live/${id}/questions?show=waiting&done=merging&number=${waiting}#done`)
  expect(await questionRow(id, waiting)).toMatchObject({ state: 'published', mergedInto: (await questionRow(id, out)).id })
})

test('an answer given in the hall stands with who gave it, and is corrected beside itself', async () => {
  const { id, moderator, answerer } = await anOpenSession()
  const number = await aPublished(id, moderator)
  expect(await statusOf(liveAnswer.action(given(moderator, { id, number }, { version: 2, body: '在建', answererId: '' })))).toBe(422)
  const said = { version: 2, body: '年底建好', answererId: answerer.id }
  expect(await statusOf(liveAnswer.action(given(moderator, { id, number }, said)))).toBe(303)
  const [answer] = await db.select().from(liveAnswers)
  const place = { id, number, answer: answer!.id }
  expect(await statusOf(correction.action(given(moderator, place, { body: '明年三月建好', why: '' })))).toBe(422)
  expect(await statusOf(correction.action(given(moderator, place, { body: '明年三月建好', why: '工期有变' })))).toBe(303)
  expect(await statusOf(correction.action(given(moderator, place, { body: '再改', why: '再改' })))).toBe(409)
})

test('a department that owes an answer finds it on its own desk and gives it, by somebody who sat in no hall', async () => {
  const { id, moderator } = await anOpenSession()
  const owing = await aDepartment('公安局')
  const theirs = await aViewer('staff', owing.id)
  const number = await aPublished(id, moderator)
  expect(await statusOf(written.loader(given(theirs, { id, number })))).toBe(404)
  expect(await statusOf(owedAnswer.action(given(moderator, { id, number }, { version: 2, departmentId: owing.id })))).toBe(303)
  expect(await list.loader(given(theirs, {}))).toMatchObject({ rows: [], owed: [{ sessionId: id, number }] })
  expect(await statusOf(overview.loader(given(theirs, { id })))).toBe(404)
  expect((await overview.loader(given(moderator, { id }))).owed, 'while it is on there is more to do').toBeNull()
  expect(await statusOf(written.loader(given(await aViewer('moderator', owing.id), { id, number })))).toBe(403)
  expect(await statusOf(written.action(given(theirs, { id, number }, { version: 3, body: '已派人', answererId: '' })))).toBe(422)
  const answer = { version: 3, body: '已派人', answererId: '', name: '赵青', office: '交警大队' }
  const { owed, departments } = await tags.loader(given(moderator, { id, number }))
  expect([owed, departments.some(({ value }) => value === '')]).toEqual([true, false])
  expect(await statusOf(tags.action(given(moderator, { id, number }, { version: 3, departmentId: '', articleId: '' })))).toBe(422)
  const said = `?done=written-answer&session=${id}&number=${number}`
  expect((await list.loader(given(theirs, {}, undefined, said))).done, 'not yet').toEqual({})
  expect(await placeOf(written.action(given(theirs, { id, number }, answer)))).toBe(`/desk/live${said}#done`)
  expect(await list.loader(given(theirs, {}, undefined, said))).toMatchObject({ owed: [], done: { done: 'written-answer', number } })
  for (const typed of [
    `?done=correction&session=${id}&number=${number}`,
    `?done=written-answer&number=${number}`,
    '?done=pin&number=1',
    '',
  ])
    expect((await list.loader(given(theirs, {}, undefined, typed))).done, typed).toEqual({})
  const next = await aPublished(id, moderator)
  await owedAnswer.action(given(moderator, { id, number: next }, { version: 2, departmentId: owing.id }))
  expect((await written.loader(given(theirs, { id, number: next }))).by).toEqual({ answererId: '', name: '赵青', office: '交警大队' })
  expect((await written.loader(given(moderator, { id, number: next }))).by, 'a host writes for many').toEqual({ answererId: '' })
  await takeStep(moderator, id, 'ended')
  expect((await overview.loader(given(moderator, { id }))).owed).toMatchObject([{ number: next, department: { name: '公安局' } }])
  expect((await overview.loader(given(await aViewer('auditor'), { id }))).owed).toBeNull()
  const [who] = await db.select().from(liveAnswerers).where(eq(liveAnswerers.name, '赵青'))
  expect(who).toMatchObject({ departmentId: owing.id, office: '交警大队' })
})

test('who writes an answer stands there as who answers if they do, and sees until when it is owed', async () => {
  const { id, moderator, department, answerer } = await anOpenSession()
  const [number, outside] = [await aPublished(id, moderator), await aPublished(id, moderator)]
  const own = await aViewer('staff', department.id, '李明')
  expect(await written.loader(given(own, { id, number }))).toMatchObject({ by: { answererId: String(answerer.id) }, clock: null })
  expect((await owedAnswer.loader(given(own, { id, number }))).clock).toBeNull()
  await setClock(new Date('2026-03-02T10:00:00+08:00'))
  await takeStep(moderator, id, 'ended')
  expect((await owedAnswer.loader(given(own, { id, number }))).clock).toMatchObject({ due: '2026-03-16', late: 0 })
  await setClock(new Date('2026-03-18T10:00:00+08:00'))
  expect(await written.loader(given(moderator, { id, number }))).toMatchObject({
    by: { answererId: '' },
    clock: { due: '2026-03-16', late: 2 },
  })
  expect(await statusOf(outOfScope.action(given(moderator, { id, number: outside }, { version: 2, why: '请找公园管理处' })))).toBe(303)
  expect((await written.loader(given(moderator, { id, number: outside }))).clock, 'nothing is owed').toBeNull()
  expect((await owedAnswer.loader(given(moderator, { id, number: outside }))).clock, 'were it owed').toMatchObject({ due: '2026-03-16' })
  const answer = { version: 2, body: '已派人', answererId: answerer.id }
  const twice = { ...answer, name: '赵青', office: '交警大队' }
  expect(await statusOf(written.action(given(own, { id, number }, twice))), 'one chosen, another named').toBe(422)
  expect(await statusOf(written.action(given(own, { id, number }, answer)))).toBe(303)
  expect((await written.loader(given(own, { id, number }))).clock).toBeNull()
})

test('who floods is muted, banned and let in again, with the reason', async () => {
  const { id, moderator } = await anOpenSession()
  const number = await aQuestion(id, { participant: aGuest() })
  expect(await statusOf(mute.action(given(moderator, { id, number }, { minutes: 0, why: '刷屏' })))).toBe(422)
  expect(await statusOf(mute.action(given(moderator, { id, number }, { minutes: 10, why: '刷屏' })))).toBe(303)
  expect(await statusOf(ban.action(given(moderator, { id, number }, { why: '还在刷屏' })))).toBe(303)
  expect((await db.select().from(liveParticipants))[0]).toMatchObject({ barredWhy: '还在刷屏', mutedUntil: null })
  expect(await statusOf(quick.action(given(moderator, { id, number, act: 'asker-return' }, { version: 1 })))).toBe(303)
  expect((await db.select().from(liveParticipants))[0]).toMatchObject({ bannedAt: null })
})

test('a spoken question is entered once, however often the form is sent', async () => {
  const { id, moderator } = await anOpenSession()
  const said = { key: aKey(), channel: 'hall', body: '路灯什么时候修？', name: '' }
  expect(await statusOf(entry.action(given(moderator, { id }, { ...said, body: '' })))).toBe(422)
  const place = await placeOf(entry.action(given(moderator, { id }, said)))
  expect(place).toBe(`/desk/live/${id}/questions/1?done=entry#done`)
  expect(await placeOf(entry.action(given(moderator, { id }, said)))).toBe(place)
  const other = await answerOf(entry.action(given(moderator, { id }, { ...said, body: '别的话' })))
  expect(other.status).toBe(409)
  expect(((await other.json()) as { state: { values: { key: string } } }).state.values.key).not.toBe(said.key)
})

test('the queue shows the newest waiting first, what is the same asker’s, and the counts of each list', async () => {
  const { id, moderator } = await anOpenSession()
  const participant = aGuest()
  const [first, second] = [await aQuestion(id, { participant }), await aQuestion(id, { participant, body: '早上呢？' })]
  await aPublished(id, moderator)
  const shown = await queue.loader(given(moderator, { id }))
  expect(shown.rows.map(({ number, sameAsker }) => [number, sameAsker])).toEqual([
    [second, [first]],
    [first, [second]],
  ])
  expect(shown.rows[0]!.acts).toEqual(['publication', 'merging', 'decline'])
  expect(shown.counts).toEqual({ waiting: 2, out: 1, answered: 0, unrecorded: 0, undecided: 1, declined: 0, all: 3 })
})

test('what is published stands newest or most supported first, and so it does after an act on one of it', async () => {
  const { id, moderator } = await anOpenSession()
  const [one, two, three] = [await aPublished(id, moderator), await aPublished(id, moderator), await aPublished(id, moderator)]
  await support({ sessionId: id, number: two, participant: aGuest(), on: true })
  const numbers = async (search: string) =>
    (await queue.loader(given(moderator, { id }, undefined, search))).rows.map(({ number }) => number)
  expect(await numbers('?show=out')).toEqual([three, two, one])
  expect(await numbers('?show=out&order=supported')).toEqual([two, one, three])
  expect(await numbers('?show=all&order=supported'), 'only of lists of what is out').toEqual([three, two, one])
  expect(await numbers('?show=out&order=odd')).toEqual([three, two, one])
  const pinned = quick.action(given(moderator, { id, number: one, act: 'pin' }, { version: 2 }, '?show=out&order=supported'))
  expect(await placeOf(pinned)).toBe(`/desk/live/${id}/questions?show=out&order=supported&done=pin&number=${one}#done`)
  expect((await queue.loader(given(moderator, { id }, undefined, `?show=out&order=supported&done=pin&number=${one}`))).at).toBe(1)
})

test('a question is filed once as a comment of the consultation that the session is about, also by two at once', async () => {
  const { id, moderator, staff, department } = await anOpenSession()
  const plain = await aPublished(id, moderator)
  const press = (viewer: Viewer, number: number) => quick.action(given(viewer, { id, number, act: 'comment' }, { version: 2 }))
  expect(await (await answerOf(press(moderator, plain))).json()).toMatchObject({ why: 'not-linked' })
  const { consultation } = await anOpenConsultation({ departmentId: department.id })
  expect(await statusOf(settings.action(given(moderator, { id }, form({ consultationId: String(consultation.id) }))))).toBe(303)
  const pending = await aQuestion(id)
  expect(await (await answerOf(press(moderator, pending))).json()).toMatchObject({ why: 'gone' })
  expect((await Promise.all([press(moderator, plain), press(staff, plain)].map(statusOf))).sort()).toEqual([303, 409])
  const [comment, ...more] = await db.select().from(comments).where(eq(comments.consultationId, consultation.id))
  expect(more).toEqual([])
  expect(comment).toMatchObject({ channel: 'live', body: '晚上车停哪里？' })
  expect((await questionRow(id, plain)).commentNumber).toBe(comment!.number)
  expect(await db.$count(record, eq(record.act, 'question-filed'))).toBe(1)
})

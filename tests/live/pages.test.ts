import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { liveQuestions } from '#db/schema/live'
import { openDays } from '#db/schema/open-days'
import { loader as consultationPage } from '~/consultations/pages/show'
import { loader as home } from '~/county/pages/home'
import { answerQuestion, correctAnswer, disposeQuestion } from '~/live/answers-writes.server'
import { barAsker } from '~/live/barring-writes.server'
import { declineQuestion, handleQuestion, mergeQuestion } from '~/live/moderation-writes.server'
import { loader as boardJson } from '~/live/pages/board-json'
import { loader as list } from '~/live/pages/list'
import { loader as mine } from '~/live/pages/mine'
import { action as ask, loader as form } from '~/live/pages/new-question'
import { loader as qr } from '~/live/pages/qr'
import { loader as permalink } from '~/live/pages/question'
import { loader as board } from '~/live/pages/show'
import { loader as stage } from '~/live/pages/stage'
import { action as support } from '~/live/pages/support'
import { action as takeBack } from '~/live/pages/support-withdrawal'
import { loader as transcript } from '~/live/pages/transcript'
import { loader as csv } from '~/live/pages/transcript-csv'
import { loader as transcriptJson } from '~/live/pages/transcript-json'
import { action as withdraw, loader as withdrawal } from '~/live/pages/withdrawal'
import type { Turn } from '~/live/parts/turn'
import { loader as dayPage } from '~/open-days/pages/show'
import { publishOpenDay } from '~/open-days/writes.server'
import { createSession, slowDown, takeStep } from '~/live/session-writes.server'
import { boardSince } from '~/live/reads.server'
import { aContext, anOpenConsultation, aPost } from '../comments/given'
import { anOffice, aSubmitted } from '../open-days/given'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aViewer } from '../support/people'
import { aKey, anOpenSession, aPublished, aQuestion, aResident, aSessionForm, questionRow } from './given'

useDatabase()

type Params = Record<string, string | undefined>
type Loader = (given: LoaderFunctionArgs) => Promise<unknown>
type Action = (given: ActionFunctionArgs) => Promise<unknown>
type Shown<L> = L extends (given: never) => Promise<infer A>
  ? A extends { data: infer D }
    ? D
    : A extends { json(): Promise<infer D> }
      ? D
      : never
  : never

const withCookie = (path: string, cookie = '') =>
  new Request(`http://localhost${path}`, { headers: cookie ? { Cookie: cookie } : undefined })

/** What a page shows, and for how long it may be kept. */
async function read<L extends Loader>(loader: L, params: Params, { path = '/x', cookie = '', context = aContext() } = {}) {
  const answer = (await loader({ request: withCookie(path, cookie), params, context })) as {
    data?: object
    init?: ResponseInit | null
  } & Response
  const headers = answer.data ? new Headers(answer.init?.headers) : answer.headers
  const shown = (answer.data ? { ...answer.data } : await answer.json()) as Shown<L>
  return { shown, kept: headers.get('Cache-Control'), cookie: headers.get('Set-Cookie'), status: answer.status }
}

async function post(action: Action, params: Params, sent: Record<string, string> = {}, cookie = '', context = aContext(), path = '/x') {
  const request = aPost(path, sent)
  if (cookie) request.headers.set('Cookie', cookie)
  const answer = (await action({ request, params, context })) as Response
  const text = await answer.text()
  const turn = (text ? JSON.parse(text) : {}) as Turn & { why?: string }
  return {
    status: answer.status,
    to: answer.headers.get('Location'),
    cookie: answer.headers.get('Set-Cookie')?.split(';')[0] ?? cookie,
    turn,
  }
}

const eqNumber = (number: number) => eq(liveQuestions.number, number)
const device = () => `participant=${aKey()}`
const fields = (more: Record<string, string> = {}) => ({ key: aKey(), body: '晚上车停哪里？', name: '', ...more })

describe('the list', () => {
  test('leads a code to its session however it was typed, and keeps a wrong one with a sentence', async () => {
    const { code } = await anOpenSession()
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    const path = (given: string) => `/live?code=${encodeURIComponent(given)}`
    const led = await read(list, {}, { path: path(typed) }).catch((thrown: Response) => thrown)
    expect(led).toMatchObject({ status: 303 })
    expect((led as unknown as Response).headers.get('Location')).toBe(`/live/${code}`)
    const unknown = code === '000000' ? '111111' : '000000'
    expect(await read(list, {}, { path: path(unknown) })).toMatchObject({
      status: 422,
      shown: { typed: unknown, wrong: 'live:join.code-unknown' },
    })
    expect((await read(list, {}, { path: path('12') })).shown).toMatchObject({ typed: '12', wrong: 'live:join.code-format' })
  })

  test('names what is on, to come and over; the home page what is on or to come; nobody sees what is being prepared', async () => {
    const on = await anOpenSession()
    const over = await anOpenSession()
    await takeStep(over.moderator, over.id, 'ended')
    const hidden = await createSession(on.moderator, on.department.id, await aSessionForm())
    const { shown } = await read(list, {})
    expect(shown.on.map(({ code }) => code)).toEqual([on.code])
    expect(shown.over.map(({ code }) => code)).toEqual([over.code])
    expect(shown.toCome).toEqual([])
    expect((await read(home, {})).shown.sessions.map(({ code }) => code)).toEqual([on.code])
    if (!hidden.ok) throw new Error(hidden.why)
    await expect(read(board, { code: hidden.code })).rejects.toMatchObject({ status: 404 })
  })
})

describe('the board', () => {
  test('is the same for everybody for a second; of whoever has a mark it is kept nowhere and knows what they support', async () => {
    const { id, code, moderator } = await anOpenSession()
    const number = await aPublished(id, moderator)
    await aQuestion(id, { body: '还没有人看过' })
    const everybody = await read(board, { code })
    expect(everybody.kept).toBe('public, max-age=1')
    expect(everybody.shown.shown.map((each) => each.number)).toEqual([number])
    expect(JSON.stringify(everybody.shown)).not.toContain('还没有人看过')
    const cookie = device()
    await post(support, { code, number: String(number) }, {}, cookie)
    const own = await read(board, { code }, { cookie })
    expect(own.kept).toContain('no-store')
    expect(own.shown.supported).toEqual([number])
    expect(own.shown.shown[0]).toMatchObject({ residents: 0, guests: 1 })
    expect((await read(board, { code }, { cookie: device() })).shown.supported).toEqual([])
  })

  test('as JSON says what changed after a number, with the number as its tag', async () => {
    const { id, code, moderator } = await anOpenSession()
    const first = await aPublished(id, moderator)
    const ask = (since: string, tag = '') =>
      boardJson({
        request: new Request(`http://localhost/x?since=${since}`, { headers: tag ? { 'If-None-Match': tag } : {} }),
        params: { code },
        context: aContext(),
      })
    const whole = await ask('0')
    const tag = whole.headers.get('ETag')!
    const { seq, questions } = (await whole.json()) as { seq: number; questions: object[] }
    expect(tag).toBe(`"${seq}"`)
    expect(whole.headers.get('Cache-Control')).toBe('public, max-age=1')
    expect(questions).toMatchObject([{ number: first }])
    expect((await ask('0', tag)).status).toBe(304)
    const second = await aPublished(id, moderator)
    expect(await (await ask(String(seq), tag)).json()).toMatchObject({ since: seq, questions: [{ number: second }] })
    expect(await (await ask('nonsense')).json()).toMatchObject({ since: 0 })
  })
})

describe('asking', () => {
  test('ends at one’s own questions; the form is kept nowhere and gives the device its mark', async () => {
    const { id, code } = await anOpenSession()
    const shown = await read(form, { code })
    expect(shown.kept).toContain('no-store')
    const cookie = shown.cookie!.split(';')[0]!
    const same = fields({ key: shown.shown.key, name: '王小明' })
    const sent = await post(ask, { code }, same, cookie)
    expect(sent).toMatchObject({ status: 303, to: `/live/${code}/mine?asked=1` })
    expect(await post(ask, { code }, same, cookie)).toMatchObject({ to: `/live/${code}/mine?asked=1` })
    expect(await db.$count(liveQuestions)).toBe(1)
    expect(await questionRow(id, 1)).toMatchObject({ state: 'pending', displayName: '王小明' })
    const own = await read(mine, { code }, { path: '/x?asked=1', cookie })
    expect(own.kept).toContain('no-store')
    expect(own.shown).toMatchObject({ received: { number: 1 }, own: { questions: [{ number: 1, state: 'pending', mayWithdraw: true }] } })
    expect((await read(mine, { code }, { path: '/x?asked=1', cookie: device() })).shown).toMatchObject({
      received: null,
      own: { questions: [] },
    })
  })

  test('what was typed comes back with every refusal, and slow mode says how long', async () => {
    const { id, code, moderator } = await anOpenSession({ naming: 'named', questionsMost: 2 })
    const cookie = device()
    const faulty = await post(ask, { code }, fields({ body: '长'.repeat(301) }), cookie)
    expect(faulty).toMatchObject({ status: 422, turn: { values: { body: '长'.repeat(301) } } })
    expect(Object.keys(faulty.turn.errors).sort()).toEqual(['body', 'name'])
    await post(ask, { code }, fields({ name: '王小明' }), cookie)
    await slowDown(moderator, id, 60)
    const slow = await post(ask, { code }, fields({ name: '王小明', body: '再问一个' }), cookie)
    expect(slow).toMatchObject({ status: 422, turn: { why: 'slow', values: { body: '再问一个' } } })
    expect(slow.turn.seconds).toBeGreaterThan(50)
    expect((await read(form, { code }, { cookie })).shown.on).toMatchObject({ left: 1, why: 'slow' })
    await slowDown(moderator, id, 0)
    await post(ask, { code }, fields({ name: '王小明', body: '再问一个' }), cookie)
    expect((await post(ask, { code }, fields({ name: '王小明', body: '第三个' }), cookie)).turn).toMatchObject({ why: 'too-many' })
    expect((await read(form, { code }, { cookie })).shown.on).toMatchObject({ left: 0, why: 'too-many' })
  })

  test('a spent form says so and gets a key that opens; a session that is over takes nothing', async () => {
    const { id, code, moderator } = await anOpenSession()
    const cookie = device()
    const key = aKey()
    await post(ask, { code }, fields({ key }), cookie)
    const other = await post(ask, { code }, fields({ key, body: '别的问题' }), cookie)
    expect(other.turn).toMatchObject({ why: 'other-body', values: { body: '别的问题' } })
    expect(other.turn.values.key).not.toBe(key)
    await takeStep(moderator, id, 'ended')
    expect((await post(ask, { code }, fields(), cookie)).turn).toMatchObject({ why: 'over' })
    expect((await read(form, { code }, { cookie })).shown.on).toMatchObject({ why: 'over' })
  })
})

describe('one’s own questions', () => {
  test('say what became of each: declined for what reason, merged into which, muted until when', async () => {
    const { id, code, moderator } = await anOpenSession()
    const cookie = device()
    await post(ask, { code }, fields(), cookie)
    await post(ask, { code }, fields({ body: '第二个' }), cookie)
    const root = await aPublished(id, moderator)
    await declineQuestion(moderator, { sessionId: id, number: 1, version: 1 }, { reason: 'off-topic', note: '请到热线' })
    await db.update(liveQuestions).set({ state: 'published', publishedAt: new Date(), seq: 99 }).where(eqNumber(2))
    await mergeQuestion(moderator, { sessionId: id, number: 2, version: 1 }, root)
    await barAsker(moderator, id, 1, { do: 'mute', minutes: 10, why: '重复刷屏' })
    const { own } = (await read(mine, { code }, { cookie })).shown
    expect(own).toMatchObject({ banned: false, mutedUntil: expect.any(String), why: '重复刷屏' })
    expect(own.questions).toMatchObject([
      { number: 2, root: { number: root } },
      { number: 1, state: 'declined', declineReason: 'off-topic', declineNote: '请到热线', mayWithdraw: false },
    ])
  })

  test('are taken back by their asker alone', async () => {
    const { id, code } = await anOpenSession()
    const cookie = device()
    await post(ask, { code }, fields(), cookie)
    expect(await read(withdrawal, { code, number: '1' }, { cookie: device() })).toMatchObject({ status: 404, shown: { body: '' } })
    expect(await post(withdraw, { code, number: '1' }, {}, device())).toMatchObject({ status: 409, turn: { why: 'gone' } })
    expect(await post(withdraw, { code, number: '1' })).toMatchObject({ status: 409 })
    expect((await questionRow(id, 1)).state).toBe('pending')
    expect(await post(withdraw, { code, number: '1' }, {}, cookie)).toMatchObject({ status: 303, to: `/live/${code}/mine` })
    expect((await questionRow(id, 1)).state).toBe('withdrawn')
  })
})

describe('supporting', () => {
  test('counts once, comes back to where the button stood, and is taken back', async () => {
    const { id, code, moderator } = await anOpenSession()
    const number = String(await aPublished(id, moderator))
    const back = `/live/${code}?sort=new&q=%E8%BD%A6`
    const first = await post(support, { code, number }, { back: `${back}&page=2` }, device())
    expect(first).toMatchObject({ status: 303, to: `${back}&at=${number}#question-${number}` })
    await post(support, { code, number }, {}, first.cookie)
    expect((await questionRow(id, Number(number))).guests).toBe(1)
    await post(takeBack, { code, number }, {}, first.cookie)
    expect((await questionRow(id, Number(number))).guests).toBe(0)
    const viewer = await aViewer('resident')
    await post(support, { code, number }, {}, '', aContext({ viewer }))
    expect(await questionRow(id, Number(number))).toMatchObject({ residents: 1, guests: 0 })
  })

  test('counts a device only once it keeps its mark: presses without one lead to the same form again, and count nobody', async () => {
    const { id, code, moderator } = await anOpenSession()
    const number = String(await aPublished(id, moderator))
    const again = `/live/${code}/questions/${number}/support?marked=yes`
    const pressed = await Promise.all([post(support, { code, number }), post(support, { code, number })])
    for (const { status, to, cookie } of pressed) {
      expect([status, to]).toEqual([307, again])
      expect(cookie).toMatch(/^participant=/)
    }
    expect((await questionRow(id, Number(number))).guests).toBe(0)
    // The browser has one of the two marks by the time that it sends again.
    for (let each = 0; each < 2; each++)
      expect(await post(support, { code, number }, {}, pressed[1]!.cookie, aContext(), again)).toMatchObject({ status: 303 })
    expect((await questionRow(id, Number(number))).guests).toBe(1)
    expect(await post(support, { code, number }, {}, '', aContext(), again)).toMatchObject({ status: 409, turn: { why: 'no-cookie' } })
  })

  test('never leads anywhere else', async () => {
    const { id, code, moderator } = await anOpenSession()
    const number = String(await aPublished(id, moderator))
    for (const back of ['https://evil.example/', '//evil.example', '/sign-out', `/live/${code}/../../desk`, '/live/1234567', ''])
      expect((await post(support, { code, number }, { back }, device())).to).toBe(`/live/${code}/questions/${number}#question-${number}`)
  })

  test('of what is not public, or once it is over, is refused with the reason', async () => {
    const { id, code, moderator } = await anOpenSession()
    const pending = await aQuestion(id)
    for (const number of [String(pending), '99', 'x'])
      expect(await post(support, { code, number }, {}, device())).toMatchObject({ status: 409, turn: { why: 'gone' } })
    await takeStep(moderator, id, 'ended')
    expect(await post(support, { code, number: '1' }, {}, device())).toMatchObject({ status: 409, turn: { why: 'over' } })
  })

  test('five hundred people behind one address are let through; one who presses without end is not', async () => {
    const { id, code, moderator } = await anOpenSession()
    const number = String(await aPublished(id, moderator))
    const from = () => aContext({ client: '192.0.2.1' })
    const hall = await Promise.all(Array.from({ length: 500 }, () => post(support, { code, number }, {}, device(), from())))
    expect(hall.every(({ status }) => status === 303)).toBe(true)
    expect((await questionRow(id, Number(number))).guests).toBe(500)
    const cookie = device()
    const pressed = await Promise.all(Array.from({ length: 130 }, () => post(support, { code, number }, {}, cookie, from())))
    expect(pressed.filter(({ status }) => status === 429)).toHaveLength(10)
    // Asked by itself and by Remix, a press is one press.
    const [other, twice] = [device(), aContext()]
    for (let each = 0; each < 130; each++) expect(await post(support, { code, number }, {}, other, twice)).toMatchObject({ status: 303 })
  })
})

test('a board looks up what was merged, however many questions the county has', async () => {
  const { id } = await anOpenSession({ premoderated: false })
  for (let each = 0; each < 20; each++) await aQuestion(id)
  await ownerSql`
    insert into live_questions (session_id, number, channel, entered_by, body, form_key, form_print)
    select s.id, n, 'hall', s.created_by, '停车难', 'many-' || n, '' from live_sessions s, generate_series(1001, 5000) n where s.id = ${id}`
  await ownerSql`analyze live_questions`
  const lookups = async () =>
    Number((await ownerSql`select idx_scan from pg_stat_user_indexes where indexrelname = 'live_questions_parts'`)[0]!.idx_scan)
  const before = await lookups()
  await boardSince(id)
  await expect.poll(lookups, { timeout: 10_000 }).toBeGreaterThanOrEqual(before + 20)
})

describe('a question’s own address', () => {
  test('stays: of what was merged it says where, of what was taken back only that; of what never was public nothing', async () => {
    const { id, code, moderator } = await anOpenSession()
    const cookie = device()
    await post(ask, { code }, fields(), cookie)
    const root = await aPublished(id, moderator)
    const part = await aPublished(id, moderator, { body: '同样的问题' })
    const at = (number: number) => read(permalink, { code, number: String(number) })
    await expect(at(1)).rejects.toMatchObject({ status: 404 })
    await mergeQuestion(moderator, { sessionId: id, number: part, version: 2 }, root)
    expect((await at(part)).shown).toMatchObject({ question: null, kept: { mergedInto: root, body: '同样的问题' } })
    expect((await at(root)).shown).toMatchObject({ question: { parts: [part] } })
    await db.update(liveQuestions).set({ state: 'published', publishedAt: new Date(), seq: 99 }).where(eqNumber(1))
    await post(withdraw, { code, number: '1' }, {}, cookie)
    expect((await at(1)).shown).toMatchObject({ question: null, kept: { state: 'withdrawn', body: '' } })
    await expect(at(99)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the screen', () => {
  test('shows what is being answered, the next three, the address and a picture of it', async () => {
    const { id, code, moderator } = await anOpenSession()
    const numbers = [1, 2, 3, 4, 5].map(() => aPublished(id, moderator))
    const [first] = await Promise.all(numbers)
    const { version } = await questionRow(id, first!)
    await handleQuestion(moderator, { sessionId: id, number: first!, version }, { staged: true })
    const { shown, kept } = await read(stage, { code }, { cookie: device() })
    expect(kept).toBe('public, max-age=1')
    expect(shown).toMatchObject({ current: { number: first }, join: 'localhost/live' })
    expect(shown.next).toHaveLength(3)
    const picture = await qr({ request: withCookie('/x'), params: { code }, context: aContext() })
    expect(picture.headers.get('Content-Type')).toBe('image/svg+xml')
    expect(await picture.text()).toMatch(/^<svg .*<path d="M/)
  })

  test('speaks the language of its session, not of the browser; the address may ask for the other', async () => {
    const spoken = async (lang: string, browser: 'zh-CN' | 'en', path = '/x') => {
      const [{ code }, context] = [await anOpenSession({ lang }), aContext({ lang: browser })]
      await read(stage, { code }, { context, path })
      return context.lang
    }
    expect(await spoken('en', 'zh-CN')).toBe('en')
    expect(await spoken('zh-CN', 'en')).toBe('zh-CN')
    expect(await spoken('zh-CN', 'zh-CN', '/x?lang=en')).toBe('en')
    expect(await spoken('en', 'zh-CN', '/x?lang=el'), 'no language of the pages').toBe('en')
    for (const browser of ['zh-CN', 'en'] as const) expect(await spoken('bo', browser), 'the pages have no Tibetan words').toBe(browser)
  })
})

test('a draft and an open day lead to the sessions about them, and not to those that are being prepared or of others', async () => {
  const { consultation } = await anOpenConsultation()
  const office = await anOffice()
  const openDayId = await aSubmitted(office)
  await publishOpenDay(office.publisher, openDayId)
  const [day] = await db.select().from(openDays).where(eq(openDays.id, openDayId))
  const both = await anOpenSession({ consultationId: consultation.id, openDayId })
  await anOpenSession()
  await createSession(both.moderator, both.department.id, await aSessionForm({ consultationId: consultation.id, openDayId }))
  for (const [page, slug] of [
    [consultationPage, consultation.slug],
    [dayPage, day!.slug],
  ] as const)
    expect((await read(page, { slug })).shown.sessions).toMatchObject([{ code: both.code, stage: 'open' }])
})

describe('the transcript', () => {
  test('has every public question with what became of it and why, corrections beneath, and counts what was declined', async () => {
    const { id, code, moderator, answerer } = await anOpenSession()
    const answered = await aPublished(id, moderator, { body: '=HYPERLINK("http://evil.example")', name: '+王' })
    const aside = await aPublished(id, moderator)
    const secret = await aQuestion(id, { body: '骂人的话', participant: aResident() })
    await declineQuestion(moderator, { sessionId: id, number: secret, version: 1 }, { reason: 'insult', note: '' })
    await answerQuestion(
      moderator,
      { sessionId: id, number: answered, version: 2 },
      { way: 'live', body: '三月开通', answererId: answerer.id },
    )
    const given = (await read(transcript, { code })).shown.questions[0]!.answers[0]!.id
    await correctAnswer(moderator, { sessionId: id, number: answered }, { corrects: given, body: '四月开通', why: '日期有误' })
    await disposeQuestion(moderator, { sessionId: id, number: aside, version: 2 }, { disposition: 'out-of-scope', why: '属于省里的事' })
    const { shown } = await read(transcript, { code })
    expect(shown.declined).toEqual([{ reason: 'insult', count: 1 }])
    expect(shown.questions).toMatchObject([
      { number: answered, disposition: 'live', answers: [{ body: '三月开通' }, { body: '四月开通', corrects: given, why: '日期有误' }] },
      { number: aside, disposition: 'out-of-scope', dispositionWhy: '属于省里的事' },
    ])
    const asJson = await (await transcriptJson({ request: withCookie('/x'), params: { code }, context: aContext() })).text()
    expect(JSON.parse(asJson)).toMatchObject({ session: { code }, declined: [{ reason: 'insult', count: 1 }], questions: [{}, {}] })
    const file = await csv({ request: withCookie('/x'), params: { code }, context: aContext() })
    expect(file.headers.get('Cache-Control')).toBe('public, max-age=1')
    const table = await file.text()
    expect(table).toContain(`"'=HYPERLINK(`)
    expect(table).toContain("'+王")
    for (const text of [asJson, table, JSON.stringify(shown)]) {
      expect(text).not.toContain('骂人的话')
      expect(text).not.toContain('participant')
    }
  })
})

test('what is owed in writing has its day in public, and how late it is; whoever decides nothing is on the same clock', async () => {
  await setClock(new Date('2026-12-01T10:00:00+08:00'))
  const { id, code, moderator, department, answerer } = await anOpenSession()
  const [owed, silent] = [await aPublished(id, moderator), await aPublished(id, moderator)]
  await disposeQuestion(moderator, { sessionId: id, number: owed, version: 2 }, { disposition: 'written', departmentId: department.id })
  const clocks = async () => (await read(transcript, { code })).shown.questions.map(({ clock }) => clock)
  expect(await clocks()).toEqual([null, null])
  await takeStep(moderator, id, 'ended')
  // Ten working days, Mondays to Fridays: no notice is loaded.
  expect(await clocks()).toEqual(Array(2).fill({ due: '2026-12-15', provisional: true, late: 0 }))
  await setClock(new Date('2026-12-17T10:00:00+08:00'))
  expect((await clocks())[0]).toMatchObject({ late: 2 })
  await answerQuestion(
    moderator,
    { sessionId: id, number: owed, version: 3 },
    { way: 'written', body: '按规划办理。', answererId: answerer.id },
  )
  await setClock(new Date('2026-12-21T10:00:00+08:00'))
  expect((await clocks()).map((clock) => clock!.late)).toEqual([2, 4])
  expect(silent).toBe(2)
})

test('an article of a draft names the questions of live sessions that were tagged with it', async () => {
  const { consultation, articles } = await anOpenConsultation()
  const { id, code, moderator } = await anOpenSession({ consultationId: consultation.id })
  const number = await aPublished(id, moderator)
  await handleQuestion(moderator, { sessionId: id, number, version: 2 }, { departmentId: null, articleId: articles[1]!.id })
  const { shown } = await read(consultationPage, { slug: consultation.slug })
  expect(shown.asked).toEqual({ 'art-2': [{ code, number }] })
})

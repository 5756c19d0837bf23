import { randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { endAllSessions } from '~/accounts/session.server'
import { db } from '#db/connection.server'
import { barAsker } from '~/live/barring-writes.server'
import { declineQuestion, publishQuestion } from '~/live/moderation-writes.server'
import { participantOf } from '~/live/participant.server'
import { support } from '~/live/supports-writes.server'
import { EVENTS_MOST, STRIKES } from '../../app/sockets/limits'
import { aPoller, aWatcher, type Tick, type Watcher } from '../support/live-client'
import { anAccount } from '../support/people'
import { cookieOf, useSharedSite } from '../support/site'
import { aGuest, anOpenSession, aPublished, aQuestion, questionRow } from './given'

const site = useSharedSite({ LOG_LEVEL: 'silent' })
const open: Watcher[] = []
afterEach(async () => void (await Promise.all(open.splice(0).map((watcher) => watcher.close()))))

const aCookie = () => `participant=${randomBytes(16).toString('base64url')}`

async function watching(code: string, { cookie = aCookie(), since = 0 } = {}) {
  const watcher = await aWatcher(site.app.url, { cookie })
  open.push(watcher)
  const joined = await watcher.ask<{ ok: boolean; why?: string; board: Tick; own: { supported: number[] } }>('join', { code, since })
  return Object.assign(watcher, { joined })
}

test('whoever joins is given the board since the number they have, and each change after it as one tick', async () => {
  const { id, code, moderator } = await anOpenSession()
  const number = await aPublished(id, moderator, { body: '有充电桩吗？' })
  const watcher = await watching(code)
  expect(watcher.joined.board.questions).toMatchObject([{ number, body: '有充电桩吗？', guests: 0 }])
  await support({ sessionId: id, number, participant: aGuest(), on: true })
  const tick = await watcher.until<Tick>('tick')
  expect(tick).toMatchObject({ since: watcher.joined.board.seq, questions: [{ number, guests: 1 }] })
  const late = await watching(code, { since: tick.seq })
  expect(late.joined.board.questions).toEqual([])
})

test('a support is answered after its commit, one of each participant, and comes to everyone within the tick', async () => {
  const { id, code, moderator } = await anOpenSession()
  const number = await aPublished(id, moderator)
  const [one, two] = [await watching(code), await watching(code)]
  expect(await Promise.all(Array.from({ length: 10 }, () => one.ask('support', { number, on: true })))).toEqual(
    Array(10).fill({ ok: true }),
  )
  expect((await questionRow(id, number)).guests).toBe(1)
  await two.until<Tick>('tick', ({ questions }) => questions.some(({ guests }) => guests === 1))
})

test('a hundred supports in a second are a few ticks, not a hundred', async () => {
  const { id, code, moderator } = await anOpenSession()
  const number = await aPublished(id, moderator)
  const watcher = await watching(code)
  const began = performance.now()
  for (let each = 0; each < 100; each++) await support({ sessionId: id, number, participant: aGuest(), on: true })
  await watcher.until<Tick>('tick', ({ questions }) => questions.some(({ guests }) => guests === 100))
  expect(watcher.ticks().length).toBeLessThanOrEqual(2 + (performance.now() - began) / 1000)
})

test('what waits or was declined is in no frame to the audience; its asker alone hears what became of it', async () => {
  const { id, code, moderator } = await anOpenSession()
  const cookie = aCookie()
  const [asker, other] = [await watching(code, { cookie }), await watching(code)]
  const participant = participantOf(id, null, cookie)!
  const secret = '某某家里欠了钱'
  const number = await aQuestion(id, { participant, body: secret })
  await declineQuestion(moderator, { sessionId: id, number, version: 1 }, { reason: 'personal-data', note: '涉及他人隐私' })
  await asker.until<{ questions: { state: string; declineNote: string }[] }>('own', ({ questions }) => questions[0]?.state === 'declined')
  const shown = await aPublished(id, moderator, { body: '公交几点收班？' })
  const out = await aQuestion(id, { body: `${secret}吗` })
  await publishQuestion(moderator, { sessionId: id, number: out, version: 1 })
  await other.until<Tick>('tick', ({ questions }) => questions.some(({ number }) => number === out))
  await declineQuestion(moderator, { sessionId: id, number: out, version: 2 }, { reason: 'personal-data', note: '' })
  await other.until<Tick>('tick', ({ gone }) => gone.includes(out))
  const late = await watching(code)
  expect(late.joined.board.questions.map(({ number }) => number)).toEqual([shown])
  expect(late.frames.join()).not.toContain(secret)
  expect(other.frames.filter((frame) => frame.includes(`"body":"${secret}"`))).toEqual([])
  expect(other.frames.join()).not.toContain('涉及他人隐私')
})

test('whoever is banned is cut off within seconds and is not let in again; who signs out is cut off too', async () => {
  const { id, code, moderator } = await anOpenSession()
  const cookie = aCookie()
  const number = await aQuestion(id, { participant: participantOf(id, null, cookie)! })
  const [banned, guest] = [await watching(code, { cookie }), await watching(code)]
  await barAsker(moderator, id, number, { do: 'ban', why: '辱骂' })
  await banned.closed
  expect((await watching(code, { cookie })).joined).toMatchObject({ ok: false, why: 'banned' })
  const account = await anAccount()
  const resident = await watching(code, { cookie: await cookieOf(account) })
  await endAllSessions(db, account.id)
  await resident.closed
  expect(guest.socket.readyState).toBe(guest.socket.OPEN)
})

test('a page of another site opens no socket', async () => {
  await expect(aWatcher(site.app.url, { origin: 'https://evil.example' })).rejects.toThrow()
  // Negative control: our own does.
  open.push(await aWatcher(site.app.url))
})

test('the desk hears that somebody acted, and only those who may see the desk are told', async () => {
  const { id, department } = await anOpenSession()
  const account = await anAccount({ role: 'moderator', departmentId: department.id })
  const desk = await aWatcher(site.app.url, { cookie: await cookieOf(account) })
  const stranger = await aWatcher(site.app.url)
  open.push(desk, stranger)
  expect(await stranger.ask('desk', { id })).toEqual({ ok: false, why: 'gone' })
  expect(await desk.ask('desk', { id })).toMatchObject({ ok: true })
  await aQuestion(id)
  await desk.until('acted')
  expect(stranger.heard).toEqual([])
})

test('a socket that asks for several sessions at one moment is let into one', async () => {
  const [one, other] = [await anOpenSession(), await anOpenSession()]
  const watcher = await aWatcher(site.app.url, { cookie: aCookie() })
  open.push(watcher)
  const asks = [one, other, one, other].map(({ code }) => watcher.ask('join', { code, since: 0 }))
  const answers = await Promise.all(asks)
  expect(answers.slice(1)).toEqual(Array(3).fill({ ok: false, why: 'joined' }))
  expect(answers[0]).toMatchObject({ ok: true })
})

test('a connection has one socket: whoever asks for a second loses both', async () => {
  const { code } = await anOpenSession()
  const watcher = await watching(code)
  for (let each = 0; each < 100; each++) watcher.send('40')
  await watcher.closed
  expect((await watching(code)).joined.ok).toBe(true)
})

test('supports by several sockets of one device count together against its limit', async () => {
  const { id, code, moderator } = await anOpenSession()
  const number = await aPublished(id, moderator)
  const cookie = aCookie()
  const sockets = await Promise.all(Array.from({ length: 8 }, () => watching(code, { cookie })))
  const presses = sockets.flatMap((socket) => Array.from({ length: 17 }, () => socket.ask('support', { number, on: true })))
  const refused = (await Promise.all(presses)).filter(({ ok }) => !ok)
  expect(refused).toEqual(Array(16).fill({ ok: false, why: 'too-fast' }))
  expect((await questionRow(id, number)).guests).toBe(1)
})

// What asks nothing (6) socket.io passes over; a line of ours ends at what is no event.
test('a socket is taken over from socket.io when it has joined, and not before', async () => {
  const { code } = await anOpenSession()
  const watcher = await aWatcher(site.app.url)
  open.push(watcher)
  watcher.send('6')
  expect(await watcher.ask('join', { code, since: 0 })).toMatchObject({ ok: true })
  expect(await watcher.ask('join', { code, since: 0 })).toMatchObject({ why: 'joined' })
  watcher.send('6')
  await watcher.closed
})

test('what is sent around the moment of the join is answered as well', async () => {
  const { id, code, moderator } = await anOpenSession()
  const number = await aPublished(id, moderator)
  for (let round = 0; round < 10; round++) {
    const watcher = await aWatcher(site.app.url, { cookie: aCookie() })
    open.push(watcher)
    const join = watcher.ask('join', { code, since: 0 })
    let joined = false
    void join.then(() => (joined = true))
    const supports: Promise<{ ok: boolean; why?: string }>[] = []
    while (supports.length < 15 && !(joined && supports.length > 5)) {
      supports.push(watcher.ask('support', { number, on: true }))
      await new Promise((next) => setImmediate(next))
    }
    expect(await join).toMatchObject({ ok: true })
    for (const answer of await Promise.all(supports)) if (!answer.ok) expect(answer.why).toBe('unknown')
    expect(await watcher.ask('support', { number, on: true })).toEqual({ ok: true })
  }
  expect((await questionRow(id, number)).guests).toBe(10)
})

test('whom no WebSocket reaches joins, supports, hears each change and is cut off like the others', async () => {
  const { id, code, moderator } = await anOpenSession()
  const number = await aPublished(id, moderator)
  const cookie = aCookie()
  const poller = await aPoller(site.app.url, { cookie })
  expect(await poller.ask('join', { code, since: 0 })).toMatchObject({ ok: true, board: { questions: [{ number, guests: 0 }] } })
  const tick = poller.next<Tick>('tick')
  expect(await poller.ask('support', { number, on: true })).toEqual({ ok: true })
  expect(await tick).toMatchObject({ questions: [{ number, guests: 1 }] })
  expect(await poller.ask('join', { code, since: 0 })).toEqual({ ok: false, why: 'joined' })
  const asked = await aQuestion(id, { participant: participantOf(id, null, cookie)! })
  await barAsker(moderator, id, asked, { do: 'ban', why: '辱骂' })
  await poller.ended
})

test('what one socket sends too much of is refused at once, and more than that cuts it off', async () => {
  const { code } = await anOpenSession()
  const watcher = await watching(code)
  const asks = Array.from({ length: EVENTS_MOST }, () => watcher.ask<object>('support', { number: '1' }))
  const refused = { ok: false, why: 'too-fast' }
  const unreadable = { ok: false, why: 'unreadable' }
  expect(await Promise.all(asks)).toEqual([...Array<object>(EVENTS_MOST - 1).fill(unreadable), refused])
  for (let each = 0; each < EVENTS_MOST * STRIKES; each++) watcher.send('42["support",{}]')
  await watcher.closed
})

test('a wrong code may be followed by the right one', async () => {
  const { code } = await anOpenSession()
  const watcher = await aWatcher(site.app.url)
  open.push(watcher)
  expect(await watcher.ask('join', { code: '000000', since: 0 })).toEqual({ ok: false, why: 'gone' })
  expect(await watcher.ask('join', { code, since: 0 })).toMatchObject({ ok: true })
})

test('a WebSocket’s own ping, which no browser sends, is not answered before or after the join', async () => {
  const { code } = await anOpenSession()
  const watcher = await aWatcher(site.app.url)
  open.push(watcher)
  let pongs = 0
  watcher.socket.on('pong', () => pongs++)
  watcher.socket.ping()
  expect(await watcher.ask('join', { code, since: 0 })).toMatchObject({ ok: true })
  watcher.socket.ping()
  expect(await watcher.ask('support', { number: 1, on: true })).toMatchObject({ ok: false })
  expect(pongs).toBe(0)
})

test('who says that they leave is let go with their connection', async () => {
  const { code } = await anOpenSession()
  const [joined, idle] = [await watching(code), await aWatcher(site.app.url)]
  for (const each of [joined, idle]) {
    each.send('41')
    await each.closed
  }
})

test('frames that are none are answered or cost the connection, and the process lives', async () => {
  const { code } = await anOpenSession()
  const watcher = await watching(code)
  expect(await watcher.ask('support', { number: '1', on: true })).toEqual({ ok: false, why: 'unreadable' })
  expect(await watcher.ask('support', { number: 1, on: true, resident: true })).toEqual({ ok: false, why: 'unreadable' })
  for (const hostile of [
    '42["join"]',
    '42[]',
    '4',
    '451-["x",{"_placeholder":true,"num":0}]',
    '499',
    '42{"a":1}',
    '44',
    '41',
    'x'.repeat(20_000),
  ]) {
    const other = await aWatcher(site.app.url)
    other.send(hostile)
    open.push(other)
  }
  const flood = await watching(code)
  for (let each = 0; each < 200; each++) flood.send('42["support",{}]')
  await flood.closed
  expect((await fetch(`${site.app.url}/healthz`)).status).toBe(200)
})

test('who connects and joins nothing is let go; who has joined stays', { timeout: 60_000 }, async () => {
  const { code } = await anOpenSession()
  const joined = await watching(code)
  const idle = await aWatcher(site.app.url, { cookie: aCookie() })
  open.push(idle)
  const refused = await watching('000000')
  await Promise.all([idle.closed, refused.closed])
  expect(joined.socket.readyState).toBe(joined.socket.OPEN)
})

import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { z } from 'zod'
import { stillSignedIn, viewerOf } from '~/accounts/session.server'
import type { Viewer } from '~/accounts/rules'
import { onChange } from '~/live/changed'
import { sessionAtDesk } from '~/live/desk-reads.server'
import { waitBeforeSocketSupport } from '~/live/limits.server'
import { participantOf, type Participant } from '~/live/participant.server'
import { boardSince, ownOf, sessionByCode } from '~/live/reads.server'
import { support } from '~/live/supports-writes.server'
import { bannedFrom } from '~/live/watch-reads.server'
import type { Settings } from '~/settings.server'
import { log } from '~/web/log.server'
import { admission } from './admission'
import { between, type Bus } from './between.server'
import { broadcast } from './broadcast'
import { deskFrame, joinFrame, supportFrame } from './frames'
import { FRAME_BYTES, JOIN_MS, SOCKETS_MOST, SOCKETS_OF_ONE, spending, TICK_MS } from './limits'
import { ticking } from './ticks.server'

type Watcher = {
  viewer: Viewer | null
  cookie: string | undefined
  known: Promise<unknown>
  spend: ReturnType<typeof spending>
  joined: boolean
  sessionId?: number
  participant: Participant | null
  leave?: () => void
}
type Answer = Record<string, unknown>

const asker = (key: string) => `asker ${key}`
const desk = (id: number) => `desk ${id}`
const signedIn = (id: string) => `signed in ${id}`

/**
 * The live part of the boards. Everything that is said here was committed before, and everything can also be had by
 * plain pages: a socket only makes it quicker. Answers what ends it.
 */
export function serveSockets(server: HttpServer, { BASE_PATH, PUBLIC_URL }: Settings, bus: Bus | null): () => void {
  const io = new Server(server, {
    path: `${BASE_PATH}/socket.io`,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: FRAME_BYTES,
    connectTimeout: 10_000,
    allowRequest: (req, answer) => {
      forgetRequest(req)
      answer(null, isFromOwnPage(req, PUBLIC_URL) && io.engine.clientsCount < SOCKETS_MOST)
    },
  })
  const ticks = ticking({
    toAll: (rooms, event, frame) => broadcast(io, rooms, event, frame),
    toDesk: (id, event, frame) => void io.local.to(desk(id)).emit(event, frame),
    toAsker: (key, event) => tellOwn(io, key, event),
  })
  const admit = admission()
  const others = between(io, bus, ticks.hint)
  onChange((id) => {
    ticks.hint(id)
    others.say(id)
  })
  const events = eventsOf(ticks, admit)
  io.on('connection', (socket) => void welcome(socket, events).catch((error: unknown) => fail(socket, error)))
  const guard = setInterval(
    () =>
      void cutOff(io, ticks.ids()).catch((error: unknown) =>
        log.warn({ error: String(error) }, 'nobody could be cut off; again in a second'),
      ),
    TICK_MS,
  )
  guard.unref()

  return () => {
    onChange(() => {})
    clearInterval(guard)
    ticks.stop()
    // So that a hall does not come back in one moment.
    io.local.emit('leaving', { within: 10_000 })
    io.local.disconnectSockets(true)
    others.end()
    io.engine.close()
  }
}

type Ticks = ReturnType<typeof ticking>
type Admit = ReturnType<typeof admission>

const heard =
  <S extends z.ZodType>(schema: S, act: (socket: Socket, watcher: Watcher, given: z.output<S>) => Promise<Answer>) =>
  async (socket: Socket, watcher: Watcher, given: unknown): Promise<Answer> => {
    const read = schema.safeParse(given)
    return read.success ? act(socket, watcher, read.data) : { ok: false, why: 'unreadable' }
  }

const eventsOf = (ticks: Ticks, admit: Admit) =>
  new Map([
    ['join', heard(joinFrame, (socket, watcher, given) => once(watcher, () => join(socket, watcher, given, ticks, admit)))],
    ['desk', heard(deskFrame, (socket, watcher, { id }) => once(watcher, () => joinDesk(socket, watcher, id, ticks)))],
    [
      'support',
      heard(supportFrame, async (_, { sessionId, participant }, given) => {
        if (!sessionId || !participant) return { ok: false, why: 'unknown' }
        if ((await waitBeforeSocketSupport(participant.key)) > 0) return { ok: false, why: 'too-fast' }
        return support({ ...given, sessionId, participant })
      }),
    ],
  ])

type Events = ReturnType<typeof eventsOf>

const welcomed = new WeakSet<object>()

/** One socket a connection: what is counted of one would not be counted of a hundred. */
async function welcome(socket: Socket, events: Events) {
  if (welcomed.has(socket.conn)) return void socket.conn.close()
  welcomed.add(socket.conn)
  const { cookie } = socket.handshake.headers
  const watcher: Watcher = { viewer: null, cookie, known: Promise.resolve(), spend: spending(), joined: false, participant: null }
  watcher.known = recognise(socket, watcher)
  // Thousands of watchers: what their first request was is not kept.
  Object.assign(socket.conn, { request: null })
  Object.assign(socket, { handshake: null, data: watcher })
  socket.use((packet) => void hear(socket, watcher, events, packet))
  const idle = setInterval(() => {
    if (watcher.leave) clearInterval(idle)
    else if (!watcher.joined) socket.conn.close()
  }, JOIN_MS)
  socket.on('disconnect', () => {
    clearInterval(idle)
    watcher.leave?.()
  })
  await watcher.known
}

async function recognise(socket: Socket, watcher: Watcher) {
  watcher.viewer = await viewerOf(watcher.cookie)
  if (watcher.viewer) await socket.join(signedIn(watcher.viewer.sessionId))
}

/** engine.io's stand-in for a response waits for its end for as long as the WebSocket lives, and holds the request. */
function forgetRequest({ socket, upgrade }: IncomingMessage & { upgrade?: boolean }) {
  const waits = socket.rawListeners('close').at(-1) as (() => void) | undefined
  if (upgrade && waits) socket.off('close', waits)
}

/** Every frame comes by here and goes no further; what is not an event of ours costs its sender as well. */
async function hear(socket: Socket, watcher: Watcher, events: Events, [event, given, answer]: unknown[]) {
  const spent = watcher.spend()
  if (spent === 'over') return void socket.disconnect(true)
  const act = events.get(event as string)
  if (spent !== 'ok' || !act) return
  const reply = typeof answer === 'function' ? (answer as (said: Answer) => void) : () => {}
  try {
    await watcher.known
    reply(await act(socket, watcher, given))
  } catch (error) {
    log.warn({ event, error: String(error) }, 'a socket’s event failed')
    // Who is half joined joins anew (see fail).
    if (event === 'support') reply({ ok: false, why: 'fault' })
    else socket.conn.close()
  }
}

/** One session a socket, also where it asks for several at one moment. */
async function once(watcher: Watcher, join: () => Promise<Answer>): Promise<Answer> {
  if (watcher.joined) return { ok: false, why: 'joined' }
  watcher.joined = true
  const answer = await join()
  watcher.joined = answer.ok === true
  return answer
}

/** The same rule as seeing the page. Answers what changed since the number one has, and what is one's own. */
async function join(
  socket: Socket,
  watcher: Watcher,
  { code, since }: { code: string; since: number },
  ticks: Ticks,
  admit: Admit,
): Promise<Answer> {
  await admit((before) => socket.emit('wait', { before }))
  const session = await sessionByCode(code)
  if (!session) return { ok: false, why: 'gone' }
  if (!socket.connected) return { ok: false, why: 'gone' }
  watcher.sessionId = session.id
  watcher.participant = participantOf(session.id, watcher.viewer, watcher.cookie)
  const { participant } = watcher
  if (participant) {
    await socket.join(asker(participant.key))
    const own = await ownOf(session.id, participant)
    if (own.banned) return { ok: false, why: 'banned' }
    if ((socket.nsp.adapter.rooms.get(asker(participant.key))?.size ?? 0) > SOCKETS_OF_ONE) {
      socket.disconnect(true)
      return { ok: false, why: 'too-many' }
    }
  }
  await socket.join(await stay(socket, watcher, session.id, ticks))
  // Read after the room was joined: what is ticked from now on is heard, what was before is in the answer.
  const [board, own] = await Promise.all([boardSince(session.id, since), ownOf(session.id, participant)])
  return { ok: true, board, own }
}

/** Counts a watcher until they are gone, also where they went while they were let in. */
async function stay(socket: Socket, watcher: Watcher, sessionId: number, ticks: Ticks): Promise<string> {
  const { room, leave } = await ticks.watch(sessionId)
  if (socket.connected) watcher.leave = leave
  else leave()
  return room
}

async function joinDesk(socket: Socket, watcher: Watcher, id: number, ticks: Ticks): Promise<Answer> {
  const session = await sessionAtDesk(watcher.viewer, String(id))
  if (!session || !socket.connected) return { ok: false, why: 'gone' }
  watcher.sessionId = session.id
  await stay(socket, watcher, session.id, ticks)
  await socket.join(desk(session.id))
  return { ok: true, acts: session.acts }
}

async function tellOwn(io: Server, key: string, event: string) {
  for (const socket of await io.local.in(asker(key)).fetchSockets()) {
    const { sessionId, participant } = socket.data as Watcher
    if (sessionId) socket.emit(event, await ownOf(sessionId, participant))
  }
}

/** Whoever was banned or signed out, here or at another process, is cut off within the second. */
async function cutOff(io: Server, sessionIds: number[]) {
  if (sessionIds.length === 0) return
  for (const key of await bannedFrom(sessionIds)) io.local.in(asker(key)).disconnectSockets(true)
  const rooms = [...io.of('/').adapter.rooms.keys()].filter((room) => room.startsWith(signedIn('')))
  const ids = rooms.map((room) => room.slice(signedIn('').length))
  const still = await stillSignedIn(ids)
  for (const id of ids) if (!still.has(id)) io.local.in(signedIn(id)).disconnectSockets(true)
}

/** A browser comes back by itself where its line broke, and stays away where it was sent away: a fault only breaks the line. */
function fail(socket: Socket, error: unknown) {
  log.warn({ error: String(error) }, 'a socket was not welcomed')
  socket.conn.close()
}

/** CORS does not cover WebSocket: a page of another site is refused by its origin. */
function isFromOwnPage({ headers }: IncomingMessage, publicUrl: string | undefined): boolean {
  if (headers['sec-fetch-site'] && headers['sec-fetch-site'] !== 'same-origin') return false
  if (!headers.origin) return false
  const { host, origin } = safeUrl(headers.origin)
  return publicUrl ? origin === new URL(publicUrl).origin : host === headers.host
}

const safeUrl = (text: string) => (URL.canParse(text) ? new URL(text) : { host: '', origin: '' })

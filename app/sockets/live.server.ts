import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { z } from 'zod'
import { stillSignedIn, viewerOf } from '~/accounts/session.server'
import type { Viewer } from '~/accounts/rules'
import { onChange } from '~/live/changed'
import { sessionAtDesk } from '~/live/desk-reads.server'
import { participantOf, type Participant } from '~/live/participant.server'
import { boardSince, ownOf, sessionByCode } from '~/live/reads.server'
import { support } from '~/live/supports-writes.server'
import { bannedFrom } from '~/live/watch-reads.server'
import type { Settings } from '~/settings.server'
import { log } from '~/web/log.server'
import { admission } from './admission'
import { broadcast } from './broadcast'
import { deskFrame, joinFrame, supportFrame } from './frames'
import { FRAME_BYTES, SOCKETS_MOST, SOCKETS_OF_ONE, spending, TICK_MS } from './limits'
import { ticking } from './ticks.server'

type Facts = { viewer: Viewer | null; cookie: string | undefined; sessionId?: number; participant: Participant | null; leave?: () => void }
type Answer = Record<string, unknown>

const asker = (key: string) => `asker ${key}`
const desk = (id: number) => `desk ${id}`
const signedIn = (id: string) => `signed in ${id}`

/**
 * The live part of the boards. Everything that is said here was committed before, and everything can also be had by
 * plain pages: a socket only makes it quicker. Answers what ends it.
 */
export function serveSockets(server: HttpServer, { BASE_PATH, PUBLIC_URL }: Settings): () => void {
  const io = new Server(server, {
    path: `${BASE_PATH}/socket.io`,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: FRAME_BYTES,
    connectTimeout: 10_000,
    allowRequest: (req, answer) => answer(null, isOwn(req, PUBLIC_URL) && io.engine.clientsCount < SOCKETS_MOST),
  })
  const ticks = ticking({
    toAll: (rooms, event, frame) => broadcast(io, rooms, event, frame),
    toDesk: (id, event, frame) => void io.local.to(desk(id)).emit(event, frame),
    toAsker: (key, event) => tellOwn(io, key, event),
  })
  const admit = admission()
  onChange(ticks.hint)
  io.on('connection', (socket) => void welcome(socket, ticks, admit).catch((error: unknown) => fail(socket, error)))
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
    io.engine.close()
  }
}

type Ticks = ReturnType<typeof ticking>
type Admit = ReturnType<typeof admission>

async function welcome(socket: Socket, ticks: Ticks, admit: Admit) {
  const { cookie } = socket.handshake.headers
  const facts: Facts = { viewer: null, cookie, participant: null }
  const known = viewerOf(cookie).then((viewer) => {
    facts.viewer = viewer
    if (viewer) void socket.join(signedIn(viewer.sessionId))
  })
  // Thousands of watchers: what their first request was is not kept.
  Object.assign(socket.conn, { request: null })
  Object.assign(socket.handshake, { headers: {} })
  const spend = spending()
  const on = <S extends z.ZodType>(event: string, schema: S, act: (given: z.output<S>) => Promise<Answer>) =>
    socket.on(event, (given: unknown, answer: unknown) => {
      const reply = typeof answer === 'function' ? (answer as (said: Answer) => void) : () => {}
      const read = schema.safeParse(given)
      if (!read.success) return reply({ ok: false, why: 'unreadable' })
      known
        .then(() => act(read.data))
        .then(reply)
        .catch((error: unknown) => {
          log.warn({ event, error: String(error) }, 'a socket’s event failed')
          // Who is half joined joins anew (see fail).
          if (event === 'support') reply({ ok: false, why: 'fault' })
          else socket.conn.close()
        })
    })
  socket.use((_, next) => {
    const spent = spend()
    if (spent === 'over') socket.disconnect(true)
    else if (spent === 'ok') next()
  })
  socket.on('disconnect', () => facts.leave?.())
  on('join', joinFrame, ({ code, since }) => join(socket, facts, { code, since }, ticks, admit))
  on('desk', deskFrame, ({ id }) => joinDesk(socket, facts, id, ticks))
  on('support', supportFrame, async (given) => {
    const { sessionId, participant } = facts
    return sessionId && participant ? support({ ...given, sessionId, participant }) : { ok: false, why: 'unknown' }
  })
  await known
}

/** The same rule as seeing the page. Answers what changed since the number one has, and what is one's own. */
async function join(
  socket: Socket,
  facts: Facts,
  { code, since }: { code: string; since: number },
  ticks: Ticks,
  admit: Admit,
): Promise<Answer> {
  if (facts.sessionId) return { ok: false, why: 'joined' }
  await admit((before) => socket.emit('wait', { before }))
  const session = await sessionByCode(code)
  if (!session) return { ok: false, why: 'gone' }
  if (!socket.connected) return { ok: false, why: 'gone' }
  facts.sessionId = session.id
  facts.participant = participantOf(session.id, facts.viewer, facts.cookie)
  const { participant } = facts
  if (participant) {
    await socket.join(asker(participant.key))
    const own = await ownOf(session.id, participant)
    if (own.banned) return { ok: false, why: 'banned' }
    if ((await socket.nsp.in(asker(participant.key)).local.fetchSockets()).length > SOCKETS_OF_ONE) {
      socket.disconnect(true)
      return { ok: false, why: 'too-many' }
    }
  }
  socket.data = { sessionId: session.id, participant }
  await socket.join(await stay(socket, facts, session.id, ticks))
  // Read after the room was joined: what is ticked from now on is heard, what was before is in the answer.
  const [board, own] = await Promise.all([boardSince(session.id, since), ownOf(session.id, participant)])
  return { ok: true, board, own }
}

/** Counts a watcher until they are gone, also where they went while they were let in. */
async function stay(socket: Socket, facts: Facts, sessionId: number, ticks: Ticks): Promise<string> {
  const { room, leave } = await ticks.watch(sessionId)
  if (socket.connected) facts.leave = leave
  else leave()
  return room
}

async function joinDesk(socket: Socket, facts: Facts, id: number, ticks: Ticks): Promise<Answer> {
  if (facts.sessionId) return { ok: false, why: 'joined' }
  const session = await sessionAtDesk(facts.viewer, String(id))
  if (!session || !socket.connected) return { ok: false, why: 'gone' }
  facts.sessionId = session.id
  await stay(socket, facts, session.id, ticks)
  await socket.join(desk(session.id))
  return { ok: true, acts: session.acts }
}

async function tellOwn(io: Server, key: string, event: string) {
  for (const socket of await io.local.in(asker(key)).fetchSockets()) {
    const { sessionId, participant } = socket.data as { sessionId: number; participant: Participant }
    socket.emit(event, await ownOf(sessionId, participant))
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
function isOwn({ headers }: IncomingMessage, publicUrl: string | undefined): boolean {
  if (headers['sec-fetch-site'] && headers['sec-fetch-site'] !== 'same-origin') return false
  if (!headers.origin) return false
  const { host, origin } = safeUrl(headers.origin)
  return publicUrl ? origin === new URL(publicUrl).origin : host === headers.host
}

const safeUrl = (text: string) => (URL.canParse(text) ? new URL(text) : { host: '', origin: '' })

import type { Socket } from 'socket.io'
import type { WebSocket } from 'ws'
import { viewerOf } from '~/accounts/session.server'
import { log } from '~/web/log.server'
import { events } from './events.server'
import type { Hall } from './hall.server'
import { JOIN_MS, spending } from './limits'
import { goodbye, Line, takingOver, webSocketOf } from './line'
import { bySocket } from './peer'
import { signedIn, type Answer, type Watcher } from './watcher'

const welcomed = new WeakSet<object>()

/** One socket a connection: what is counted of one would not be counted of a hundred. */
export function welcome(socket: Socket, hall: Hall) {
  if (welcomed.has(socket.conn)) return void socket.conn.close()
  welcomed.add(socket.conn)
  const watcher: Watcher = {
    peer: bySocket(socket),
    there: true,
    viewer: null,
    cookie: socket.handshake.headers.cookie,
    known: Promise.resolve(),
    spend: spending(),
    hearing: 0,
    joined: false,
    participant: null,
    groups: [],
  }
  watcher.known = recognise(watcher, hall)
  watcher.known.catch((error: unknown) => {
    log.warn({ error: String(error) }, 'a socket was not welcomed')
    watcher.peer.hangUp()
  })
  const handOver = takingOver(socket, {
    // Once somebody has joined and everything is answered, socket.io has done its part.
    may: () => watcher.there && watcher.joined && watcher.hearing === 0,
    now: (line) => toLine(line, watcher, hall),
  })
  socket.use(([event, given, answer]) => {
    const reply = typeof answer === 'function' ? (answer as (said: Answer) => void) : () => {}
    void hear(watcher, event, given, reply, hall).then(handOver)
  })
  let unread = 0
  const look = setInterval(() => {
    if (!watcher.joined) return watcher.peer.hangUp()
    handOver()
    // What they were answered is still not read.
    if (!(watcher.peer instanceof Line) && watcher.hearing === 0 && ++unread > 1) webSocketOf(socket)?.terminate()
  }, JOIN_MS)
  socket.on('disconnect', () => {
    clearInterval(look)
    if (watcher.peer instanceof Line) return
    gone(watcher, hall)
    // Also who only said that they leave, or does not read the goodbye.
    socket.conn.close()
    const own = webSocketOf(socket)
    if (own) goodbye(own)
  })
}

async function recognise(watcher: Watcher, { groups }: Hall) {
  watcher.viewer = await viewerOf(watcher.cookie)
  if (watcher.viewer && watcher.there) groups.enter(signedIn(watcher.viewer.sessionId), watcher)
}

/** Every event comes by here and goes no further; what is not one of ours costs its sender as well. */
async function hear(watcher: Watcher, event: unknown, given: unknown, reply: (said: Answer) => void, hall: Hall) {
  const spent = watcher.spend()
  if (spent === 'over') return watcher.peer.sendAway()
  const act = events.get(event as string)
  if (!act) return
  if (spent !== 'ok') return reply({ ok: false, why: 'too-fast' })
  watcher.hearing++
  try {
    await watcher.known
    reply(await act(watcher, given, hall))
  } catch (error) {
    log.warn({ event, error: String(error) }, 'a socket’s event failed')
    // Who is half joined joins anew.
    if (event === 'support') reply({ ok: false, why: 'fault' })
    else watcher.peer.hangUp()
  } finally {
    watcher.hearing--
  }
}

/** A function of its own, so that nothing here keeps socket.io’s socket. */
function toLine(line: WebSocket, watcher: Watcher, hall: Hall) {
  const peer = new Line(line, {
    said: (event, given, reply) => void hear(watcher, event, given, reply, hall),
    gone() {
      hall.beats.remove(peer)
      gone(watcher, hall)
    },
  })
  watcher.peer = peer
  watcher.cookie = undefined
  watcher.viewer = null
  hall.beats.add(peer)
}

function gone(watcher: Watcher, { groups, ticks }: Hall) {
  watcher.there = false
  groups.leave(watcher)
  if (watcher.sessionId) ticks.leave(watcher.sessionId, watcher)
}

import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { WebSocketServer, type ServerOptions } from 'ws'
import { onChange } from '~/live/changed'
import type { Settings } from '~/settings.server'
import { log } from '~/web/log.server'
import { between, type Bus } from './between.server'
import { openHall } from './hall.server'
import { BEAT_S, COMEBACK_MS, FRAME_BYTES, SOCKETS_MOST, TICK_MS } from './limits'
import { welcome } from './welcome.server'

/**
 * The live part of the boards. Everything that is said here was committed before, and everything can also be had by
 * plain pages: a socket only makes it quicker. Answers what ends it.
 */
export function serveSockets(server: HttpServer, { BASE_PATH, PUBLIC_URL }: Settings, bus: Bus | null): () => void {
  const hall = openHall()
  const { beats, ticks } = hall
  const io = new Server(server, {
    path: `${BASE_PATH}/socket.io`,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: FRAME_BYTES,
    connectTimeout: 10_000,
    pingInterval: BEAT_S * 1_000,
    wsEngine: WithoutPongs,
    allowRequest: (req, answer) => {
      forgetRequest(req)
      answer(null, isFromOwnPage(req, PUBLIC_URL) && io.engine.clientsCount + beats.count() < SOCKETS_MOST)
    },
  })
  const others = between(io, bus, ticks.hint)
  onChange((id) => {
    ticks.hint(id)
    others.say(id)
  })
  io.on('connection', (socket) => welcome(socket, hall))
  const guard = setInterval(
    () => void hall.cutOff().catch((error: unknown) => log.warn({ error: String(error) }, 'nobody could be cut off; again in a second')),
    TICK_MS,
  )
  guard.unref()

  return () => {
    onChange(() => {})
    clearInterval(guard)
    hall.close(COMEBACK_MS)
    io.local.emit('leaving', { within: COMEBACK_MS })
    io.local.disconnectSockets(true)
    others.end()
    io.engine.close()
  }
}

/** No browser sends a WebSocket’s own ping, and answers that nobody reads would be kept until the memory is full. */
class WithoutPongs extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, autoPong: false })
  }
}

/** engine.io's stand-in for a response waits for its end for as long as the WebSocket lives, and holds the request. */
function forgetRequest({ socket, upgrade }: IncomingMessage & { upgrade?: boolean }) {
  const waits = socket.rawListeners('close').at(-1) as (() => void) | undefined
  if (upgrade && waits) socket.off('close', waits)
}

/** CORS does not cover WebSocket: a page of another site is refused by its origin. */
function isFromOwnPage({ headers }: IncomingMessage, publicUrl: string | undefined): boolean {
  if (headers['sec-fetch-site'] && headers['sec-fetch-site'] !== 'same-origin') return false
  if (!headers.origin) return false
  const { host, origin } = safeUrl(headers.origin)
  return publicUrl ? origin === new URL(publicUrl).origin : host === headers.host
}

const safeUrl = (text: string) => (URL.canParse(text) ? new URL(text) : { host: '', origin: '' })

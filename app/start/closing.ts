import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'

const QUIET_MS = 1_000
const LOOK_MS = 100

/**
 * Answers what closes this server without cutting anyone off, and whether that succeeded in time. Nobody new is taken
 * in, every answer says `Connection: close`, and a kept connection is closed only once it has been silent for a while:
 * its next request may already be on the way.
 */
export function closing(server: Server, longestMs: number): () => Promise<boolean> {
  const open = new Set<ServerResponse>()
  let ending = false
  const sayClose = (answer: ServerResponse) => void (answer.headersSent || answer.setHeader('Connection', 'close'))
  server.prependListener('request', (_, answer) => {
    open.add(answer)
    answer.once('close', () => open.delete(answer))
    if (ending) sayClose(answer)
  })
  return async () => {
    ending = true
    open.forEach(sayClose)
    const since = Date.now()
    const look = setInterval(() => Date.now() - since >= QUIET_MS && server.closeIdleConnections(), LOOK_MS)
    const inTime = await new Promise<boolean>((done) => {
      // What is no request any more, a WebSocket, is not among all connections and is not waited for.
      const last = setTimeout(() => {
        server.closeAllConnections()
        done(false)
      }, longestMs)
      // Not the server's own close(): it ends kept connections at once, with the requests that are on their way.
      NetServer.prototype.close.call(server, () => {
        clearTimeout(last)
        done(true)
      })
    })
    clearInterval(look)
    return inTime
  }
}

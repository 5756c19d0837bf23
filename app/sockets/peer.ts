import type { Socket } from 'socket.io'

/** What is said to many: made once, and the same bytes for everyone. */
export type Frame = { event: string; value: unknown; bytes: Buffer }

/** Whoever is at the other end, however they are connected. */
export type Peer = {
  say(event: string, value: unknown): void
  /** False: they have not read what was sent before, and nothing is kept for them. */
  push(frame: Frame): boolean
  /** They do not come back by themselves. */
  sendAway(): void
  /** A browser whose line breaks comes back by itself. */
  hangUp(): void
}

/** By socket.io: who has not joined yet, and who polls because no WebSocket gets through. */
export const bySocket = (socket: Socket): Peer => ({
  say: (event, value) => void socket.emit(event, value),
  push({ event, value }) {
    if (!socket.conn.transport.writable) return !socket.connected
    socket.emit(event, value)
    return true
  },
  sendAway: () => void socket.disconnect(true),
  hangUp: () => void socket.conn.close(),
})

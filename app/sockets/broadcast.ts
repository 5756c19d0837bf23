import type { Server } from 'socket.io'

/**
 * One frame to all watchers of a session, a room of some hundred in each turn of the loop: pages of the same process are
 * answered in between. Whoever does not read misses it, and nothing is kept for them (volatile).
 */
export async function broadcast(io: Server, rooms: Iterable<string>, event: string, frame: unknown) {
  for (const room of [...rooms]) {
    io.local.to(room).volatile.emit(event, frame)
    await new Promise((next) => setImmediate(next))
  }
}

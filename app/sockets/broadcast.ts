import type { Server, Socket } from 'socket.io'
import type { WebSocket } from 'ws'

/**
 * One frame to all watchers of a session, a room of some hundred in each turn of the loop: pages of the same process are
 * answered in between. Whoever does not read is passed over, nothing is kept for them, and they are answered as behind. It is
 * made once and the same bytes for everyone: a message (4) that is an event (2) of engine.io's protocol 4 and socket.io's 5.
 */
export async function broadcast(io: Server, rooms: Iterable<string>, event: string, frame: unknown): Promise<string[]> {
  const bytes = framed(Buffer.from(`42${JSON.stringify([event, frame])}`))
  const { adapter, sockets } = io.of('/')
  const behind: string[] = []
  for (const room of [...rooms]) {
    for (const id of adapter.rooms.get(room) ?? []) {
      const socket = sockets.get(id)!
      const line = lineOf(socket)
      if (!(line ? line.bufferedAmount === 0 : socket.conn.transport.writable)) behind.push(id)
      else if (!line) socket.emit(event, frame)
      else if (line.readyState === line.OPEN) line._socket.write(bytes)
    }
    await new Promise((next) => setImmediate(next))
  }
  return behind
}

type Line = WebSocket & { _socket: NodeJS.WritableStream }

/** The WebSocket itself; none for who polls. */
const lineOf = ({ conn }: Socket): Line | null =>
  conn.transport.name === 'websocket' ? (conn.transport as unknown as { socket: Line }).socket : null

/** An unmasked text frame of RFC 6455, section 5.2. */
function framed(text: Buffer): Buffer {
  const extended = text.length < 126 ? 0 : text.length < 65_536 ? 2 : 8
  const head = Buffer.alloc(2 + extended)
  head[0] = 0x81
  head[1] = extended === 0 ? text.length : extended === 2 ? 126 : 127
  if (extended === 2) head.writeUInt16BE(text.length, 2)
  if (extended === 8) head.writeBigUInt64BE(BigInt(text.length), 2)
  return Buffer.concat([head, text])
}

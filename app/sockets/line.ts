import type { Socket } from 'socket.io'
import type { RawData, WebSocket } from 'ws'
import { GOODBYE_MS } from './limits'
import type { Frame, Peer } from './peer'

type Heard = { said(event: string, given: unknown, answer: (value: unknown) => void): void; gone(): void }

/**
 * The WebSocket of who has joined, without socket.io: what it keeps for each connection, of other transports, namespaces and
 * rooms, is three times what the connection itself takes. Of the protocols (Engine.IO’s 4, Socket.IO’s 5) what is left are
 * events, their answers, as text, and the heartbeat.
 */
export class Line implements Peer {
  #answered = true
  #behind = false

  constructor(
    private readonly socket: WebSocket & { _socket?: NodeJS.WritableStream },
    heard: Heard,
  ) {
    socket.on('message', (data, isBinary) => this.#hear(data, isBinary, heard))
    socket.on('close', () => heard.gone())
    // What is wrong with a frame closes the line as well.
    socket.on('error', () => {})
  }

  say(event: string, value: unknown) {
    this.socket.send(eventOf(event, value))
  }

  push({ bytes }: Frame): boolean {
    const { OPEN, readyState, bufferedAmount, _socket } = this.socket
    if (readyState !== OPEN) return true
    if (bufferedAmount > 0) return false
    // Past ws, which would frame it anew for each; so only while ws itself has nothing waiting.
    _socket!.write(bytes)
    return true
  }

  sendAway() {
    this.socket.send(DISCONNECT)
    this.hangUp()
  }

  hangUp() {
    goodbye(this.socket)
  }

  /** Who has not answered the last one is not there any more; who has not read since is no reader, whatever they answer. */
  beat() {
    const behind = this.socket.bufferedAmount > 0
    if (!this.#answered || (behind && this.#behind)) return this.socket.terminate()
    this.#behind = behind
    this.#answered = false
    this.socket.send(PING)
  }

  #hear(data: RawData, isBinary: boolean, { said }: Heard) {
    if (this.socket.readyState !== this.socket.OPEN) return
    const text = isBinary ? '' : (data as Buffer).toString()
    if (text === PONG && !this.#answered) return void (this.#answered = true)
    // An answer that nobody asked for costs like any event.
    const event = text === PONG ? (['', text, null] as const) : eventFrom(text)
    if (!event) return this.hangUp()
    const [id, name, given] = event
    said(name, given, (value) => id && this.socket.send(`43${id}${JSON.stringify([value])}`))
  }
}

const PING = '2'
const PONG = '3'
const DISCONNECT = '41'

const eventOf = (event: string, value: unknown) => `42${JSON.stringify([event, value])}`

/** The number for its answer, if one is wanted, its name and what it says; null where it is none. */
function eventFrom(text: string): [id: string, name: string, given: unknown] | null {
  const [, id, said] = /^42(\d*)(\[.*)$/s.exec(text) ?? []
  if (!said) return null
  try {
    const [name, given] = JSON.parse(said) as unknown[]
    return [id!, String(name), given]
  } catch {
    return null
  }
}

/** An unmasked text frame of RFC 6455, section 5.2. */
export function frameOf(event: string, value: unknown): Frame {
  const text = Buffer.from(eventOf(event, value))
  const extended = text.length < 126 ? 0 : text.length < 65_536 ? 2 : 8
  const head = Buffer.alloc(2 + extended)
  head[0] = 0x81
  head[1] = extended === 0 ? text.length : extended === 2 ? 126 : 127
  if (extended === 2) head.writeUInt16BE(text.length, 2)
  if (extended === 8) head.writeBigUInt64BE(BigInt(text.length), 2)
  return { event, value, bytes: Buffer.concat([head, text]) }
}

type Transport = Socket['conn']['transport'] & { socket: WebSocket; doClose(done?: () => void): void }

/** Closed as the protocol says, and cut off where the other end does not answer. */
export function goodbye(socket: WebSocket) {
  socket.close()
  setTimeout(() => socket.terminate(), GOODBYE_MS).unref()
}

/** None for who polls. */
export const webSocketOf = ({ conn }: Pick<Socket, 'conn'>): WebSocket | null =>
  conn.transport.name === 'websocket' ? (conn.transport as Transport).socket : null

/**
 * Takes the WebSocket out of socket.io’s hands, which then forgets it as if it had closed. Waits while something is still
 * being sent; does nothing for who polls, or who may not yet: then it can be tried again.
 */
export function takingOver({ conn }: Socket, { may, now }: { may(): boolean; now(line: WebSocket): void }) {
  return function attempt() {
    const socket = webSocketOf({ conn })
    const transport = conn.transport as Transport
    const { writeBuffer } = conn as unknown as { writeBuffer: unknown[] }
    if (!socket || conn.readyState !== 'open' || !may()) return
    if (!transport.writable || writeBuffer.length > 0) return void transport.off('ready', attempt).once('ready', attempt)
    socket.removeAllListeners()
    now(socket)
    transport.doClose = (done) => done?.()
    conn.close(true)
  }
}

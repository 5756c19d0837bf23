import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { broadcast } from '../../app/sockets/broadcast'
import { AT_ONCE } from '../../app/sockets/limits'
import { Line, takingOver } from '../../app/sockets/line'
import { bySocket, type Peer } from '../../app/sockets/peer'
import { aPoller, aWatcher } from '../support/live-client'

const http = createServer()
const io = new Server(http, { perMessageDeflate: false })
const watchers: { peer: Peer }[] = []
let url = ''

beforeAll(async () => {
  io.on('connection', (socket) => {
    if (socket.conn.transport.name === 'polling') return void watchers.push({ peer: bySocket(socket) })
    const now = (line: WebSocket) => void watchers.push({ peer: new Line(line, { said: () => {}, gone: () => {} }) })
    takingOver(socket, { may: () => true, now })()
  })
  await once(http.listen(0, '127.0.0.1'), 'listening')
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterAll(() => {
  io.disconnectSockets(true)
  http.closeAllConnections()
  http.close()
})

/** A line that is ours already, and what we say it by. */
async function onALine() {
  const before = watchers.length
  const client = await aWatcher(url)
  await expect.poll(() => watchers.length).toBe(before + 1)
  return { client, watcher: watchers.at(-1)! }
}

/** One whose question for news has come to the server. */
async function whoPolls() {
  const poller = await aPoller(url)
  const clients = io.engine as unknown as { clients: Record<string, { transport: { writable: boolean } }> }
  await expect.poll(() => clients.clients[poller.sid]!.transport.writable).toBe(true)
  return poller
}

test.for([1, 60, 300, 30_000, 200_000])('a frame of %i characters comes whole over a WebSocket and to who polls', async (length) => {
  const text = '问'.repeat(length)
  const [{ client }, poller] = [await onALine(), await whoPolls()]
  const heard = client.until<{ text: string }>('tick', (frame) => frame.text === text)
  const polled = poller.next<{ text: string }>('tick')
  await broadcast(watchers, 'tick', { text })
  expect(await heard).toEqual({ text })
  expect(await polled).toEqual({ text })
  await Promise.all([client.close(), poller.close()])
})

test('who does not read is passed over and named, is sent nothing more than was on its way, and is reached again once it reads', async () => {
  const [{ client: reads }, { client: sleeps, watcher }] = [await onALine(), await onALine()]
  sleeps.socket.pause()
  const big = { text: '问'.repeat(1_000_000) }
  let behind: unknown[] = []
  for (let sent = 0; sent < 50 && !behind.includes(watcher); sent++) behind = await broadcast([watcher], 'tick', big)
  expect(behind).toEqual([watcher])
  const heard = reads.until<{ text: string }>('tick', ({ text }) => text === 'small')
  expect(await broadcast(watchers, 'tick', { text: 'small' })).toContain(watcher)
  await heard
  sleeps.socket.resume()
  const told = sleeps.until<{ text: string }>('tick', ({ text }) => text === 'again')
  await expect.poll(() => broadcast([watcher], 'tick', { text: 'again' })).toEqual([])
  await told
  expect(sleeps.heard.some(([, value]) => (value as { text: string }).text === 'small')).toBe(false)
  await Promise.all([reads.close(), sleeps.close()])
})

test('it goes out in steps, with time for others in between, and who goes meanwhile is left out', async () => {
  const reached: number[] = []
  const hall = new Set(
    Array.from({ length: 2 * AT_ONCE + 50 }, (_, at) => ({ peer: { push: () => reached.push(at) > 0 } as unknown as Peer })),
  )
  const last = [...hall].at(-1)!
  const sent = broadcast(hall, 'tick', { text: '好' })
  expect(reached).toHaveLength(AT_ONCE)
  hall.delete(last)
  expect(await sent).toEqual([])
  expect(reached).toEqual(Array.from({ length: 2 * AT_ONCE + 49 }, (_, at) => at))
})

test('one whose line broke does not keep it from the others', async () => {
  const [{ client: gone }, { client: stays }] = [await onALine(), await onALine()]
  const heard = stays.until('tick')
  gone.socket.terminate()
  await broadcast(watchers, 'tick', { text: 'a' })
  expect(await heard).toEqual({ text: 'a' })
  await stays.close()
})

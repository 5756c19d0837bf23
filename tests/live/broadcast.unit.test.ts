import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { broadcast } from '../../app/sockets/broadcast'
import { aWatcher } from '../support/live-client'

const http = createServer()
const io = new Server(http, { perMessageDeflate: false })
let url = ''

beforeAll(async () => {
  io.on('connection', (socket) => void socket.join('hall'))
  await once(http.listen(0, '127.0.0.1'), 'listening')
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterAll(() => {
  io.disconnectSockets(true)
  http.closeAllConnections()
  http.close()
})

/** Engine.IO 4 by long polling: what is asked for is answered when there is something to say. */
async function whoPolls() {
  const base = `${url}/socket.io/?EIO=4&transport=polling`
  const { sid } = JSON.parse((await (await fetch(base)).text()).slice(1)) as { sid: string }
  const own = `${base}&sid=${sid}`
  await fetch(own, { method: 'POST', body: '40' })
  await fetch(own)
  const clients = io.engine as unknown as { clients: Record<string, { transport: { writable: boolean } }> }
  return {
    /** Asks, and once the server knows, says what is answered. */
    async asking() {
      const answer = fetch(own).then((said) => said.text())
      await expect.poll(() => clients.clients[sid]!.transport.writable).toBe(true)
      return { answer }
    },
  }
}

test.for([1, 60, 300, 30_000, 200_000])('a frame of %i characters comes whole over a WebSocket and to who polls', async (length) => {
  const text = '问'.repeat(length)
  const [watcher, poller] = [await aWatcher(url), await whoPolls()]
  const heard = watcher.until<{ text: string }>('tick', (frame) => frame.text === text)
  const { answer } = await poller.asking()
  await broadcast(io, ['hall', 'nobody'], 'tick', { text })
  expect(await heard).toEqual({ text })
  expect(await answer).toContain(text)
  await watcher.close()
})

test('who does not read is passed over and named, is sent nothing more than was on its way, and is reached again once it reads', async () => {
  const [reads, sleeps] = [await aWatcher(url), await aWatcher(url)]
  const id = [...io.of('/').sockets.keys()].at(-1)!
  sleeps.socket.pause()
  const big = { text: '问'.repeat(1_000_000) }
  let behind: string[] = []
  for (let sent = 0; sent < 50 && !behind.includes(id); sent++) behind = await broadcast(io, [id], 'tick', big)
  expect(behind).toEqual([id])
  const heard = reads.until<{ text: string }>('tick', ({ text }) => text === 'small')
  expect(await broadcast(io, ['hall'], 'tick', { text: 'small' })).toContain(id)
  await heard
  sleeps.socket.resume()
  const told = sleeps.until<{ text: string }>('tick', ({ text }) => text === 'again')
  await expect.poll(() => broadcast(io, [id], 'tick', { text: 'again' })).toEqual([])
  await told
  expect(sleeps.heard.some(([, value]) => (value as { text: string }).text === 'small')).toBe(false)
  await Promise.all([reads.close(), sleeps.close()])
})

test('one who went while it goes out does not keep it from the others', async () => {
  const [gone, stays] = [await aWatcher(url), await aWatcher(url)]
  const heard = stays.until('tick')
  gone.socket.terminate()
  await broadcast(io, ['hall'], 'tick', { text: 'a' })
  expect(await heard).toEqual({ text: 'a' })
  await stays.close()
})

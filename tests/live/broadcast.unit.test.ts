import { expect, test } from 'vitest'
import { broadcast } from '../../app/sockets/broadcast'
import { AT_ONCE } from '../../app/sockets/limits'
import type { Peer } from '../../app/sockets/peer'
import { aPoller } from '../support/live-client'
import { useLines } from './lines'

const served = useLines()
const { io, onALine, peers } = served

/** One whose question for news has come to the server. */
async function whoPolls() {
  const poller = await aPoller(served.url)
  const clients = io.engine as unknown as { clients: Record<string, { transport: { writable: boolean } }> }
  await expect.poll(() => clients.clients[poller.sid]!.transport.writable).toBe(true)
  return poller
}

test.for([1, 60, 300, 30_000, 200_000])('a frame of %i characters comes whole over a WebSocket and to who polls', async (length) => {
  const text = '问'.repeat(length)
  const [{ client }, poller] = [await onALine(), await whoPolls()]
  const heard = client.until<{ text: string }>('tick', (frame) => frame.text === text)
  const polled = poller.next<{ text: string }>('tick')
  await broadcast(peers, 'tick', { text })
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
  expect(await broadcast(peers, 'tick', { text: 'small' })).toContain(watcher)
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
  await broadcast(peers, 'tick', { text: 'a' })
  expect(await heard).toEqual({ text: 'a' })
  await stays.close()
})

import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, createServer, get, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbedded } from '#db/embedded'
import { homeAt } from '#db/server/cluster'
import { withAdmin } from '#db/server/databases'
import { findPostmaster } from '#db/server/postmaster'
import { closing } from '~/start/closing'
import { startApp } from '../support/app'
import { aWatcher } from '../support/live-client'
import { residents } from '../support/residents'
import { builtPages } from '../support/site'

builtPages()

test(
  'under load over kept connections, SIGTERM cuts nobody off, keeps every receipt, stops the database and ends with 0',
  { timeout: 120_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'kaimen-draining-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, maxRetries: 5 }))
    const app = await startApp({ dataDir, env: { DEMO: 'on', TRUSTED_PROXIES: '127.0.0.1' } })
    const load = residents(app.url, { writing: 4, reading: 4 })
    await expect.poll(() => load.receipts.size, { timeout: 30_000 }).toBeGreaterThan(40)
    const told = Date.now()
    process.kill(app.pid, 'SIGTERM')
    expect(await app.ended).toBe(0)
    expect(Date.now() - told).toBeLessThan(15_000)
    await load.left
    expect(load.cut).toEqual([])
    expect(load.other).toEqual([])
    expect(findPostmaster(homeAt(dataDir))).toBeUndefined()
    expect(await commentsIn(dataDir, [...load.receipts.keys()])).toBe(load.receipts.size)
  },
)

test('a hall that does not hear the goodbye does not hold SIGTERM up', { timeout: 60_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaimen-draining-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, maxRetries: 5 }))
  const app = await startApp({ dataDir, env: { DEMO: 'on' } })
  const [joined, polite, idle] = [await aWatcher(app.url), await aWatcher(app.url), await aWatcher(app.url)]
  for (const each of [joined, polite]) expect(await each.ask('join', { code: '306218', since: 0 })).toMatchObject({ ok: true })
  for (const each of [joined, idle]) each.socket.pause()
  process.kill(app.pid, 'SIGTERM')
  await polite.until('leaving')
  await polite.closed
  expect(await app.ended).toBe(0)
  for (const each of [joined, idle]) each.socket.terminate()
})

async function commentsIn(dataDir: string, bodies: string[]) {
  const server = await startEmbedded({ dataDir, log: () => {} })
  try {
    return await withAdmin(server.adminUrl.replace(/postgres$/, 'kaimen'), async (sql) => {
      const [found] = await sql<[{ count: number }]>`select count(*)::int from comments where body in ${sql(bodies)}`
      return found.count
    })
  } finally {
    await server.stop()
  }
}

test('a client that never pauses is let go after its answer', async () => {
  const { server, url } = await aServer()
  const close = closing(server, 5_000)
  const client = insisting(url)
  await client.answers(20)
  await once(server, 'request')
  expect(await close()).toBe(true)
  await client.ended
})

test('negative control: the server’s own close waits for that client as long as it goes on', async () => {
  const { server, url } = await aServer()
  const client = insisting(url)
  await client.answers(20)
  let closed = false
  await once(server, 'request')
  server.close(() => (closed = true))
  await client.answers(200)
  expect(closed).toBe(false)
  server.closeAllConnections()
  await client.ended
})

test('a WebSocket that stays open is waited for no longer than the longest time', async () => {
  const { server, url } = await aServer()
  server.on(
    'upgrade',
    (_, socket) => void socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
  )
  const asked = get(url, { headers: { Connection: 'Upgrade', Upgrade: 'websocket' } })
  const [, socket] = (await once(asked, 'upgrade')) as [unknown, Socket]
  expect(await closing(server, 200)()).toBe(false)
  socket.destroy()
})

test('who takes longer than the longest time is cut off, and that is said', async () => {
  const { server, url } = await aServer(() => {})
  const close = closing(server, 200)
  const cut = once(get(url), 'error')
  await once(server, 'request')
  expect(await close()).toBe(false)
  await cut
})

async function aServer(answer: Parameters<typeof createServer>[1] = (_, res) => void setImmediate(() => res.end('here'))) {
  const server: Server = createServer(answer)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.closeAllConnections())
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** One request after the other over a connection it keeps. */
function insisting(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let count = 0
  const waiting: { goal: number; reached: () => void }[] = []
  const ask = () =>
    new Promise<boolean>((done) =>
      get(url, { agent }, (res) => res.resume().once('end', () => done(true))).once('error', () => done(false)),
    )
  const ended = (async () => {
    while (await ask()) {
      count++
      for (const each of waiting.filter(({ goal }) => goal === count)) each.reached()
    }
    agent.destroy()
  })()
  return { ended, answers: (more: number) => new Promise<void>((reached) => waiting.push({ goal: count + more, reached })) }
}

import { encode } from '@msgpack/msgpack'
import { createClient } from '@redis/client'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import postgres from 'postgres'
import { Server } from 'socket.io'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { readSettings } from '~/settings.server'
import { between, busOf } from '~/sockets/between.server'
import { homeAt } from '../../db/server/cluster'
import { findPostmaster } from '../../db/server/postmaster'
import { ownCluster } from '../support/cluster'
import { inDatabase } from '../support/template'
import { aRedis, orSkipped, REDIS, type Redis } from '../support/redis'

const QUIET_MS = 1_500
// A pool of ten would bear fewer than twelve.
const CUTS = process.env.LONG ? 12 : 3
const pause = (ms: number) => new Promise((next) => setTimeout(next, ms))

type Process = { io: Server; heard: unknown[]; say: (id: number) => void; end: () => void }
const open: Process[] = []
afterEach(() => open.splice(0).forEach(({ end }) => end()))

/** What one process has of the bus, and nothing that asks. */
async function aProcess(env: Record<string, string>): Promise<Process> {
  const io = new Server()
  const heard: unknown[] = []
  const { say, end } = between(io, await busOf(readSettings(env)), (id) => void heard.push(id))
  const process = { io, heard, say, end }
  open.push(process)
  return process
}

/** The bus carries what is said now. Before, its connections may not be made yet. */
async function carries(from: Process, to: Process, timeout = 10_000) {
  const mark = 1_000_000 + Math.floor(Math.random() * 1_000_000)
  let next = mark
  await expect.poll(() => (from.say(next++), to.heard.some((id) => Number(id) >= mark)), { timeout, interval: 100 }).toBe(true)
  await pause(200)
  from.heard.length = to.heard.length = 0
}

const forged = (channel: string) => {
  const from = { uid: 'somebody', nsp: '/' }
  const say = (packet: unknown, more = {}) => ({ ...from, type: 9, data: { packet, ...more } })
  return [
    null,
    [],
    7,
    from,
    { ...from, type: 9 },
    { ...from, type: 3, data: { packet: { type: 2, data: ['tick', {}], nsp: '/' }, opts: { rooms: [], except: [], flags: {} } } },
    { ...from, type: 6, data: { opts: { rooms: [], except: [] }, close: true } },
    { ...from, type: 7, data: { opts: { rooms: [], except: [] }, requestId: channel } },
    { ...from, type: 10, data: { requestId: 'x', packet: [] } },
    { ...from, attachmentId: '1' },
    say(['changed', '5']),
    say(['changed', 1.5]),
    say(['changed', -1]),
    say(['changed']),
    say(['changed', 5, 6]),
    say(['changed', 5], { requestId: 'x' }),
    say(['connection', {}]),
    say(['error', 'x']),
    say('changed'),
    // As good as ours: nothing on a bus is signed.
    say(['changed', 77]),
  ]
}

/** A socket as our watchers are: of its first request nothing is kept. */
function watched({ io }: Process) {
  const events: unknown[] = []
  const socket = { id: 'a', handshake: null, rooms: new Set(['a']), data: {}, join() {}, leave() {} }
  Object.assign(socket, { disconnect: () => events.push('cut off'), packet: (given: unknown) => events.push(given) })
  Object.assign(socket, { client: { writeToEngine: (given: unknown) => events.push(given) }, notifyOutgoingListeners() {} })
  io.of('/').sockets.set('a', socket as never)
  void io.of('/').adapter.addAll('a', new Set(['a']))
  return events
}

describe.skipIf(!REDIS)(`over Redis${orSkipped}`, () => {
  let redis: Redis
  let county: Record<string, string>
  beforeAll(async () => {
    redis = await aRedis()
    county = { DATABASE_URL: 'postgres://kaimen@127.0.0.1:1/county', REDIS_URL: redis.url }
  })
  afterAll(() => redis.stop())
  const aReader = () =>
    createClient({ url: redis.url, RESP: 2 })
      .on('error', () => {})
      .connect()

  test('what is said at one process is heard at the others and nowhere else', async () => {
    const [one, two] = [await aProcess(county), await aProcess(county)]
    const others = await Promise.all([
      aProcess({ ...county, DATABASE_URL: 'postgres://kaimen@127.0.0.1:1/other' }),
      aProcess({ ...county, BASE_PATH: '/other' }),
      aProcess({ ...county, PUBLIC_URL: 'https://other.example' }),
      aProcess({ ...county, DATABASE_URL: '' }),
    ])
    await carries(one, two)
    await carries(two, one)
    one.say(5)
    await expect.poll(() => two.heard).toEqual([5])
    await pause(QUIET_MS)
    expect([one, ...others].map(({ heard }) => heard)).toEqual([[], [], [], [], []])
    // Negative control: those of another county do hear each other.
    await carries(others[1]!, await aProcess({ ...county, BASE_PATH: '/other' }))
  })

  test('a storm is one message a second, of which the last comes after it; Redis keeps none of them', async () => {
    const [one, two] = [await aProcess(county), await aProcess(county)]
    await carries(one, two)
    const began = performance.now()
    while (performance.now() - began < 2_500) {
      for (let each = 0; each < 100; each++) one.say(5)
      await pause(5)
    }
    await pause(QUIET_MS)
    expect(two.heard).toEqual([5, 5, 5, 5])
    const reader = await aReader()
    expect(await reader.keys('*')).toEqual([])
    reader.destroy()
  })

  test('whoever else reaches the bus can say that a session changed, and nothing more', async () => {
    const [one, two] = [await aProcess(county), await aProcess(county)]
    await carries(one, two)
    const events = watched(two)
    const reader = await aReader()
    const stream = 'kaimen::county:stream'
    const [channel] = await reader.sendCommand<string[]>(['PUBSUB', 'CHANNELS', 'kaimen::county#/#'])
    await reader.publish(channel!, 'no message')
    for (const each of forged(channel!)) {
      await reader.publish(channel!, Buffer.from(encode(each)))
      const { type, data } = (each ?? {}) as { type?: number; data?: unknown }
      await reader.xAdd(stream, '*', { uid: 'somebody', nsp: '/', type: String(type), data: JSON.stringify(data ?? null) })
    }
    await expect.poll(() => two.heard).toEqual([77, 77])
    await pause(QUIET_MS)
    expect(two.heard).toEqual([77, 77])
    expect(events).toEqual([])
    await carries(one, two)
    await reader.del(stream)
    reader.destroy()
  })

  test(
    'while Redis is frozen, killed or away nothing waits for it, and when it is back the bus carries again',
    { timeout: 90_000 },
    async () => {
      const [one, two] = [await aProcess(county), await aProcess(county)]
      await carries(one, two)
      watched(one)
      const asked = async () => {
        const from = performance.now()
        one.say(9)
        expect(await one.io.local.fetchSockets()).toHaveLength(1)
        return performance.now() - from
      }
      redis.freeze()
      expect(await asked()).toBeLessThan(1_000)
      redis.thaw()
      await carries(one, two)
      redis.freeze()
      // Longer than a connection may be silent.
      await pause(12_000)
      expect(await asked()).toBeLessThan(1_000)
      redis.thaw()
      await carries(one, two)
      for (let round = 0; round < 3; round++) {
        await redis.kill()
        expect(await asked()).toBeLessThan(1_000)
        if (round === 2) await pause(QUIET_MS)
        await redis.start()
        await carries(one, two)
      }
    },
  )

  test('the processes start before Redis does', async () => {
    await redis.kill()
    const [one, two] = [await aProcess(county), await aProcess(county)]
    await pause(QUIET_MS)
    await redis.start()
    await carries(one, two)
    await carries(two, one)
  })

  test('what is no Redis, has no address, or is away makes nobody wait', async () => {
    const page = createServer((_, res) => void res.end()).listen(0, '127.0.0.1')
    await once(page, 'listening')
    const addresses = [`127.0.0.1:${(page.address() as AddressInfo).port}`, 'nowhere.invalid', '127.0.0.1:1', '192.0.2.1']
    for (const each of addresses) {
      const from = performance.now()
      const one = await aProcess({ ...county, REDIS_URL: `redis://:word@${each}` })
      watched(one)
      one.say(5)
      expect(await one.io.local.fetchSockets()).toHaveLength(1)
      expect(performance.now() - from).toBeLessThan(1_000)
    }
    // What fails later would end a process, and ends a test.
    await pause(QUIET_MS * 2)
    page.closeAllConnections()
    page.close()
  })

  test('a Redis that refuses what is asked of it is not asked without a pause', async () => {
    const reader = await aReader()
    await reader.sendCommand(['ACL', 'SETUSER', 'nothing', 'on', '>nothing', '+ping'])
    const [one, two] = await Promise.all(
      [1, 2].map(() => aProcess({ ...county, REDIS_URL: redis.url.replace(':open-sesame', 'nothing:nothing') })),
    )
    await pause(QUIET_MS)
    const bytes = async () => Number(/total_net_input_bytes:(\d+)/.exec(await reader.info('stats'))![1])
    const from = await bytes()
    for (let each = 0; each < 30; each++, await pause(100)) one!.say(each + 1)
    expect((await bytes()) - from).toBeLessThan(20_000)
    expect(two!.heard).toEqual([])
    reader.destroy()
  })
})

describe('over PostgreSQL', () => {
  let cluster: Awaited<ReturnType<typeof ownCluster>>
  beforeAll(async () => void (cluster = await ownCluster()))
  afterAll(() => cluster.remove())
  const administrator = () => postgres(inDatabase(cluster.adminUrl, 'kaimen'), { max: 1, onnotice: () => {} })

  test('what is said at one process is heard at the others and nowhere else', async () => {
    const [one, two] = [await aProcess({ DATABASE_URL: cluster.url }), await aProcess({ DATABASE_URL: cluster.url })]
    const others = await Promise.all([aProcess({ DATABASE_URL: inject('testServer').appUrl }), aProcess({})])
    await carries(one, two)
    await carries(two, one)
    one.say(5)
    await expect.poll(() => two.heard).toEqual([5])
    await pause(QUIET_MS)
    expect([one, ...others].map(({ heard }) => heard)).toEqual([[], [], []])
  })

  test('whoever else reaches the bus can say that a session changed, and nothing more', async () => {
    const [one, two] = [await aProcess({ DATABASE_URL: cluster.url }), await aProcess({ DATABASE_URL: cluster.url })]
    await carries(one, two)
    const events = watched(two)
    const sql = administrator()
    const notify = (text: string) => sql`select pg_notify('kaimen#/', ${text})`
    await notify('no message')
    for (const each of forged('kaimen#/')) await notify(JSON.stringify(each))
    await expect.poll(() => two.heard).toEqual([77])
    await pause(QUIET_MS)
    expect(two.heard).toEqual([77])
    expect(events).toEqual([])
    await sql.end()
    await carries(one, two)
  })

  test(
    'its connection is cut again and again, and the database is killed: the bus carries again over one connection each',
    { timeout: 120_000 },
    async () => {
      const [one, two] = [await aProcess({ DATABASE_URL: cluster.url }), await aProcess({ DATABASE_URL: cluster.url })]
      await carries(one, two)
      watched(one)
      const sql = administrator()
      const ours = sql`select pid from pg_stat_activity where application_name = 'kaimen bus'`
      for (let round = 0; round < CUTS; round++) {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kaimen bus'`
        one.say(9)
        expect(await one.io.local.fetchSockets()).toHaveLength(1)
        await carries(one, two)
      }
      expect(await ours).toHaveLength(2)
      process.kill(findPostmaster(homeAt(cluster.dataDir))!.pid, 'SIGKILL')
      await carries(one, two, 30_000)
      await carries(two, one)
      await sql.end({ timeout: 1 })
    },
  )
})

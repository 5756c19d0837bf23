import { randomBytes, randomInt } from 'node:crypto'
import type { Socket } from 'node:net'
import WebSocket from 'ws'
import { expect, test } from 'vitest'
import { inspectorOf, inUse } from '../support/in-use'
import { aWatcher, type Watcher } from '../support/live-client'
import { useSharedSite } from '../support/site'
import { anOpenSession, aPublished, questionRow } from './given'

const FRAMES = process.env.LONG ? 100_000 : 2_000
const AT_ONCE = 40
const OF_EACH = 15

// The inspector, to ask for what is in use after a collection.
const site = useSharedSite({ LOG_LEVEL: 'silent', NODE_OPTIONS: '--inspect=127.0.0.1:0' })

const any = (values: unknown[]) => values[randomInt(values.length)]
const aValue = () =>
  any([
    null,
    true,
    -1,
    1.5,
    1e308,
    2 ** 53,
    '1',
    '',
    '\u0000',
    [],
    {},
    [[]],
    { length: 1e9 },
    { toString: 1 },
    'x'.repeat(randomInt(9_000)),
  ])
const nested = (depth: number, [open, close]: [string, string]) => open.repeat(depth) + close.repeat(depth)
const anEvent = () =>
  any(['join', 'desk', 'support', 'error', 'disconnect', 'connect', 'newListener', '__proto__', 'constructor', '', 7, null])

/** One of each kind; `raw` goes around the client, which would not send a broken WebSocket frame. */
const kinds: ((code: string) => string | Buffer | { raw: Buffer })[] = [
  () => `42${JSON.stringify([anEvent(), aValue(), aValue()])}`,
  () =>
    `42${randomInt(1e9)}${JSON.stringify([anEvent(), { code: aValue(), since: aValue(), id: aValue(), number: aValue(), on: aValue() }])}`,
  (code) => `421${JSON.stringify(['join', { code, since: aValue(), more: aValue() }])}`,
  () => `42["support",{"number":${'9'.repeat(randomInt(1, 400))},"on":true}]`,
  () => `42["support",{"number":1e${randomInt(400)},"on":true}]`,
  () => `42["join",{"__proto__":{"code":"000000"},"constructor":{"prototype":{}}}]`,
  () => `42["join",${nested(randomInt(7_000), ['[', ']'])}]`,
  () => `42["join",${nested(1_500, ['{"a":', '}']).replace(':}', ':1}')}]`,
  () => '42["join",'.padEnd(randomInt(12, 16_000), '['),
  () => 'x'.repeat(randomInt(16_385, 60_000)),
  () => `42["join","${'x'.repeat(randomInt(16_385, 60_000))}"]`,
  () =>
    `4${randomInt(10)}${String(any(['', '[', '[]', '{"a":1}', '/admin,', '1-["x",{"_placeholder":true,"num":0}]', '99999999-[1]', '-1', '/,']))}`,
  () => String(randomInt(10)),
  () => randomBytes(randomInt(1, 200)).toString('latin1'),
  () => randomBytes(randomInt(1, 16_000)),
  () => ({ raw: randomBytes(randomInt(1, 500)) }),
  () => ({ raw: Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]) }),
  () => ({ raw: Buffer.from([0xc1, 0x80, 0, 0, 0, 0]) }),
]

async function hostile(count: number, code: string) {
  let sent = 0
  const one = async () => {
    while (sent < count) {
      const watcher = await aWatcher(site.app.url).catch(() => null)
      if (!watcher) continue
      if (randomInt(2)) await watcher.ask('join', { code, since: 0 }).catch(() => null)
      for (let each = 0; each < OF_EACH && watcher.socket.readyState === WebSocket.OPEN; each++) {
        throwAt(watcher, kinds[sent++ % kinds.length]!(code))
        // So that a connection that this one has cost takes no more of them.
        await new Promise((next) => setTimeout(next, 2))
      }
      watcher.socket.terminate()
      await watcher.closed
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return sent
}

function throwAt({ socket }: Watcher, frame: ReturnType<(typeof kinds)[number]>) {
  if (typeof frame === 'string' || Buffer.isBuffer(frame)) socket.send(frame)
  else (socket as unknown as { _socket: Socket | null })._socket?.write(frame.raw)
}

test(
  `${FRAMES} hostile frames cost neither the process nor its memory, nor what is on the board, and who is well-behaved is served on`,
  { timeout: 600_000 },
  async () => {
    const { id, code, moderator } = await anOpenSession()
    const number = await aPublished(id, moderator)
    const good = await aWatcher(site.app.url, { cookie: `participant=${randomBytes(16).toString('base64url')}` })
    expect(await good.ask('join', { code, since: 0 })).toMatchObject({ ok: true })
    await hostile(FRAMES / 10, code)
    const settled = () => new Promise((next) => setTimeout(next, process.env.LONG ? 5_000 : 500))
    await settled()
    const before = await inUse(inspectorOf(site.app.errors))
    const from = performance.now()
    const sent = await hostile(FRAMES, code)
    const took = performance.now() - from
    await settled()
    const after = await inUse(inspectorOf(site.app.errors))
    if (process.env.LONG) console.log({ sent, seconds: took / 1000, before, after })
    expect((await fetch(`${site.app.url}/healthz`)).status).toBe(200)
    process.kill(site.app.pid, 0)
    expect((await questionRow(id, number)).guests).toBe(0)
    expect(await good.ask('support', { number, on: true })).toEqual({ ok: true })
    await good.close()
    expect(after.heapUsed / before.heapUsed).toBeLessThan(1.1)
  },
)

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll } from 'vitest'
import { freePort } from './free-port'

export const REDIS = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find(existsSync)
/** For the name of what needs one. */
export const orSkipped = REDIS ? '' : ' (skipped: no redis-server here)'

export const PASSWORD = 'open-sesame'

/** A redis-server of the test's own, which keeps nothing. */
export async function aRedis() {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'kaimen-redis-'))
  let child: ChildProcess
  async function start() {
    const given = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no', requirepass: PASSWORD }
    child = spawn(
      REDIS!,
      Object.entries(given).flatMap(([name, value]) => [`--${name}`, String(value)]),
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await new Promise<void>((ready, failed) => {
      child.once('error', failed)
      createInterface({ input: child.stdout! }).on('line', (line) => void (line.includes('Ready to accept connections') && ready()))
    })
  }
  async function kill() {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  await start()
  return {
    url: `redis://:${PASSWORD}@127.0.0.1:${port}`,
    start,
    kill,
    /** Neither answers nor lets go. */
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) await kill()
      rmSync(folder, { recursive: true })
    },
  }
}

export type Redis = Awaited<ReturnType<typeof aRedis>>

/** First line of a test file or a part of one: a Redis between whatever is started after it. */
export function useRedis() {
  const redis = {} as Redis
  beforeAll(async () => void (process.env.REDIS_URL = Object.assign(redis, await aRedis()).url))
  afterAll(async () => {
    delete process.env.REDIS_URL
    await redis.stop()
  })
  return redis
}

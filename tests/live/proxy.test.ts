import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startApp, type App } from '../support/app'
import { freePort } from '../support/free-port'
import { aWatcher, type Tick } from '../support/live-client'
import { REDIS, useRedis } from '../support/redis'
import { useSharedSite } from '../support/site'
import { aKey, anOpenSession, aPublished, questionRow } from './given'

const HAPROXY = ['/usr/sbin/haproxy', '/usr/local/sbin/haproxy'].find(existsSync)
const PEOPLE = 500

describe.skipIf(!HAPROXY)(HAPROXY ? 'two processes behind HAProxy' : 'two processes behind HAProxy (skipped: no haproxy here)', () => {
  const env = { LOG_LEVEL: 'silent', TRUSTED_PROXIES: '127.0.0.1' }
  if (REDIS) useRedis()
  const site = useSharedSite(env)
  const folder = mkdtempSync(join(tmpdir(), 'kaimen-haproxy-'))
  let second: App
  let proxy: ChildProcess
  let url: string

  beforeAll(async () => {
    const shared = { ...env, DEMO: 'off', KEY_FILE: process.env.KEY_FILE! }
    second = await startApp({ server: inject('testServer'), database: site.database, dataDir: '', env: shared })
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    writeFileSync(join(folder, 'haproxy.cfg'), configuration(port, [site.app.url, second.url]))
    proxy = spawn(HAPROXY!, ['-db', '-f', join(folder, 'haproxy.cfg')], { stdio: 'ignore' })
    while ((await fetch(`${url}/healthz`).catch(() => null))?.status !== 200) await new Promise((next) => setTimeout(next, 50))
  }, 120_000)
  afterAll(async () => {
    const ended = once(proxy, 'exit')
    proxy.kill()
    await ended
    await second.stop()
    rmSync(folder, { recursive: true })
  })

  const cookies = (answer: Response) => answer.headers.getSetCookie().map((line) => line.split(';')[0]!)

  test(
    `${PEOPLE} participants from one address ask and support without being slowed down, spread over both processes, and each stays where they are`,
    { timeout: 120_000 },
    async () => {
      const { id, code, moderator } = await anOpenSession()
      const number = await aPublished(id, moderator)
      const processes = new Map<string, number>()
      const press = async () => {
        const participant = `participant=${randomBytes(16).toString('base64url')}`
        const first = await fetch(`${url}/live/${code}`, { headers: { Cookie: participant } })
        const [process] = cookies(first).filter((cookie) => cookie.startsWith('KAIMEN='))
        processes.set(process!, (processes.get(process!) ?? 0) + 1)
        const headers = {
          Cookie: `${participant}; ${process}`,
          'Sec-Fetch-Site': 'same-origin',
          'Content-Type': 'application/x-www-form-urlencoded',
        }
        const sent = { method: 'POST', redirect: 'manual', headers } as const
        const supported = await fetch(`${url}/live/${code}/questions/${number}/support`, { ...sent, body: `back=/live/${code}` })
        const asked = await fetch(`${url}/live/${code}/questions/new`, {
          ...sent,
          body: new URLSearchParams({ key: aKey(), body: '几点开门？', name: '' }),
        })
        return [supported.status, asked.status, cookies(asked).some((cookie) => cookie.startsWith('KAIMEN='))]
      }
      const answers: unknown[][] = []
      for (let open = 0; open < PEOPLE; open += 50) answers.push(...(await Promise.all(Array.from({ length: 50 }, press))))
      expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['[303,303,false]']))
      expect((await questionRow(id, number)).guests).toBe(PEOPLE)
      expect(processes.size).toBe(2)
      for (const share of processes.values()) expect(share).toBeGreaterThan(PEOPLE / 4)
    },
  )

  test('a watcher through the proxy is told what was written at either process', async () => {
    const { id, code, moderator } = await anOpenSession()
    const number = await aPublished(id, moderator)
    const watchers = await Promise.all(
      [1, 2, 3, 4].map(() => aWatcher(url, { cookie: `participant=${randomBytes(16).toString('base64url')}` })),
    )
    for (const watcher of watchers) expect(await watcher.ask('join', { code, since: 0 })).toMatchObject({ ok: true })
    for (const watcher of watchers) expect(await watcher.ask('support', { number, on: true })).toEqual({ ok: true })
    await Promise.all(watchers.map((watcher) => watcher.until<Tick>('tick', ({ questions }) => questions[0]?.guests === 4)))
    await Promise.all(watchers.map((watcher) => watcher.close()))
  })
})

const configuration = (port: number, urls: string[]) => `
global
  maxconn 4000
defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
  timeout tunnel 1h
  option forwardfor
frontend all
  bind 127.0.0.1:${port}
  default_backend kaimen
backend kaimen
  balance leastconn
  cookie KAIMEN insert indirect nocache httponly
${urls.map((each, at) => `  server s${at} ${new URL(each).host} cookie s${at} check`).join('\n')}
`

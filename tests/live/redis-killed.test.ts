import { createClient } from '@redis/client'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { db } from '#db/connection.server'
import { liveQuestions, liveSupports } from '#db/schema/live'
import { startApp, type App } from '../support/app'
import { freePort } from '../support/free-port'
import { orSkipped, PASSWORD, REDIS, useRedis } from '../support/redis'
import { useSharedSite } from '../support/site'
import { aBoardPage, type BoardPage } from './board-page'
import { aKey, anOpenSession, aPublished } from './given'

const KILLS = process.env.LONG ? 10 : 2
const WATCHERS = 30
const QUESTIONS = 3
const LATE_MS = 10_000

const pause = (ms: number) => new Promise((next) => setTimeout(next, ms))
const env = { LOG_LEVEL: 'info' }
const another = (database: string, more: Record<string, string> = {}) =>
  startApp({
    server: inject('testServer'),
    database,
    dataDir: '',
    env: { ...env, DEMO: 'off', KEY_FILE: process.env.KEY_FILE!, ...more },
  })

/** What a process logged of its bus. */
const said = ({ lines }: App) =>
  lines.filter((line) => line.includes('bus between processes')).map((line) => (line.includes('away') ? 'away' : 'back'))
const leaked = ({ lines, errors }: App) => [...lines, ...errors].filter((line) => line.includes(PASSWORD))

describe.skipIf(!REDIS)(`two processes with Redis between them${orSkipped}`, () => {
  const redis = useRedis()
  const site = useSharedSite(env)
  let second: App
  beforeAll(async () => void (second = await another(site.database)), 120_000)
  afterAll(() => second.stop())
  const open: BoardPage[] = []
  afterEach(async () => void (await Promise.all(open.splice(0).map((page) => page.close()))))

  /** By plain form, as without JavaScript. */
  async function ask(url: string, code: string, cookie: string): Promise<[string, number]> {
    const key = aKey()
    const answer = await fetch(`${url}/live/${code}/questions/new`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ key, body: `路灯什么时候修？${key}`, name: '' }),
    })
    return [key, Number(/asked=(\d+)$/.exec(answer.headers.get('location')!)![1])]
  }

  async function everyPageHasTheBoard(code: string) {
    const behind = async () => {
      const { questions } = (await (await fetch(`${site.app.url}/live/${code}/board.json`)).json()) as { questions: unknown[] }
      return open.filter((page) => !isDeepStrictEqual(page.board(), questions)).length
    }
    await expect.poll(behind, { timeout: LATE_MS, interval: 100 }).toBe(0)
  }

  test(
    `Redis is killed ${KILLS} times while a hall asks and supports: no request fails, what was acknowledged is there once, every page has the board, and Redis carries again`,
    { timeout: 60_000 + KILLS * 15_000 },
    async () => {
      const { id, code, moderator } = await anOpenSession({ questionsMost: 100 })
      const numbers: number[] = []
      for (let each = 0; each < QUESTIONS; each++) numbers.push(await aPublished(id, moderator))
      const urls = [site.app.url, second.url]
      for (let each = 0; each < WATCHERS; each++) open.push(aBoardPage(urls[each % 2]!, code))
      await Promise.all(open.map(({ opened }) => opened))
      const receipts: [string, number][] = []
      const pressed = new Set<string>()
      for (let round = 0; round < KILLS; round++) {
        const asking = open.filter((_, at) => at % 3 === 0).map((page, at) => ask(urls[at % 2]!, code, page.cookie))
        const supporting = open.map(async (page, at) => {
          const number = numbers[(at + round) % QUESTIONS]!
          expect(await page.watcher!.ask('support', { number, on: true })).toEqual({ ok: true })
          pressed.add(`${page.cookie} ${number}`)
        })
        await Promise.race(supporting)
        await redis.kill()
        receipts.push(...(await Promise.all(asking)))
        await Promise.all(supporting)
        await everyPageHasTheBoard(code)
        await redis.start()
        await expect.poll(() => [site.app, second].map((app) => said(app).at(-1)), { timeout: LATE_MS }).toEqual(['back', 'back'])
      }
      expect(open.filter(({ connections }) => connections.length > 1)).toEqual([])
      expect(await db.$count(liveSupports)).toBe(pressed.size)
      expect(pressed.size).toBe(WATCHERS * Math.min(KILLS, QUESTIONS))
      const rows = await db.select({ key: liveQuestions.formKey, number: liveQuestions.number }).from(liveQuestions)
      const found = new Map(rows.map(({ key, number }) => [key, number]))
      expect(receipts.filter(([key, number]) => found.get(key) !== number)).toEqual([])
      expect(rows).toHaveLength(QUESTIONS + receipts.length)

      const listener = await createClient({ url: redis.url, RESP: 2 })
        .on('error', () => {})
        .connect()
      const words: string[] = []
      await listener.pSubscribe('kaimen:*', (word) => void words.push(word))
      const reader = await listener
        .duplicate()
        .on('error', () => {})
        .connect()
      const [channel] = await reader.sendCommand<string[]>(['PUBSUB', 'CHANNELS', 'kaimen:*#/#'])
      expect(await reader.sendCommand(['PUBSUB', 'NUMSUB', channel!])).toEqual([channel, 2])
      const newcomer = aBoardPage(site.app.url, code)
      open.push(newcomer)
      await newcomer.opened
      await newcomer.watcher!.ask('support', { number: numbers[0]!, on: true })
      await expect.poll(() => words.filter((word) => word.includes('changed')).length).toBe(1)
      await everyPageHasTheBoard(code)
      expect(await reader.keys('*')).toEqual([])
      reader.destroy()
      listener.destroy()
      for (const app of [site.app, second]) {
        process.kill(app.pid, 0)
        expect(said(app)).toEqual(Array(KILLS).fill(['away', 'back']).flat())
        expect(leaked(app)).toEqual([])
      }
    },
  )

  test('where nothing listens, or the password is wrong, a process starts, serves, and says so once', { timeout: 90_000 }, async () => {
    const wrong = Object.assign(new URL(redis.url), { password: `${PASSWORD}-not` }).href
    const addresses = [`redis://:${PASSWORD}@127.0.0.1:${await freePort()}`, wrong]
    const apps = await Promise.all(addresses.map((REDIS_URL) => another(site.database, { REDIS_URL })))
    try {
      const { id, code, moderator } = await anOpenSession()
      open.push(...apps.map(({ url }) => aBoardPage(url, code)))
      await Promise.all(open.map(({ opened }) => opened))
      await aPublished(id, moderator)
      await everyPageHasTheBoard(code)
      // Several tries later.
      await pause(5_000)
      for (const app of apps) {
        expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
        expect(said(app)).toEqual(['away'])
        expect(leaked(app)).toEqual([])
      }
    } finally {
      await Promise.all(open.splice(0).map((page) => page.close()))
      await Promise.all(apps.map((app) => app.stop()))
    }
    expect(await Promise.all(apps.map(({ ended }) => ended))).toEqual([0, 0])
  })
})

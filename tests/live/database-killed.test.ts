import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import postgres, { type Sql } from 'postgres'
import { db } from '#db/connection.server'
import { liveQuestions, liveSupports } from '#db/schema/live'
import { homeAt } from '../../db/server/cluster'
import { findPostmaster } from '../../db/server/postmaster'
import { startApp, type App } from '../support/app'
import { ownCluster } from '../support/cluster'
import { leaveDatabase } from '../support/database'
import { anAccount } from '../support/people'
import { builtPages, cookieOf } from '../support/site'
import { aBoardPage, type BoardPage } from './board-page'
import { aKey, anOpenSession, aPublished } from './given'

const KILLS = process.env.LONG ? 20 : 2
const WATCHERS = 30
const QUESTIONS = 3
const LATE_MS = 10_000

let cluster: Awaited<ReturnType<typeof ownCluster>>
let app: App
let owner: Sql
builtPages()
beforeAll(async () => {
  cluster = await ownCluster()
  const server = { adminUrl: cluster.adminUrl, ownerUrl: cluster.ownerUrl, appUrl: cluster.url, prefix: '' }
  const env = { DEMO: 'off', KEY_FILE: process.env.KEY_FILE!, LOG_LEVEL: 'silent' }
  app = await startApp({ server, database: 'kaimen', dataDir: '', env })
  process.env.DATABASE_URL = cluster.url
})
beforeEach(() => void (owner = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} })))
afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.close()))
  await owner.end({ timeout: 1 })
})
afterAll(async () => {
  await leaveDatabase()
  await app?.stop()
  await cluster?.remove()
})

const open: BoardPage[] = []
function aPage(code: string, cookie?: string) {
  const page = aBoardPage(app.url, code, cookie)
  open.push(page)
  return page
}

const kill = () => process.kill(findPostmaster(homeAt(cluster.dataDir))!.pid, 'SIGKILL')

/** By plain form, as without JavaScript; sent again with the same key until there is a receipt. */
async function ask(code: string, cookie: string, { body, key = aKey() }: { body: string; key?: string }): Promise<number> {
  for (;;) {
    const answer = await fetch(`${app.url}/live/${code}/questions/new`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ key, body, name: '' }),
    })
    const receipt = /asked=(\d+)$/.exec(answer.headers.get('location') ?? '')
    if (receipt) return Number(receipt[1])
    expect(answer.status).toBe(503)
    await pause()
  }
}

/** Pressed until it is acknowledged. */
async function press(page: BoardPage, number: number) {
  for (;;) {
    const answer = await page.watcher?.ask('support', { number, on: true }).catch(() => null)
    if (answer?.ok) return
    // Who presses through twenty breakdowns is asked to wait as well.
    if (answer) expect(['fault', 'too-fast']).toContain(answer.why)
    await pause()
  }
}

const pause = () => new Promise((next) => setTimeout(next, 400))

/** The database answers again, and within the ten seconds after it every open page is told and has the board. */
async function everyPageHasTheBoard(code: string, pages: BoardPage[]) {
  await expect.poll(async () => (await fetch(`${app.url}/readyz`)).status, { timeout: 20_000 }).toBe(200)
  const from = performance.now()
  const behind = async () => {
    const answer = await fetch(`${app.url}/live/${code}/board.json`)
    const { questions } = (await answer.json()) as { questions: unknown[] }
    return pages.filter((page) => !page.watcher || !isDeepStrictEqual(page.board(), questions)).map(({ sentAway }) => sentAway)
  }
  await expect.poll(behind, { timeout: LATE_MS, interval: 100 }).toEqual([])
  return performance.now() - from
}

test(
  `the database is killed ${KILLS} times while a hall asks and supports: what was acknowledged is there once, and every open page has the board again by itself`,
  { timeout: 30_000 + KILLS * 15_000 },
  async () => {
    const { id, code, moderator } = await anOpenSession({ questionsMost: 100 })
    const numbers: number[] = []
    for (let each = 0; each < QUESTIONS; each++) numbers.push(await aPublished(id, moderator))
    const pages = Array.from({ length: WATCHERS }, () => aPage(code))
    await Promise.all(pages.map(({ opened }) => opened))
    const late: BoardPage[] = []
    const receipts = new Map<string, number>()
    for (let round = 0; round < KILLS; round++) {
      const signedIn = await cookieOf(await anAccount())
      const asking = pages
        .filter((_, at) => at % 3 === 0)
        .map(async (page) => {
          const key = aKey()
          receipts.set(key, await ask(code, page.cookie, { body: `路灯什么时候修？${key}`, key }))
        })
      const supporting = pages.map((page, at) => press(page, numbers[(at + round) % QUESTIONS]!))
      await Promise.race([...asking, ...supporting])
      kill()
      // Who opens the page while nobody answers there: a device, and a person who is signed in.
      late.push(aPage(code), aPage(code, signedIn))
      await Promise.all([...asking, ...supporting])
    }
    const took = await everyPageHasTheBoard(code, [...pages, ...late])
    process.kill(app.pid, 0)
    expect(pages.filter(({ connections }) => connections.length > 1)).toEqual([])
    expect(await db.$count(liveSupports)).toBe(WATCHERS * Math.min(KILLS, QUESTIONS))
    const rows = await db.select({ key: liveQuestions.formKey, number: liveQuestions.number }).from(liveQuestions)
    const found = new Map(rows.map(({ key, number }) => [key, number]))
    expect([...receipts].filter(([key, number]) => found.get(key) !== number)).toEqual([])
    expect(rows).toHaveLength(QUESTIONS + receipts.size)
    if (process.env.LONG) console.log(`${Math.round(took)} ms after the database was back`)
  },
)

test('the database is killed while somebody is being told of their question: they are told it later, by the same process', async () => {
  const { code } = await anOpenSession()
  const page = aPage(code)
  await page.opened
  const held = owner.begin(async (tx) => {
    await tx`lock table live_supports in access exclusive mode`
    await ask(code, page.cookie, { body: '几点开门？' })
    const waiting = () => tx`select from pg_locks where relation = 'live_supports'::regclass and not granted`
    await expect.poll(waiting, { timeout: 3_000, interval: 20 }).not.toEqual([])
    kill()
    await tx`select pg_sleep(10)`
  })
  await expect(held).rejects.toThrow()
  await page.watcher!.until<{ questions: { body: string }[] }>('own', ({ questions }) => questions[0]?.body === '几点开门？')
  process.kill(app.pid, 0)
  expect(page.connections).toHaveLength(1)
})

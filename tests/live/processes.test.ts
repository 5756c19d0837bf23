import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { db } from '#db/connection.server'
import { liveSupports } from '#db/schema/live'
import { participantOf } from '~/live/participant.server'
import { boardSince } from '~/live/reads.server'
import { startApp, type App } from '../support/app'
import { aWatcher, type Tick, type Watcher } from '../support/live-client'
import { orSkipped, REDIS, useRedis } from '../support/redis'
import { useSharedSite } from '../support/site'
import { anOpenSession, aPublished } from './given'

const WATCHERS = process.env.LONG ? 400 : 40
const QUESTIONS = 5

type Client = { cookie: string; watcher: Watcher | null; seq: number; tallies: Map<number, number>; acknowledged: Set<number> }

/** A browser's part: it knows the number it has, and comes back with it to whichever process is there. */
async function connect(client: Client, urls: string[], code: string) {
  for (let tried = 0; ; tried++) {
    try {
      const watcher = await aWatcher(urls[tried % urls.length]!, { cookie: client.cookie })
      const said = await watcher.ask<{ ok: boolean; board: Tick }>('join', { code, since: client.seq })
      take(client, said.board)
      client.watcher = watcher
      let heard = watcher.ticks().length
      watcher.listening(() => {
        const ticks = watcher.ticks()
        for (const tick of ticks.slice(heard)) take(client, tick)
        heard = ticks.length
      })
      void watcher.closed.then(() => (client.watcher = null))
      return
    } catch (error) {
      if (tried > 20) throw error
    }
  }
}

function take(client: Client, { since, seq, questions }: Tick) {
  // A tick that does not follow what one has is left: the next join asks for all of it.
  if (since > client.seq) return
  for (const { number, residents, guests } of questions) client.tallies.set(number, residents + guests)
  client.seq = Math.max(client.seq, seq)
}

describe('two processes, and PostgreSQL between them', () => twoProcesses())
describe.skipIf(!REDIS)(`two processes, and Redis between them${orSkipped}`, () => {
  useRedis()
  twoProcesses()
})

function twoProcesses() {
  const env = { LOG_LEVEL: 'silent' }
  const site = useSharedSite(env)
  let second: App

  const start = () =>
    startApp({
      server: inject('testServer'),
      database: site.database,
      dataDir: '',
      env: { ...env, DEMO: 'off', KEY_FILE: process.env.KEY_FILE! },
    })
  beforeAll(async () => void (second = await start()), 120_000)
  afterAll(() => second.stop())

  test(
    'one of two processes is killed in the middle of a storm: every acknowledged support is there once, and every client ends with the same board',
    { timeout: 180_000 },
    async () => {
      const { id, code, moderator } = await anOpenSession()
      const numbers: number[] = []
      for (let each = 0; each < QUESTIONS; each++) numbers.push(await aPublished(id, moderator))
      const both = [site.app.url, second.url]
      const clients = Array.from({ length: WATCHERS }, (): Client => ({
        cookie: `participant=${randomBytes(16).toString('base64url')}`,
        watcher: null,
        seq: 0,
        tallies: new Map(),
        acknowledged: new Set(),
      }))
      await Promise.all(clients.map((client, at) => connect(client, at % 2 ? both : both.toReversed(), code)))
      const press = (client: Client, number: number) =>
        client.watcher
          ?.ask<{ ok: boolean }>('support', { number, on: true })
          .then(({ ok }) => void (ok && client.acknowledged.add(number)))
          .catch(() => {})
      const storm = Promise.all(clients.flatMap((client) => numbers.map((number) => press(client, number))))
      process.kill(second.pid, 'SIGKILL')
      await Promise.all([storm, second.ended])
      const lost = clients.filter(({ watcher }) => !watcher)
      expect(lost.length).toBeGreaterThan(0)
      await Promise.all(lost.map((client) => connect(client, [site.app.url], code)))
      // Whoever was not answered presses again: it is counted once.
      await Promise.all(
        clients.flatMap((client) => numbers.filter((number) => !client.acknowledged.has(number)).map((number) => press(client, number))),
      )
      expect(await db.$count(liveSupports)).toBe(WATCHERS * QUESTIONS)
      const board = (await boardSince(id))!
      expect(board.questions.map(({ guests }) => guests)).toEqual(Array(QUESTIONS).fill(WATCHERS))
      await Promise.all(
        clients.map(async (client) => {
          while (client.seq < board.seq) await client.watcher!.next('tick')
        }),
      )
      for (const { tallies } of clients) expect([...tallies.values()]).toEqual(Array(QUESTIONS).fill(WATCHERS))
      await Promise.all(clients.map(({ watcher }) => watcher!.close()))
      second = await start()
    },
  )

  test('what is written at one process is seen at the other within the tick, and whoever comes back after an absence is told all of it', async () => {
    const { id, code, moderator } = await anOpenSession()
    const number = await aPublished(id, moderator)
    const cookie = `participant=${randomBytes(16).toString('base64url')}`
    const [here, there] = [await aWatcher(site.app.url, { cookie }), await aWatcher(second.url)]
    await here.ask('join', { code, since: 0 })
    const { board } = await there.ask<{ board: Tick }>('join', { code, since: 0 })
    await here.ask('support', { number, on: true })
    await there.until<Tick>('tick', ({ questions }) => questions[0]?.guests === 1)
    await there.close()
    const later = await aPublished(id, moderator, { participant: participantOf(id, null, cookie)! })
    const back = await aWatcher(second.url)
    const again = await back.ask<{ board: Tick }>('join', { code, since: board.seq })
    expect(again.board.questions.map((each) => each.number)).toEqual([number, later])
    await Promise.all([here.close(), back.close()])
  })
}

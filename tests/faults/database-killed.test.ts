import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { homeAt } from '../../db/server/cluster'
import { withAdmin } from '../../db/server/databases'
import { findPostmaster } from '../../db/server/postmaster'
import { ownCluster } from '../support/cluster'
import { publishedPostgres } from '../support/published-postgres'

const KILLS = process.env.LONG ? 50 : 3
const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url))

let cluster: Awaited<ReturnType<typeof ownCluster>>
let owner: Sql

beforeAll(async () => {
  cluster = await ownCluster()
  owner = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} })
})
beforeEach(async () => {
  await owner`drop table if exists halves`
  await owner`create table halves (key uuid, half text, primary key (key, half))`
  await owner`grant select, insert on halves to kaimen_app`
})
afterAll(async () => {
  await owner?.end({ timeout: 1 })
  await cluster?.remove()
})

test(
  `the database is killed ${KILLS} times under load: the app lives on, and what it acknowledged is there, once and whole`,
  { timeout: KILLS * 15_000 },
  async () => {
    const writer = startWriter()
    for (let kill = 0; kill < KILLS; kill++) {
      await writer.acknowledges(200)
      process.kill(kill % 2 ? await aBackend() : thePostmaster(), 'SIGKILL')
    }
    await writer.acknowledges(200)
    expect(await writer.end()).toBe(0)
    const rows = await owner<{ key: string; halves: number }[]>`select key, count(*)::int as halves from halves group by key`
    const found = new Map(rows.map(({ key, halves }) => [key, halves]))
    expect(rows.filter(({ halves }) => halves !== 2)).toEqual([])
    expect(writer.acknowledged.filter((key) => !found.has(key))).toEqual([])
  },
)

test('as published, postgres ends the process: the test above proves the patch', { timeout: 60_000 }, async () => {
  const published = publishedPostgres()
  onTestFinished(published.remove)
  const writer = startWriter(published.module)
  const ended = once(writer.process, 'exit')
  for (let kill = 0; kill < 5 && writer.process.exitCode === null; kill++) {
    await Promise.race([writer.acknowledges(100), ended])
    if (writer.process.exitCode === null) process.kill(thePostmaster(), 'SIGKILL')
  }
  await ended
  expect(writer.errors()).toContain(`reading 'write'`)
})

const thePostmaster = () => findPostmaster(homeAt(cluster.dataDir))!.pid

async function aBackend(): Promise<number> {
  return withAdmin(cluster.adminUrl, async (sql) => {
    const [found] = await sql<[{ pid: number }]>`select pid from pg_stat_activity where usename = 'kaimen_app' limit 1`
    return found.pid
  })
}

function startWriter(otherPostgres?: string) {
  const child: ChildProcess = fork(WRITER, [cluster.url, ...(otherPostgres ? [otherPostgres] : [])], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  const acknowledged: string[] = []
  let errors = ''
  child.on('message', (key: string) => acknowledged.push(key))
  child.stderr!.on('data', (text: Buffer) => (errors += text))
  const acknowledges = async (more: number) => {
    for (const goal = acknowledged.length + more; acknowledged.length < goal;) await once(child, 'message')
  }
  const end = async () => {
    child.disconnect()
    const [code] = await once(child, 'exit')
    return code as number | null
  }
  return { process: child, acknowledged, acknowledges, end, errors: () => errors }
}

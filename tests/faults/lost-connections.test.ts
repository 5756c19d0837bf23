import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import patched, { type Sql, type TransactionSql } from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/connection.server'
import { ownCluster } from '../support/cluster'
import { publishedPostgres } from '../support/published-postgres'

type Postgres = typeof patched
const copy = publishedPostgres()
const { default: published } = (await import(/* @vite-ignore */ copy.module)) as { default: Postgres }

let cluster: Awaited<ReturnType<typeof ownCluster>>
let admin: Sql
beforeAll(async () => {
  cluster = await ownCluster()
  admin = patched(cluster.adminUrl, { database: 'kaimen', max: 1, onnotice: () => {} })
})
beforeEach(async () => {
  await admin`drop table if exists notes`
  await admin`create table notes (who text)`
  await admin`grant all on notes to kaimen_app`
})
afterAll(async () => {
  copy.remove()
  await admin?.end({ timeout: 1 })
  await cluster?.remove()
})

function connect(postgres: Postgres, url = cluster.url) {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  onTestFinished(() => sql.end({ timeout: 0 }))
  return sql
}

const backendOf = async (sql: Sql | TransactionSql) => (await sql<[{ pid: number }]>`select pg_backend_pid() as pid`)[0].pid
// Asked before the lost socket has closed, it is answered or refused, never kept waiting.
const seven = (sql: Sql<never> | Sql) => (sql as Sql)`select 7 as value`.catch(() => (sql as Sql)`select 7 as value`)
const notes = async () => (await admin<{ who: string }[]>`select who from notes order by who`).map(({ who }) => who)
const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

// One transaction loses its connection, another one gets it after it has reconnected, and then the first goes on.
async function goOnAfterLoss(postgres: Postgres) {
  const sql = connect(postgres)
  const [lost, otherIsIn] = [gate(), gate()]
  let late: unknown
  const one = sql
    .begin(async (tx) => {
      await admin`select pg_terminate_backend(${await backendOf(tx)})`
      lost.open()
      await otherIsIn.opened
      late = await tx`insert into notes values ('one')`.catch((error: { code: string }) => error.code)
    })
    .catch((error: { code: string }) => error.code)
  await lost.opened
  expect(await one).toBe('CONNECTION_CLOSED')
  const two = sql.begin(async (tx) => {
    await tx`insert into notes values ('two')`
    otherIsIn.open()
    await expect.poll(() => late).toBeDefined()
  })
  await two
  return late
}

test('a transaction that lost its connection is over: nothing of it runs in another one', async () => {
  expect(await goOnAfterLoss(patched)).toBe('CONNECTION_CLOSED')
  expect(await notes()).toEqual(['two'])
})

test('as published, it wrote into the other one', async () => {
  await goOnAfterLoss(published)
  expect(await notes()).toEqual(['one', 'two'])
})

test('what outlives its transaction is refused', async () => {
  const sql = connect(patched)
  const [other, both] = [gate(), gate()]
  let late: Promise<unknown> = Promise.resolve()
  await sql.begin(async (tx) => {
    late = both.opened.then(() => tx`insert into notes values ('late')`).catch((error: { code: string }) => error.code)
  })
  await sql.begin(async (tx) => {
    await tx`select 1`
    both.open()
    expect(await late).toBe('TRANSACTION_OVER')
    other.open()
  })
  expect(await notes()).toEqual([])
})

async function afterAnErrorHalfWay(postgres: Postgres) {
  const sql = connect(postgres)
  await expect(sql`select 1 / (40000 - n), repeat('x', 20) from generate_series(1, 50000) n`).rejects.toThrow('division by zero')
  return sql`select 7 as value`
}

test('a statement that fails in the middle of its rows does not spoil the next result', async () => {
  expect(await afterAnErrorHalfWay(patched)).toEqual([{ value: 7 }])
})

test('as published, the next result began with empty places', async () => {
  expect((await afterAnErrorHalfWay(published)).length).toBeGreaterThan(1000)
})

test('a reserved connection that was lost refuses, and giving it back does no harm', async () => {
  const sql = connect(patched)
  const reserved = await sql.reserve()
  await admin`select pg_terminate_backend(${await backendOf(reserved)})`
  await expect(reserved`select 1`).rejects.toThrow()
  await expect(reserved`select 1`).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  reserved.release()
  expect(await seven(sql)).toEqual([{ value: 7 }])
})

test('the pool closes at once after its connection was lost under a query', async () => {
  const sql = connect(patched)
  const pid = await backendOf(sql)
  const waiting = sql`select pg_sleep(60)`.catch((error: { code: string }) => error.code)
  await expect.poll(() => admin`select from pg_stat_activity where pid = ${pid} and wait_event = 'PgSleep'`).toHaveLength(1)
  await admin`select pg_terminate_backend(${pid})`
  expect(await waiting).toMatch(/57P01|CONNECTION_CLOSED/)
  await sql.end()
})

test('a COPY whose server goes away tells its stream', async () => {
  const sql = connect(patched)
  const pid = await backendOf(sql)
  const stream = await sql`copy notes from stdin`.writable()
  const failed = once(stream, 'error')
  stream.write('one\n')
  await admin`select pg_terminate_backend(${pid})`
  await expect.poll(() => stream.destroyed || stream.write('more\n')).toBe(true)
  stream.end()
  expect((await failed)[0]).toBeInstanceOf(Error)
  expect(await seven(sql)).toEqual([{ value: 7 }])
})

test('a COPY that is refused at its end tells its stream', async () => {
  await admin`alter table notes add check (who <> 'bad')`
  const stream = await connect(patched)`copy notes from stdin`.writable()
  const failed = once(stream, 'error')
  stream.end('bad\n')
  expect((await failed)[0]).toMatchObject({ code: '23514' })
})

async function aServerThat(answers: (socket: Socket) => void) {
  let calls = 0
  const server = createServer((socket) => {
    calls++
    socket.on('error', () => {})
    answers(socket)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return { url: `postgres://x:y@127.0.0.1:${(server.address() as AddressInfo).port}/z`, calls: () => calls }
}

test('a server that only accepts and closes is an error, not a loop', async () => {
  const server = await aServerThat((socket) => socket.end())
  await expect(connect(patched, server.url)`select 1`).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  expect(server.calls()).toBe(1)
})

test('a server that falls silent costs a query its time limit and five seconds, and the pool recovers', { timeout: 30_000 }, async () => {
  const { sql, close } = openDatabase(cluster.url, { max: 1, statementTimeout: 100 })
  onTestFinished(close)
  const pid = await backendOf(sql)
  process.kill(pid, 'SIGSTOP')
  const began = Date.now()
  await expect(sql`select 1`).rejects.toMatchObject({ code: 'SERVER_SILENT' })
  expect(Date.now() - began).toBeLessThan(10_000)
  const next = seven(sql)
  process.kill(pid, 'SIGCONT')
  expect(await next).toEqual([{ value: 7 }])
})

test('a long answer that keeps coming is not silence', { timeout: 30_000 }, async () => {
  const { sql, close } = openDatabase(cluster.url, { max: 1, statementTimeout: 20_000 })
  onTestFinished(close)
  expect(await sql`select n from generate_series(1, 300000) n`).toHaveLength(300_000)
})

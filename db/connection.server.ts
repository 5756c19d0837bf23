import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { preparing } from './preparing'
import { APP_ROLE, loginOf } from './roles'

type Options = { max?: number; statementTimeout?: number }
type Types = { bigint: number | bigint }

export type Db = PostgresJsDatabase
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
export type Database = { sql: Sql<Types>; db: Db; close(): Promise<void> }

export function openDatabase(url: string, { max = 10, statementTimeout = 5_000 }: Options = {}): Database {
  if (!('survivesLostServers' in postgres))
    throw new Error('postgres runs unpatched: start with "--import ./db/patched.ts", as the scripts in package.json do.')
  const sql = postgres(url, {
    max,
    connect_timeout: 5,
    // As published the pause grows to 20 s, long after the server is back.
    backoff: (retries) => Math.min(0.05 * 2 ** retries, 1),
    ...silence(statementTimeout),
    onnotice: () => {},
    types: { bigint: { to: 20, from: [20], serialize: String, parse: safeNumber } },
    connection: {
      application_name: 'kaimen',
      ...(loginOf(url) === APP_ROLE ? {} : { role: APP_ROLE }),
      TimeZone: 'UTC',
      statement_timeout: statementTimeout,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 10_000,
      default_transaction_isolation: 'read committed',
      synchronous_commit: 'on',
    },
  })
  const db = drizzle(preparing(sql))
  undoDrizzleTypes(sql)
  return { sql, db, close: () => sql.end({ timeout: 5 }) }
}

// Of the patch: a frozen or unreachable server cannot keep its own time limit.
const silence = (statementTimeout: number) => (statementTimeout ? { silence_timeout: statementTimeout / 1000 + 5 } : {})

const safeNumber = (text: string) => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text))

// Drizzle empties these on the shared client, and a Date or object given to plain sql`…` would then fail.
function undoDrizzleTypes({ options }: Sql<Types>) {
  const { parsers, serializers } = options as unknown as Record<'parsers' | 'serializers', Record<number, (value: never) => unknown>>
  parsers[1184] = (text: string) => new Date(text)
  serializers[1184] = (value: Date | string) => (value instanceof Date ? value.toISOString() : value)
  for (const json of [114, 3802]) serializers[json] = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
}

// server.ts and the Remix build each load this module; the pool is the process's, not the module's.
const shared = globalThis as { [key: symbol]: Database | undefined }
const POOL = Symbol.for('kaimen.database')

function pool(): Database {
  if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is not set: the server sets it before the app is loaded.')
  return (shared[POOL] ??= openDatabase(process.env.DATABASE_URL))
}

export async function closeDatabase() {
  const open = shared[POOL]
  shared[POOL] = undefined
  await open?.close()
}

// Opened at first use: a test, too, sets the address only after its imports have run.
export const db: Db = new Proxy({} as Db, { get: (_, key) => Reflect.get(pool().db, key) })
export const sql: Database['sql'] = new Proxy((() => {}) as unknown as Database['sql'], {
  apply: (_, __, args) => Reflect.apply(pool().sql, undefined, args),
  get: (_, key) => Reflect.get(pool().sql, key),
})

export const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => pool().db.transaction(work)

/** A query that Drizzle puts together once for a database, when somebody first asks. */
export function prepared<Query>(put: () => Query): () => Query {
  let of: Database | undefined
  let query: Query
  return () => {
    if (of !== pool()) [of, query] = [pool(), put()]
    return query
  }
}

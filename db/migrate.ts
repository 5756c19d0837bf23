import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Sql } from 'postgres'
import { CLOCK_SQL } from './clock'
import { refuseUnfitServer } from './fitness'
import { limitAppRole, loginOf, makeAppRole } from './roles'
import { guardWholeDrafts } from './whole-drafts'

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))
const LOCK = 7_214_002

export async function migrate({ ownerUrl, appUrl = ownerUrl }: { ownerUrl: string; appUrl?: string }) {
  // Not a static import: the entry files patch postgres first, and static imports are read before anything runs.
  const { default: postgres } = await import('postgres')
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10, connection: { application_name: 'kaimen migrate' } })
  try {
    await refuseUnfitServer(sql)
    await sql`select pg_advisory_lock(${LOCK})`
    await makeAppRole(sql, loginOf(appUrl))
    await applyMigrations(sql)
    await guardWholeDrafts(sql)
    await limitAppRole(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function applyMigrations(sql: Sql) {
  try {
    await sql.unsafe(CLOCK_SQL)
    if (!existsSync(`${FOLDER}/meta/_journal.json`)) return
    await refuseNewerDatabase(sql)
    const [{ drizzle }, { migrate: runMigrations }] = await Promise.all([
      import('drizzle-orm/postgres-js'),
      import('drizzle-orm/postgres-js/migrator'),
    ])
    await runMigrations(drizzle(sql), { migrationsFolder: FOLDER })
  } catch (error) {
    const denied = [error, (error as Error).cause].find((each) => (each as { code?: string } | undefined)?.code === '42501')
    if (!denied) throw error
    const [{ database, login }] = await sql<
      [{ database: string; login: string }]
    >`select current_database() as database, current_user as login`
    throw new Error(
      `The login ${login} may not create tables (${(denied as Error).message}). An administrator runs once: ALTER DATABASE "${database}" OWNER TO "${login}";`,
      { cause: error },
    )
  }
}

async function refuseNewerDatabase(sql: Sql) {
  const [{ made }] = await sql<[{ made: boolean }]>`select to_regclass('drizzle.__drizzle_migrations') is not null as made`
  if (!made) return
  const [{ last }] = await sql<[{ last: string | null }]>`select max(created_at) as last from drizzle.__drizzle_migrations`
  const { entries } = JSON.parse(readFileSync(`${FOLDER}/meta/_journal.json`, 'utf8')) as { entries: { when: number }[] }
  if (Number(last) > Math.max(0, ...entries.map((entry) => entry.when))) {
    throw new Error('This database was last used by a newer version of Kaimen: start that version, or restore a backup from before it.')
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Sql } from 'postgres'
import type { Settings } from '~/settings.server'
import { startEmbedded } from '../embedded'
import { refuseUnfitServer } from '../fitness'
import { APPEND_ONLY, APP_ROLE, loginOf } from '../roles'
import { homeAt } from '../server/cluster'
import { findingOf, type Finding } from './finding'

const CLOCK_SECONDS = 2
const JOURNAL = fileURLToPath(new URL('../migrations/meta/_journal.json', import.meta.url))

type Examined = { findings: Finding[]; holdsSealed: boolean; isDemo: boolean }

const nothingKnown = { holdsSealed: false, isDemo: false }

/** The county's own server, or the embedded one: started for the look if it rests, and left as it was found. */
export async function checkDatabase(settings: Settings): Promise<Examined> {
  const what = '数据库 · database'
  if (settings.DATABASE_URL) return look(settings.DATABASE_URL, settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL)
  if (!existsSync(homeAt(resolve(settings.DATA_DIR)).cluster)) {
    return { findings: [{ ok: true, what, found: '首次启动时建立 · made at the first start' }], ...nothingKnown }
  }
  try {
    const embedded = await startEmbedded({ dataDir: settings.DATA_DIR, log: () => {} })
    return await look(embedded.url, embedded.ownerUrl).finally(embedded.stop)
  } catch (error) {
    const next = `看一看日志 · read the log: ${homeAt(resolve(settings.DATA_DIR)).log}`
    return { findings: [{ ok: false, what, found: (error as Error).message, next }], ...nothingKnown }
  }
}

async function look(appUrl: string, ownerUrl: string): Promise<Examined> {
  // Not a static import: postgres is patched first.
  const { default: postgres } = await import('postgres')
  const open = (url: string, connection = {}) =>
    postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5, connection: { application_name: 'kaimen doctor', ...connection } })
  const owner = open(ownerUrl)
  const app = open(appUrl, loginOf(appUrl) === APP_ROLE ? {} : { role: APP_ROLE })
  try {
    const reached = await findingOf(
      '数据库 · database',
      '检查 DATABASE_URL、数据库是否在运行、防火墙 · check DATABASE_URL, whether the server runs, and the firewall',
      () => serverOf(owner),
    )
    if (!reached.ok) return { findings: [reached], ...nothingKnown }
    const separate = '运行一次 npm start，它会整理权限 · run npm start once: it sets the privileges right'
    const findings = [
      reached,
      await findingOf('表结构 · migrations', '运行 npm start · run npm start', () => migrationsOf(owner)),
      await findingOf('权限分离 · roles', separate, () => rolesOf(app)),
      await findingOf('时钟 · clock', '给两台机器都开启自动对时（NTP）· switch on time synchronisation (NTP) on both machines', () =>
        clockOf(owner),
      ),
    ]
    return { findings, holdsSealed: await hasSealed(owner), isDemo: await isDemo(owner) }
  } finally {
    await Promise.all([owner.end({ timeout: 1 }), app.end({ timeout: 1 })])
  }
}

async function serverOf(sql: Sql) {
  await refuseUnfitServer(sql)
  const [row] = await sql<[{ version: string; encoding: string; ctype: string }]>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding, datctype as ctype
      from pg_database where datname = current_database()`
  return `PostgreSQL ${row.version.split(' ')[0]}, ${row.encoding}, ${row.ctype}`
}

async function migrationsOf(sql: Sql) {
  const { entries } = JSON.parse(readFileSync(JOURNAL, 'utf8')) as { entries: { when: number }[] }
  const [{ made }] = await sql<[{ made: boolean }]>`select to_regclass('drizzle.__drizzle_migrations') is not null as made`
  const done = made
    ? (await sql<{ at: string }[]>`select created_at as at from drizzle.__drizzle_migrations`).map((row) => Number(row.at))
    : []
  const missing = entries.filter((entry) => !done.includes(entry.when)).length
  if (missing > 0) throw new Error(`还差 ${missing} 步 · ${missing} to be applied`)
  if (done.some((at) => !entries.some((entry) => entry.when === at)))
    throw new Error('数据库由更新的版本用过 · a newer version has used this database')
  return `${entries.length}/${entries.length}`
}

/** What the app must never do, it cannot do. */
async function rolesOf(sql: Sql) {
  const [row] = await sql<[{ super: boolean; creates: boolean; rewrites: boolean }]>`
    select (select rolsuper from pg_roles where rolname = current_user) as super,
      has_schema_privilege('public', 'create') as creates,
      exists (select from unnest(${APPEND_ONLY}::text[]) name where has_table_privilege('public.' || name, 'update, delete, truncate')) as rewrites`
  if (row.super || row.creates) throw new Error('应用的账户可以改动表结构 · the app could alter its tables')
  if (row.rewrites) throw new Error('应用的账户可以改写操作记录 · the app could rewrite the record')
  return `${APP_ROLE} 只能读写数据，不能改表、不能改写记录 · may neither alter tables nor rewrite the record`
}

async function clockOf(sql: Sql) {
  await sql`select 1`
  const before = Date.now()
  const [{ at }] = await sql<[{ at: Date }]>`select clock_timestamp() as at`
  const apart = (at.getTime() - (before + Date.now()) / 2) / 1000
  if (Math.abs(apart) > CLOCK_SECONDS)
    throw new Error(`数据库与本机相差 ${apart.toFixed(1)} 秒 · the database and this machine are ${apart.toFixed(1)} s apart`)
  return `相差 ${Math.abs(apart).toFixed(1)} 秒 · ${Math.abs(apart).toFixed(1)} s apart`
}

async function hasSealed(sql: Sql) {
  const [{ made }] = await sql<[{ made: boolean }]>`select to_regclass('public.accounts') is not null as made`
  if (!made) return false
  const [{ any }] = await sql<[{ any: boolean }]>`select exists (select from accounts) as any`
  return any
}

async function isDemo(sql: Sql) {
  const [{ made }] = await sql<[{ made: boolean }]>`select to_regclass('public.county') is not null as made`
  if (!made) return false
  const [{ laid }] = await sql<[{ laid: boolean }]>`select exists (select from county where demo_laid_at is not null) as laid`
  return laid
}

import type { Sql } from 'postgres'
import type { Secrets } from './cluster'

export const START_LOCK = 7_214_001

export async function withAdmin<T>(adminUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  // Not a static import: the entry files patch postgres first, and static imports are read before anything runs.
  const { default: postgres } = await import('postgres')
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {}, connect_timeout: 10, fetch_types: false })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {})
  }
}

// The lock is also taken by whoever is about to stop the server: once it is ours, the server stays.
export function makeDatabase(adminUrl: string, secrets: Secrets) {
  return withAdmin(adminUrl, async (sql) => {
    await sql`select pg_advisory_lock(${START_LOCK})`
    for (const [role, password] of [
      ['kaimen_owner', secrets.owner],
      ['kaimen_app', secrets.app],
    ] as const) {
      const [known] = await sql`select from pg_roles where rolname = ${role}`
      if (!known) await sql.unsafe(`create role ${role} login password '${password}'`)
    }
    const [made] = await sql`select from pg_database where datname = 'kaimen'`
    if (!made) await sql`create database kaimen owner kaimen_owner`
    await sql`revoke all on database kaimen from public`
    await sql`grant connect on database kaimen to kaimen_app`
  })
}

import type { Sql } from 'postgres'

// A receipt promises that the comment survives a power cut; a server set otherwise would make it a lie.
export async function refuseUnfitServer(sql: Sql) {
  const [server] = await sql<[{ version: number; encoding: string; fsync: string; pages: string; commit: string; trigrams: boolean }]>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit,
      exists (select from pg_extension where extname = 'pg_trgm') as trigrams`
  const major = Math.floor(server.version / 10000)
  if (major < 15 || major > 18) throw new Error(`PostgreSQL ${major} is not supported: use 15, 16, 17 or 18.`)
  if (server.encoding !== 'UTF8') throw new Error(`The database stores ${server.encoding}: make it anew with ENCODING 'UTF8'.`)
  if (server.fsync !== 'on')
    throw new Error('The database server runs with fsync off and would lose comments at a power cut: switch it on.')
  if (server.pages !== 'on')
    throw new Error('The database server runs with full_page_writes off and would lose comments at a power cut: switch it on.')
  if (server.commit === 'off')
    throw new Error('The database server runs with synchronous_commit off and would lose comments at a crash: switch it on.')
  if (server.trigrams) await refuseBlindTrigrams(sql)
}

async function refuseBlindTrigrams(sql: Sql) {
  const [{ seen }] = await sql<[{ seen: boolean }]>`select array_length(show_trgm('政府开放日'), 1) is not null as seen`
  if (!seen)
    throw new Error(
      `This database finds no similar Chinese texts: make it anew with CREATE DATABASE … LC_CTYPE 'C.UTF-8' TEMPLATE template0.`,
    )
}

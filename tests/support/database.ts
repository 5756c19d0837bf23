import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { closeDatabase } from '../../db/connection.server'
import { APPEND_ONLY } from '../../db/roles'
import { cloneTemplate, inDatabase } from './template'

/** The owner's connection: for negative controls, and for what the app may not do. Open inside tests. */
export let ownerSql: Sql

/** First line of a test file: a migrated, empty database of its own, reached through db/connection.server. */
export function useDatabase() {
  beforeAll(async () => {
    const server = inject('testServer')
    const name = `${server.prefix}_${process.pid}_${Date.now().toString(36)}`
    await cloneTemplate(server, name)
    process.env.DATABASE_URL = inDatabase(server.appUrl, name)
    ownerSql = postgres(inDatabase(server.ownerUrl, name), { max: 2, onnotice: () => {}, connection: { lock_timeout: 10_000 } })
  })
  beforeEach(reset)
  afterAll(async () => {
    await closeDatabase()
    await ownerSql.end({ timeout: 5 })
  })
}

/** Empties every table and sets the clock right again. */
export async function reset() {
  await ownerSql.unsafe(RESET_SQL)
}

/** Moves app_now(): to an instant, or ahead by an interval such as '3 days' or '-1 hour'. It goes on ticking from there. */
export async function setClock(to: Date | string) {
  const ahead = to instanceof Date ? ownerSql`${to.toISOString()}::timestamptz - now()` : ownerSql`${to}::interval`
  await ownerSql`insert into test_clock (ahead) values (${ahead}) on conflict (one) do update set ahead = excluded.ahead`
}

// Only tables with rows in them are emptied: each truncation writes new files.
const RESET_SQL = `
do $$
declare
  each text;
  filled text[] := '{}';
  kept text;
  has_rows boolean;
begin
  for each in select tablename from pg_tables where schemaname = 'public' loop
    execute format('select exists (select from public.%I)', each) into has_rows;
    if has_rows then filled := filled || each; end if;
  end loop;
  foreach kept in array '{${APPEND_ONLY.join(',')}}'::text[] loop
    continue when to_regclass('public.' || kept) is null;
    execute format('alter table public.%I disable trigger append_only', kept);
  end loop;
  if filled <> '{}' then
    execute (select 'truncate ' || string_agg(format('public.%I', name), ', ') || ' restart identity cascade' from unnest(filled) name);
  end if;
  foreach kept in array '{${APPEND_ONLY.join(',')}}'::text[] loop
    continue when to_regclass('public.' || kept) is null;
    execute format('alter table public.%I enable always trigger append_only', kept);
  end loop;
end $$`

import postgres, { type Sql } from 'postgres'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { closeDatabase } from '../../db/connection.server'
import { APPEND_ONLY } from '../../db/roles'
import { forgetCounty } from '~/county/reads.server'
import { forgetCalendar } from '~/working-days/reads.server'
import { cloneTemplate, inDatabase } from './template'

/** The owner's connection: for negative controls, and for what the app may not do. Open inside tests. */
export let ownerSql: Sql

/** Files share their process: what was sent in one does not count against the limits of the next. */
let file = 0
const { getKey } = RateLimiterMemory.prototype
RateLimiterMemory.prototype.getKey = function (key) {
  return `${file} ${getKey.call(this, key)}`
}

/** What a file sets for itself: the next has no way out for mail unless it opens one. */
const ITS_OWN = ['PUBLIC_URL', 'SMTP_URL', 'SMS_URL']

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
    await leaveDatabase()
    await ownerSql.end({ timeout: 5 })
  })
}

/** The next file of this process has a database of its own. */
export async function leaveDatabase() {
  await closeDatabase()
  file++
  for (const name of ITS_OWN) delete process.env[name]
  forgetCounty()
  forgetCalendar()
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

// Few rows are deleted, all tables in one statement: a truncation writes new files for every table that refers to one of them.
const RESET_SQL = `
do $$
declare
  each text;
  found int;
  most int := 0;
  filled text[] := '{}';
  kept text[];
begin
  for each in select format('public.%I', tablename) from pg_tables where schemaname = 'public' loop
    continue when pg_relation_size(each) = 0;
    execute format('select count(*) from (select from %s limit 201) few', each) into found;
    if found > 0 then filled := filled || each; end if;
    most := greatest(most, found);
  end loop;
  -- A truncation goes on into empty tables that refer to these, and asks their triggers too.
  kept := array(
    select name from unnest('{${APPEND_ONLY.map((name) => `public.${name}`).join(',')}}'::text[]) name
    where to_regclass(name) is not null and (most > 200 or name = any (filled)));
  foreach each in array kept loop
    execute format('alter table %s disable trigger append_only', each);
  end loop;
  if most > 200 then
    execute format('truncate %s cascade', array_to_string(filled, ', '));
  elsif most > 0 then
    execute format('lock table %s in share mode', array_to_string(filled, ', '));
    execute (select 'with ' || string_agg(format('d%s as (delete from %s)', at, name), ', ') || ' select' from unnest(filled) with ordinality t (name, at));
  end if;
  foreach each in array kept loop
    execute format('alter table %s enable always trigger append_only', each);
  end loop;
  perform setval(format('public.%I', sequencename), start_value, false) from pg_sequences where schemaname = 'public' and last_value is not null;
end $$`

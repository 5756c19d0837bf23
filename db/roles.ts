import type { Sql } from 'postgres'

export const APP_ROLE = 'kaimen_app'
export const APPEND_ONLY = ['record', 'live_answers']
const READ_ONLY = ['test_clock']

export const loginOf = (url: string) => decodeURIComponent(/^\w+:\/\/([^:@/?]+)[:@]/.exec(url)?.[1] ?? process.env.PGUSER ?? '')

export async function makeAppRole(sql: Sql, appLogin: string) {
  const [known] = await sql`select from pg_roles where rolname = ${APP_ROLE}`
  if (!known) await asAdministrator(sql, `create role ${APP_ROLE} nologin`, appLogin)
  if (appLogin === APP_ROLE) return
  const [{ version }] = await sql<[{ version: number }]>`select current_setting('server_version_num')::int as version`
  const [{ member }] = await sql<
    [{ member: boolean }]
  >`select pg_has_role(${appLogin}, ${APP_ROLE}, ${version >= 160000 ? 'SET' : 'MEMBER'}) as member`
  if (!member) await asAdministrator(sql, `grant ${APP_ROLE} to ${quoted(appLogin)}`, appLogin)
}

async function asAdministrator(sql: Sql, statement: string, appLogin: string) {
  try {
    await sql.unsafe(statement)
  } catch (error) {
    const { code } = error as { code?: string }
    // Roles belong to the whole server: another database's start may have made it in the same moment.
    if (code === '42710' || code === '23505') return
    if (code !== '42501') throw error
    throw new Error(
      `The role ${APP_ROLE}, as which the app must run, cannot be prepared by this login. An administrator runs once: CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO ${quoted(appLogin)};`,
      { cause: error },
    )
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const list = (names: string[]) => `'{${names.join(',')}}'::text[]`

// Privileges are compared first, so that an ordinary start writes nothing.
const GRANTS_SQL = `
do $$
declare
  found record;
  wanted text[];
begin
  if not has_schema_privilege('${APP_ROLE}', 'public', 'usage') then
    grant usage on schema public to ${APP_ROLE};
  end if;
  if has_schema_privilege('${APP_ROLE}', 'public', 'create') then
    revoke create on schema public from public, ${APP_ROLE};
  end if;
  for found in
    select oid, oid::regclass as name, relname, relkind = 'S' as is_sequence from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and pg_has_role(relowner, 'usage')
  loop
    if found.is_sequence then
      if not has_sequence_privilege('${APP_ROLE}', found.oid, 'usage') then
        execute format('grant usage on sequence %s to ${APP_ROLE}', found.name);
      end if;
      continue;
    end if;
    wanted := case
      when found.relname = any (${list(READ_ONLY)}) then '{select}'
      when found.relname = any (${list(APPEND_ONLY)}) then '{insert,select}'
      else '{delete,insert,select,update}' end;
    if wanted is distinct from (
      select array_agg(p order by p) from unnest('{select,insert,update,delete,truncate,references,trigger}'::text[]) p
      where has_table_privilege('${APP_ROLE}', found.oid, p)
    ) then
      execute format('revoke all on %s from public, ${APP_ROLE}', found.name);
      execute format('grant %s on %s to ${APP_ROLE}', array_to_string(wanted, ', '), found.name);
    end if;
  end loop;
end $$`

// Even the owner's own migrations cannot rewrite these tables by accident; "always" also holds for a replica's session.
const APPEND_ONLY_SQL = `
create or replace function public.refuse_change() returns trigger language plpgsql as $f$
begin
  raise exception 'Rows of % are only ever added.', tg_table_name using errcode = 'insufficient_privilege';
end $f$;
do $$
declare
  name text;
begin
  foreach name in array ${list(APPEND_ONLY)} loop
    continue when to_regclass('public.' || name) is null
      or exists (select from pg_trigger where tgname = 'append_only' and tgrelid = to_regclass('public.' || name) and tgenabled = 'A');
    execute format('create or replace trigger append_only before update or delete or truncate on public.%I for each statement execute function public.refuse_change()', name);
    execute format('alter table public.%I enable always trigger append_only', name);
  end loop;
end $$`

export async function limitAppRole(sql: Sql) {
  await sql.begin((tx) => [tx.unsafe(GRANTS_SQL), tx.unsafe(APPEND_ONLY_SQL)])
}

import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'

const APP_ROLE = 'kaimen_app'
const LOCK = 7_310_254

/**
 * The queue's own tables, made by the owner before the app starts; the app's role may use them and cannot alter
 * them. Row level security is on there without a policy, so each table gets one.
 */
export async function prepareJobs(ownerUrl: string) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    // Two processes starting at once would both create the schema.
    await sql`select pg_advisory_lock(${LOCK})`
    await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) })
    await sql.unsafe(GRANTS_SQL)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

const GRANTS_SQL = `
do $$
declare
  found record;
begin
  grant usage on schema graphile_worker to ${APP_ROLE};
  grant select, insert, update, delete on all tables in schema graphile_worker to ${APP_ROLE};
  grant usage on all sequences in schema graphile_worker to ${APP_ROLE};
  grant execute on all functions in schema graphile_worker to ${APP_ROLE};
  for found in
    select c.oid, c.oid::regclass as name from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = '${APP_ROLE}')
  loop
    execute format('create policy ${APP_ROLE} on %s to ${APP_ROLE} using (true) with check (true)', found.name);
  end loop;
end $$`

// The clock can be moved only where the database's name says that it is a test.
export const CLOCK_SQL = `
create table if not exists public.test_clock (
  one boolean primary key default true check (one),
  ahead interval not null,
  check (current_database() like '%test%')
);
create or replace function public.app_now() returns timestamptz language sql stable parallel safe as
  $$ select now() + coalesce((select ahead from public.test_clock), interval '0') $$;
`

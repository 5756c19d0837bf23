import type { Sql } from 'postgres'

// Nothing of a draft may be lost: whatever cuts it, the units joined are its source when the transaction ends.
// Deferred, so that the first of its rows checks the whole draft and the others have nothing left to do.
const WHOLE_DRAFTS_SQL = `
create or replace function public.check_whole_draft() returns trigger language plpgsql as $f$
declare
  touched integer := case when tg_table_name = 'articles' then coalesce((to_jsonb(new) ->> 'consultation_id')::int, (to_jsonb(old) ->> 'consultation_id')::int) else (to_jsonb(new) ->> 'id')::int end;
  source text;
  joined text;
  checked text := pg_current_xact_id()::text || ' ' || touched;
begin
  if current_setting('kaimen.whole_draft', true) = checked then return null; end if;
  select source_text into source from public.consultations where id = touched and source_text <> '';
  if not found then return null; end if;
  select coalesce(string_agg(body, '' order by position), '') into joined from public.articles where consultation_id = touched;
  if joined is distinct from source then
    raise exception 'The units of consultation % do not join to its draft.', touched using errcode = 'check_violation', constraint = 'articles_whole_draft';
  end if;
  perform set_config('kaimen.whole_draft', checked, true);
  return null;
end $f$;
do $$
begin
  if to_regclass('public.articles') is null or exists (select from pg_trigger where tgname = 'whole_draft' and tgrelid = 'public.articles'::regclass) then
    return;
  end if;
  create constraint trigger whole_draft after insert or update or delete on public.articles
    deferrable initially deferred for each row execute function public.check_whole_draft();
  create constraint trigger whole_draft after update of source_text on public.consultations
    deferrable initially deferred for each row execute function public.check_whole_draft();
end $$`

export const guardWholeDrafts = (sql: Sql) => sql.begin((tx) => tx.unsafe(WHOLE_DRAFTS_SQL))

import { createHash, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { writeEntries } from '../../app/draws/entries'

const SIZES = [1, 2, 4, 1, 3, 1, 2, 1]

/** An open day of the demo county's housing department, with a draw, as far as it has come. */
export async function aDrawDayOn(owner: Sql, reached: 'prepared' | 'closed' | 'due') {
  const slug = `draw-${randomUUID().slice(0, 8)}`
  const [staff] = await owner<{ id: string; department_id: number }[]>`
    select a.id, a.department_id from accounts a join departments d on d.id = a.department_id where d.slug = 'housing' and a.role = 'staff'`
  const [other] = await owner<{ id: string }[]>`select id from accounts where role = 'publisher' order by created_at, id limit 1`
  const out = reached !== 'prepared'
  const [day] = await owner<{ id: number }[]>`
    insert into open_days (slug, department_id, title, choosing, opens_at, closes_at, prepared_by, submitted_at, submitted_by, published_at, published_by)
    values (${slug}, ${staff!.department_id}, '走进城市展览馆', 'draw', now() - interval '9 days',
      ${out ? owner`now() - interval '3 hours'` : owner`now() + interval '5 days'`}, ${staff!.id}, ${out ? owner`now() - interval '9 days'` : null}, ${out ? staff!.id : null},
      ${out ? owner`now() - interval '9 days'` : null}, ${out ? other!.id : null})
    returning id`
  const id = day!.id
  const [slot] = await owner<{ id: number }[]>`
    insert into slots (open_day_id, position, name, arrive_at, starts_at, ends_at, last_number)
    values (${id}, 1, '上午场', now() + interval '10 days', now() + interval '10 days 1 hour', now() + interval '10 days 2 hours', ${SIZES.length})
    returning id`
  const [pool] = await owner<{ id: number }[]>`
    insert into quotas (open_day_id, slot_id, capacity) values (${id}, ${slot!.id}, 6) returning id`
  if (!out) return { id, slug }
  for (const [index, size] of SIZES.entries())
    await owner`
      insert into registrations (open_day_id, slot_id, quota_id, number, state, size, rank, person_key, contact_kind, lang, house_rules_version,
        code_key, code_sealed, form_key, form_print, slot_version)
      values (${id}, ${slot!.id}, ${pool!.id}, ${index + 1}, 'applied', ${size}, ${index + 1}, ${`${slug}-${index}`}, 'phone', 'zh-CN', 1,
        ${`${slug}-${index}`}, '\\x00', ${`${slug}-${index}`}, '', 1)`
  const party = { wheelchairs: 0, interpreter: false, quiet: false, group: null, slot: { position: 1, name: '上午场' } }
  const entries = writeEntries(SIZES.map((size, index) => ({ ...party, size, number: index + 1 })))
  const hash = createHash('sha256').update(entries).digest('hex')
  const due = reached === 'due'
  await owner`
    insert into draws (open_day_id, source, speaks_at, named_by, named_at, frozen_at, entries, entries_hash)
    values (${id}, '双色球第2026150期，六个红球号码和蓝球号码', ${due ? owner`now() - interval '1 hour'` : owner`now() + interval '1 hour'`},
      ${staff!.id}, now() - interval '9 days', now() - interval '2 hours', ${entries}, ${hash})`
  return { id, slug }
}

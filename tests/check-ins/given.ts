import type { Sql } from 'postgres'
import { lookupKey, newCode, seal } from '~/sealing.server'
import { signTicket } from '~/tickets/signing.server'

/** An open day of the demo county's housing department that has its gate open now, with so many confirmed parties of two. */
export async function aGateNow(owner: Sql, parties: number) {
  const { dataDir } = JSON.parse(process.env.BROWSER_TESTS!) as { dataDir: string }
  process.env.KEY_FILE = `${dataDir}/kaimen.key`
  const [staff] = await owner<{ id: string; departmentId: number }[]>`
    select id, department_id as "departmentId" from accounts where email_key = ${lookupKey('email', 'housing@chengxi.example')}`
  const [publisher] = await owner<{ id: string }[]>`select id from accounts where role = 'publisher' limit 1`
  const [day] = await owner<{ id: number }[]>`
    insert into open_days (slug, department_id, title, place, opens_at, closes_at, prepared_by, submitted_at, submitted_by, published_at, published_by)
    values ('gate-' || gen_random_uuid(), ${staff!.departmentId}, '走进水厂', '水厂', app_now() - interval '9 days', app_now() - interval '1 day',
      ${staff!.id}, app_now(), ${staff!.id}, app_now(), ${publisher!.id}) returning id`
  const [slot] = await owner<{ id: number }[]>`
    insert into slots (open_day_id, position, name, gate, arrive_at, starts_at, ends_at, last_number)
    values (${day!.id}, 1, '上午场', '东门', app_now() - interval '10 minutes', app_now() + interval '1 hour', app_now() + interval '3 hours', ${parties}) returning id`
  const [quota] = await owner<{ id: number }[]>`
    insert into quotas (open_day_id, slot_id, capacity, taken) values (${day!.id}, ${slot!.id}, ${parties * 2 + 3}, ${parties * 2}) returning id`
  const visitors = []
  for (let number = 1; number <= parties; number++) {
    const code = newCode()
    const [{ id }] = await owner<[{ id: number }]>`
      insert into registrations (open_day_id, slot_id, quota_id, number, state, size, rank, person_key, name, contact_kind, lang, house_rules_version,
        code_key, code_sealed, form_key, form_print, slot_version)
      values (${day!.id}, ${slot!.id}, ${quota!.id}, ${number}, 'confirmed', 2, ${number}, ${`p-${day!.id}-${number}`}, ${seal(`来客${number}`)}, 'phone',
        'zh-CN', 1, ${lookupKey('registration', code)}, ${seal(code)}, ${`f-${day!.id}-${number}`}, '', 1) returning id`
    visitors.push({ code, id, ticket: signTicket({ openDayId: day!.id, slotId: slot!.id, registrationId: id }) })
  }
  return { id: day!.id, slotId: slot!.id, visitors }
}

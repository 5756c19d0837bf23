import { randomBytes } from 'node:crypto'
import type { Sql } from 'postgres'

export type Bare = { openDayId: number; slotId: number; quotaId: number; departmentId: number }

const SEALED = { name: randomBytes(38), contact: randomBytes(40), code: randomBytes(48), params: randomBytes(230) }
const aKey = () => randomBytes(32).toString('base64url')

/** The rows of one registration as the app writes them, already sealed. */
const aRow = () => ({
  person: aKey(),
  code: aKey(),
  form: randomBytes(16).toString('base64url'),
  print: aKey(),
  name: SEALED.name.toString('base64'),
  contact: SEALED.contact.toString('base64'),
  sealed: SEALED.code.toString('base64'),
  params: SEALED.params.toString('base64'),
})

/** The guarantee written down once: lock the row, count, number, insert, tell; a transaction for each request. */
export const rowLockPerRequest = (sql: Sql, at: Bare) => () => sql.begin((tx) => writeWithin(tx as unknown as Sql, at, [aRow()]))

const AT_ONCE = 250

/** The same in groups: what arrives while one is being written goes into the next. */
export function microBatched(sql: Sql, at: Bare) {
  let waiting: { row: ReturnType<typeof aRow>; done: () => void; fail: (error: unknown) => void }[] = []
  let running = false
  async function run() {
    running = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, AT_ONCE)
      waiting = waiting.slice(AT_ONCE)
      try {
        await sql.begin((tx) =>
          writeWithin(
            tx as unknown as Sql,
            at,
            batch.map(({ row }) => row),
          ),
        )
        for (const { done } of batch) done()
      } catch (error) {
        for (const { fail } of batch) fail(error)
      }
    }
    running = false
  }
  return () =>
    new Promise<void>((done, fail) => {
      waiting.push({ row: aRow(), done, fail })
      if (!running) setImmediate(() => void (running || run()))
    })
}

async function writeWithin(tx: Sql, { openDayId, slotId, quotaId, departmentId }: Bare, rows: ReturnType<typeof aRow>[]) {
  // Read in the same statement as the lock, the count would be the one from before the wait.
  const [[slot], [quota]] = await Promise.all([
    tx<{ last: number }[]>`select last_number as last from slots where id = ${slotId} for update`,
    tx<{ free: number }[]>`select capacity - taken as free from quotas where id = ${quotaId}`,
  ])
  const { last } = slot!
  const { free } = quota!
  const sent = JSON.stringify(rows.map((row, i) => ({ ...row, number: last + i + 1, state: i < free ? 'confirmed' : 'waiting' })))
  await Promise.all([
    tx`
      insert into registrations (open_day_id, slot_id, quota_id, number, state, size, rank, person_key, name, contact, contact_kind, lang,
        house_rules_version, code_key, code_sealed, form_key, form_print, slot_version, told_at)
      select ${openDayId}, ${slotId}, ${quotaId}, r.number, r.state::registration_state, 1, r.number, r.person, decode(r.name, 'base64'),
             decode(r.contact, 'base64'), 'phone', 'zh-CN', 1, r.code, decode(r.sealed, 'base64'), r.form, r.print, 1, app_now()
        from json_to_recordset(${sent}::text::json) as r(number int, state text, person text, name text, contact text, code text, sealed text, form text, print text)
      on conflict do nothing`,
    tx`
      insert into outbox (way, template, lang, department_id, recipient_kind, recipient, params)
      select 'call', 'registered', 'zh-CN', ${departmentId}, 'phone', decode(r.contact, 'base64'), decode(r.params, 'base64')
        from json_to_recordset(${sent}::text::json) as r(contact text, params text)`,
    tx`update quotas set taken = taken + ${Math.min(free, rows.length)} where id = ${quotaId}`,
    tx`update slots set last_number = ${last + rows.length} where id = ${slotId}`,
  ])
}

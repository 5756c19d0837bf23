import { afterAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { db, sql } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { registrations } from '#db/schema/registrations'
import { deliverDue } from '~/messages/delivery.server'
import { newFormKey } from '~/web/form-key.server'
import { remindVisitors } from '~/registrations/reminders-writes.server'
import { forgetVisitors } from '~/registrations/retention.server'
import { unseal } from '~/sealing.server'
import { mailSink } from '../messages/sink'
import { setClock } from './site-clock'
import { aCounty } from '../support/people'
import { ask, cookieOf, useSharedSite } from '../support/site'
import { anAskingDay } from './given'
import { ALSO_GROWN } from './numbers'

const sink = await mailSink()
process.env.SMTP_URL = sink.url
const site = useSharedSite({ SMTP_URL: sink.url, LOG_LEVEL: 'debug' })
afterAll(() => sink.stop())

/** Told by visitors, and by nobody else in this database. */
const told = {
  identity: ALSO_GROWN,
  passport: 'EK7731942',
  'birth date': '2013-09-17',
  plate: '浙AX7Q29',
  'guardian’s telephone': '13987650421',
  'guardian’s name': '守望者',
  'companion’s name': '同行人甲乙',
}
const typed = {
  ...{ 'name-1': '登记人丙丁', 'identity-1': told.identity, plates: told.plate, consent: 'on' },
  ...{ 'name-2': told['companion’s name'], 'kind-2': 'passport', 'other-2': told.passport, 'born-2': '20130917', 'childConsent-2': 'on' },
  ...{ 'guardian-2': 'other', 'guardianName-2': told['guardian’s name'], 'guardianPhone-2': told['guardian’s telephone'] },
}

type Sent = { cookie?: string; form?: Record<string, string> }
const kept: string[] = []

/** As a browser asks; what comes back is looked through at the end. */
async function open(path: string, { cookie, form }: Sent = {}) {
  const headers = { 'Sec-Fetch-Site': 'same-origin', ...(cookie ? { Cookie: cookie } : {}) }
  const body = form && new URLSearchParams(form).toString()
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const answer = await ask(site.app.url + path, form ? { method: 'POST', headers: { ...headers, ...type }, body } : { headers })
  kept.push(answer.body)
  return answer
}

const bytesAsText = (value: Uint8Array) => {
  const found = Buffer.from(value).toString('utf8')
  try {
    return { found, unsealed: unseal(value) }
  } catch {
    return { found, unsealed: '' }
  }
}

/** Every value of every table there is, as it stands and unsealed. */
async function dump() {
  const tables = await sql<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
  const clear: string[] = []
  const unsealed: string[] = []
  for (const { schema, name } of tables) {
    for (const row of await sql`select * from ${sql(schema)}.${sql(name)}`) {
      for (const value of Object.values(row)) {
        if (value instanceof Uint8Array) {
          const text = bytesAsText(value)
          clear.push(text.found)
          unsealed.push(text.unsealed)
        } else clear.push(value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
      }
    }
  }
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['party_members', 'party_plates', 'outbox', 'record', 'check_ins']))
  return { clear: clear.join('\n'), unsealed: unsealed.join('\n') }
}

const hits = (text: string) => Object.entries(told).flatMap(([name, value]) => (text.includes(value) ? [name] : []))
const everything = Object.keys(told)

test('after the clean-up nothing that visitors told is left in tables, logs, mails, pages or exports; before it, it is found', async () => {
  await aCounty()
  const { day, slot, pool, staff } = await anAskingDay({ keptDays: 30 })
  const desk = `/desk/open-days/${day.id}`

  const asked = { key: newFormKey(), place: `${slot.id}-${pool.id}`, size: '2', name: '登记人丙丁', contact: 'visitor@example.cn' }
  const registered = await open(`/open-days/${day.slug}/registration`, { form: asked })
  expect(registered.status).toBe(303)
  const visit = String(registered.headers.location)
  const [{ id } = { id: 0 }] = await db.select().from(registrations)

  expect((await open(`${visit}/details`, { form: { ...typed, 'identity-1': '1' } })).status).toBe(422)
  kept.length = 0
  expect((await open(`${visit}/details`, { form: typed })).status).toBe(303)
  for (const path of ['', '/details', '/party']) await open(visit + path)
  expect(hits(kept.join('\n')), 'the holder of the code sees names and plates again, and no number').toEqual([
    'plate',
    'guardian’s name',
    'companion’s name',
  ])
  kept.length = 0

  await setClock(site.database, new Date(slot.arriveAt.getTime() - 20 * 3_600_000))
  await remindVisitors()
  // Not a minute before: that may be another day.
  await setClock(site.database, slot.startsAt)
  const fresh = await cookieOf({ id: staff.id, role: 'staff' })
  for (const path of ['', '/registrations', `/registrations/${id}`, '/registrations.csv', '/check-in'])
    await open(desk + path, { cookie: fresh })
  expect(hits(kept.join('\n')), 'lists, the desk page of one and the masked export').toEqual([])

  const sheet = await open(`${desk}/guard-sheet`, { cookie: fresh })
  expect(hits(sheet.body), 'the guard, on the day').toEqual(everything)
  const shown = await open(`${desk}/registrations/${id}/details`, { cookie: fresh, form: {} })
  expect(hits(shown.body), 'who asks to see it').toEqual(everything)
  const file = await open(`${desk}/registrations/full.csv`, { cookie: fresh, form: {} })
  expect([file.status, hits(file.body)], 'the full export').toEqual([200, everything])
  await open(`${desk}/check-in`, { cookie: fresh, form: { nonce: newFormKey(), shown: '1-1' } })
  await deliverDue()
  await open('/desk/record', { cookie: fresh })

  const before = await dump()
  expect(hits(before.clear), 'in the open, even before').toEqual([])
  expect(hits(before.unsealed), 'found: the search is able to find').toEqual(everything)

  await setClock(site.database, new Date(slot.endsAt.getTime() + 31 * 86_400_000))
  await forgetVisitors()
  const after = await dump()
  expect(hits(after.clear)).toEqual([])
  expect(hits(after.unsealed)).toEqual([])

  kept.length = 0
  const later = await cookieOf({ id: staff.id, role: 'staff' })
  const pages = ['/', '/open-days', `/open-days/${day.slug}`, '/feeds/open-days.atom', '/feeds/open-days.ics', visit, `${visit}/details`]
  for (const path of pages) await open(path)
  for (const path of ['', '/registrations', `/registrations/${id}`, '/guard-sheet', '/check-in', '/registrations.csv'])
    await open(desk + path, { cookie: later })
  const full = await open(`${desk}/registrations/full.csv`, { cookie: later, form: {} })
  expect(full.status).toBe(200)
  await open('/desk/record', { cookie: later })
  await open('/desk/messages', { cookie: later })
  expect(hits(kept.join('\n'))).toEqual([])

  await expect.poll(() => sink.got.length).toBeGreaterThan(0)
  expect(hits(JSON.stringify(sink.got))).toEqual([])
  expect(await db.$count(outbox, eq(outbox.template, 'registered'))).toBe(1)
  expect(site.app.lines.length).toBeGreaterThan(0)
  expect(hits([...site.app.lines, ...site.app.errors].join('\n'))).toEqual([])
})

import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { withAdmin } from '#db/server/databases'
import { ask, useSite } from '../support/site'
import { inDatabase } from '../support/template'

const site = useSite()
const PHONE = '0000-6120000'
let owner: Sql

beforeAll(async () => {
  owner = postgres(inDatabase(inject('testServer').ownerUrl, site.database), { max: 1, onnotice: () => {} })
  await owner`insert into county (name, name_en, phone) values ('测试县', 'Test County', ${PHONE})`
  // A county is remembered for some seconds.
  await vi.waitUntil(async () => (await ask(site.app.url)).body.includes('测试县'), { timeout: 15_000 })
})
afterAll(() => owner.end())

async function expectHelp(path: string, status: number, headers: Record<string, string> = {}) {
  const answer = await ask(site.app.url + path, { headers })
  expect(answer.status).toBe(status)
  expect(answer.body).toContain(`href="tel:${PHONE.replace('-', '')}"`)
  const reference = /编号.{0,12}<span class="code">([0-9a-f]{8})<\/span>/.exec(answer.body)?.[1]
  expect(reference).toBeDefined()
  if (status === 500) await expect.poll(() => site.app.lines.join('\n')).toContain(reference)
  expect(answer.body).toContain('回执')
  expect(answer.body).not.toMatch(/\bat .*:\d+|relation|select /)
}

test('a fault in a page says that receipts hold, whom to call and under which number', async () => {
  await owner`alter table consultations rename to consultations_away`
  try {
    await expectHelp('/consultations', 500)
  } finally {
    await owner`alter table consultations_away rename to consultations`
  }
})

test('a fault before any page says the same, and the process lives on', async () => {
  await owner`alter table sessions rename to sessions_away`
  try {
    for (const _ of ['first', 'second']) await expectHelp('/', 500, { Cookie: 'sid=abcdefghijklmnopqrstuvwxyz234567abcdefgh' })
  } finally {
    await owner`alter table sessions_away rename to sessions`
  }
  expect((await ask(`${site.app.url}/healthz`)).status).toBe(200)
})

test('without its database the site says that it is away for a while, and the same', async () => {
  const asAdmin = (statement: string) => withAdmin(inject('testServer').adminUrl, (sql) => sql.unsafe(statement))
  await asAdmin(`alter database ${site.database} connection limit 0`)
  try {
    await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${site.database}' and usename = 'kaimen_app'`)
    await expectHelp('/consultations', 503)
  } finally {
    await asAdmin(`alter database ${site.database} connection limit -1`)
  }
  expect((await ask(site.app.url)).status).toBe(200)
})

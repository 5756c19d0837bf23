import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { homeAt } from '../../db/server/cluster'
import { findPostmaster } from '../../db/server/postmaster'
import { anOpenConsultation, aKey } from '../comments/given'
import { startApp, type App } from '../support/app'
import { ownCluster } from '../support/cluster'
import { leaveDatabase } from '../support/database'
import { aCounty, anAccount } from '../support/people'
import { ask, cookieOf, useSite } from '../support/site'

useSite()
let cluster: Awaited<ReturnType<typeof ownCluster>>
let owner: Sql
let app: App
let dataDir: string
let path: string
let id: number
let cookie: string

beforeAll(async () => {
  cluster = await ownCluster()
  dataDir = mkdtempSync(join(tmpdir(), 'kaimen-faults-'))
  const database = new URL(cluster.url).pathname.slice(1)
  const server = { adminUrl: cluster.adminUrl, ownerUrl: cluster.ownerUrl, appUrl: cluster.url, prefix: '' }
  app = await startApp({ server, database, dataDir, env: { DEMO: 'off', KEY_FILE: process.env.KEY_FILE! } })
  process.env.DATABASE_URL = cluster.url
  owner = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} })
  await aCounty({ phone: '0531-7654321' })
  const { consultation } = await anOpenConsultation()
  id = consultation.id
  path = `/consultations/${consultation.slug}/comments`
  cookie = await cookieOf(await anAccount())
})
afterAll(async () => {
  await leaveDatabase()
  await app.stop()
  await owner.end({ timeout: 0 })
  await cluster.remove()
  rmSync(dataDir, { recursive: true, force: true })
})

const WORDS = '第三条请写明收费标准'
const post = (to: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  ask(app.url + to, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  })
const aComment = () => post(`${path}/submission`, { key: aKey(), body: WORDS })

describe('a row that somebody holds too long', () => {
  it('makes a comment wait, then says that it passes, and gives the words back', async () => {
    const held = await owner.reserve()
    await held`begin`
    await held`select from consultations where id = ${id} for update`
    const { status, headers, body } = await aComment()
    await held`rollback`
    held.release()
    expect([status, headers['retry-after']]).toEqual([503, '30'])
    expect(body).toContain('系统暂时无法使用')
    expect(body).toContain(WORDS)
  })

  it('let go, it takes the comment', async () => {
    expect((await aComment()).status).toBe(303)
  })
})

describe('while the database is away', () => {
  beforeEach(() => {
    const found = findPostmaster(homeAt(cluster.dataDir))
    if (found) process.kill(found.pid, 'SIGKILL')
  })

  it.each(['submission', 'check'])('what was typed stands on the page after %s, with a telephone number and a reference', async (step) => {
    const { status, headers, body } = await post(`${path}/${step}`, { key: aKey(), body: WORDS, stance: 'support' })
    expect([status, headers['retry-after']]).toEqual([503, '30'])
    expect(body).toContain(WORDS)
    expect(body).toContain('0531-7654321')
    expect(body).toMatch(/故障编号.*[0-9a-f]{8}/)
  })

  it('who is signed in is not sent to the sign-in page, away from their words', async () => {
    const { status, body } = await post(
      '/account/password',
      { current: 'old secret words', password: 'new secret words' },
      { Cookie: cookie },
    )
    expect(status).toBe(503)
    expect(body).not.toContain('secret words')
  })

  it('no key and no word from an address or a form is written to the log', async () => {
    const before = app.lines.length
    for (const place of ['receipts', 'password-reset', 'invitations', 'set-up']) {
      await ask(`${app.url}/${place}/PLAN-TED1-MARK-ER00?q=PLANTED-QUERY`)
      await post(`/${place}/PLAN-TED1-MARK-ER00`, { body: 'PLANTED-BODY', contact: 'planted@example.cn', password: 'PLANTED-PASSWORD' })
    }
    await ask(`${app.url}/receipts/%E0%A4%APLANTED`)
    await ask(`${app.url}/receipts/PLANTED%`)
    const written = [...app.lines.slice(before), ...app.errors].join('\n')
    expect(written).toContain('/receipts/:code')
    expect(written).not.toMatch(/PLAN-?TED|planted/)
  })

  it('what the sender did wrong is no fault of ours', async () => {
    const before = app.lines.length
    expect((await post('/', {})).status).toBe(405)
    expect((await ask(app.url, { method: 'OPTIONS' })).status).toBe(405)
    expect((await ask(`${app.url}/nothing-here`)).status).toBe(404)
    // Lines of the tests before may still be on their way, and the jobs say now and then that the database is away.
    const ours = app.lines.slice(before).filter((line) => !line.includes('/:code') && !line.includes('"msg":"jobs"'))
    expect(ours.join('\n')).not.toContain('fault')
  })
})

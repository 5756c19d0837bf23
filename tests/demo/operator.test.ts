import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, inject, test } from 'vitest'
import { db } from '#db/connection.server'
import { layDemo } from '#db/demo/lay'
import { examine } from '#db/kaimen/doctor'
import { accounts } from '#db/schema/accounts'
import { consultations } from '#db/schema/consultations'
import { ensureKeyFile } from '~/sealing.server'
import { ownerSql, useDatabase } from '../support/database'
import { aCounty } from '../support/people'
import { inDatabase } from '../support/template'

useDatabase()

const root = fileURLToPath(new URL('../..', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'kaimen-operator-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

type Given = Partial<NodeJS.ProcessEnv>

function settings(): Given {
  const name = new URL(process.env.DATABASE_URL!).pathname.slice(1)
  const { KEY_FILE, DATABASE_URL } = process.env
  return { DATA_DIR: dataDir, KEY_FILE, DATABASE_URL, DATABASE_OWNER_URL: inDatabase(inject('testServer').ownerUrl, name), PORT: '19417' }
}

async function kaimen(args: string[], typed = '') {
  const child = spawn(process.execPath, ['--import', 'tsx', 'db/kaimen.ts', ...args], { cwd: root, env: { ...process.env, ...settings() } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text))
  child.stdin.end(typed)
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, said }
}

async function doctor(change: Given = {}) {
  const lines: string[] = []
  const well = await examine({ ...settings(), ...change } as NodeJS.ProcessEnv, (line) => lines.push(line))
  return { well, bad: lines.filter((line) => line.startsWith('✘')), lines }
}

test('the doctor finds nothing wrong here, and says so with exit code 0', async () => {
  ensureKeyFile()
  const { code, said } = await kaimen(['doctor'])
  expect(said).not.toContain('✘')
  expect(said.match(/^✔/gm)!.length).toBeGreaterThanOrEqual(11)
  expect(code).toBe(0)
})

test('the doctor names a wrong setting, an open key file, a lost one, a way out for mail that is shut, and a port in use', async () => {
  ensureKeyFile()
  await layDemo({ again: true })
  expect((await doctor({ PORT: 'three' })).bad).toEqual([expect.stringContaining('PORT')])
  const KEY_FILE = join(dataDir, 'open.key')
  copyFileSync(process.env.KEY_FILE!, KEY_FILE)
  chmodSync(KEY_FILE, 0o644)
  expect((await doctor({ KEY_FILE })).bad).toEqual([expect.stringContaining('0644')])
  expect((await doctor({ KEY_FILE: join(dataDir, 'gone.key') })).bad).toEqual([expect.stringContaining('gone.key')])
  const other = createServer((socket) => socket.end()).listen(0, '127.0.0.1')
  const port = String(await new Promise<number>((taken) => other.once('listening', () => taken((other.address() as AddressInfo).port))))
  const shut = await doctor({ PORT: port, HOST: '127.0.0.1', SMTP_URL: `smtp://127.0.0.1:${port}` })
  other.close()
  expect(shut.bad.map((line) => line.split('   ')[0])).toEqual(['✘ 邮件 · mail', '✘ 端口 · port'])
})

test('the doctor names a public address without its proxy, and a demo county under one', async () => {
  ensureKeyFile()
  const PUBLIC_URL = 'https://kaimen.example'
  await aCounty()
  expect((await doctor({ PUBLIC_URL })).bad).toEqual([expect.stringContaining('TRUSTED_PROXIES')])
  expect((await doctor({ PUBLIC_URL, TRUSTED_PROXIES: '127.0.0.1' })).well).toBe(true)
  await ownerSql`update county set demo_laid_at = now()`
  expect((await doctor({ PUBLIC_URL, TRUSTED_PROXIES: '127.0.0.1' })).bad).toEqual([expect.stringContaining('演示县')])
  const atHome = await doctor()
  expect(atHome).toMatchObject({ well: true, lines: expect.arrayContaining([expect.stringMatching(/^✔.*its accounts are public/)]) })
})

test('the doctor names a database that is away, not migrated, or lets the app rewrite the record', async () => {
  ensureKeyFile()
  const away = await doctor({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none', DATABASE_OWNER_URL: undefined })
  expect(away.bad).toEqual([expect.stringMatching(/database.*ECONNREFUSED/)])
  await ownerSql`update drizzle.__drizzle_migrations set created_at = -created_at`
  const old = await doctor()
  await ownerSql`update drizzle.__drizzle_migrations set created_at = -created_at`
  expect(old.bad).toEqual([expect.stringContaining('migrations')])
  await ownerSql`grant update on record to kaimen_app`
  const loose = await doctor()
  await ownerSql`revoke update on record from kaimen_app`
  expect(loose.bad).toEqual([expect.stringContaining('roles')])
  expect((await doctor()).well).toBe(true)
})

test('an administrator is made at the terminal, and a refusal is one line', async () => {
  const made = await kaimen(['admin'], '王守正\nwang@chengxi.example\nriver-stone-bridge\nriver-stone-bridge\n')
  expect(made).toEqual({ code: 0, said: expect.stringContaining('✔') })
  expect(made.said).not.toContain('river-stone')
  const rows = await db.select().from(accounts)
  expect(rows.map(({ name, role }) => ({ name, role }))).toEqual([{ name: '王守正', role: 'administrator' }])
  const again = await kaimen(['admin'], '王守正\nwang@chengxi.example\nriver-stone-bridge\nriver-stone-bridge\n')
  expect(again.code).toBe(1)
  expect(again.said).not.toContain('    at ')
})

test('without a password the terminal gives a one-time link while nobody administers the county', async () => {
  const { code, said } = await kaimen(['admin'], '王守正\nwang@chengxi.example\n\n')
  expect(said).toMatch(/\/set-up\/[0-9A-Z-]{19}/)
  expect(code).toBe(0)
})

test('the demo is laid again from the terminal, and never over a real county', async () => {
  await layDemo({ again: true })
  const before = await db.$count(consultations)
  expect((await kaimen(['demo'])).code).toBe(0)
  expect(await db.$count(consultations)).toBe(before)
  await ownerSql`update county set demo_laid_at = null, name = '真县'`
  expect(await kaimen(['demo'])).toEqual({ code: 1, said: expect.stringContaining('不是演示县') })
  expect(await db.$count(consultations)).toBe(before)
})

test('an unknown command and the help say what there is', async () => {
  await aCounty()
  expect(await kaimen(['fly'])).toEqual({ code: 1, said: expect.stringContaining('--help') })
  const { code, said } = await kaimen(['--help'])
  expect(code).toBe(0)
  for (const name of ['admin', 'demo', 'doctor']) expect(said).toContain(name)
})

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureKeyFile } from '~/sealing.server'

const MAKER = fileURLToPath(new URL('./key-maker.ts', import.meta.url))

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaimen-key-'))
  path = join(folder, 'keys', 'kaimen.key')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the key file is made once, with 32 random bytes that nobody else may read', () => {
  ensureKeyFile(path)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const key = readFileSync(path, 'utf8')
  expect(Buffer.from(key.trim(), 'base64')).toHaveLength(32)
  ensureKeyFile(path)
  expect(readFileSync(path, 'utf8')).toBe(key)
})

/** Four processes that each look first, and go on only when all have looked. */
async function fourAtOnce(way: 'ours' | 'careless') {
  const makers = Array.from({ length: 4 }, () =>
    fork(MAKER, [path, way], { execArgv: ['--import', 'tsx'], env: { ...process.env, KEY_FILE: path } }),
  )
  await Promise.all(makers.map((each) => once(each, 'message')))
  const keys = makers.map((each) => once(each, 'message').then(([key]) => key as string))
  for (const each of makers) each.send('go')
  return Promise.all(keys)
}

test('starts at the same time end with one key, and leave nothing else behind', async () => {
  const keys = await fourAtOnce('ours')
  expect(new Set(keys).size).toBe(1)
  expect(readdirSync(join(folder, 'keys'))).toEqual(['kaimen.key'])
})

test('negative control: written without a draft beside it, they end with a key each', async () => {
  expect(new Set(await fourAtOnce('careless')).size).toBe(4)
})

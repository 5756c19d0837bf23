import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { applyPostgresPatch } from '../../db/postgres-patch'
import { publishedPostgres } from '../support/published-postgres'

const published = publishedPostgres()
afterAll(published.remove)

function aCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'kaimen-patch-'))
  cpSync(published.folder, folder, { recursive: true })
  const text = (file = 'src/connection.js') => readFileSync(join(folder, file), 'utf8')
  return { folder, text, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

test('the patch is put in where it is missing, in both builds, and stays as it is afterwards', () => {
  using copy = aCopy()
  expect(applyPostgresPatch(copy.folder)).toBe('applied')
  const once = ['src/connection.js', 'src/index.js', 'cjs/src/connection.js', 'cjs/src/index.js'].map(copy.text)
  expect(once.every((text) => /socket === null|survivesLostServers/.test(text))).toBe(true)
  expect(applyPostgresPatch(copy.folder)).toBe('already there')
  expect(readdirSync(join(copy.folder, 'src')).filter((name) => /[0-9a-f]{8}-/.test(name))).toEqual([])
})

test('an earlier state of the patch is replaced by this one', () => {
  using copy = aCopy()
  applyPostgresPatch(copy.folder)
  const wanted = copy.text()
  writeFileSync(join(copy.folder, 'src/connection.js'), wanted.replace('incomingCount++', 'incomingCount += 1'))
  expect(applyPostgresPatch(copy.folder)).toBe('applied')
  expect(copy.text()).toBe(wanted)
})

test('another version, or a changed one, is refused in one line', () => {
  using copy = aCopy()
  writeFileSync(join(copy.folder, 'src/connection.js'), copy.text().replace('const x = socket.write', 'const y = socket.write'))
  expect(() => applyPostgresPatch(copy.folder)).toThrow(/^[^\n]*is not the published postgres 3\.4\.9[^\n]*$/)
  writeFileSync(join(copy.folder, 'package.json'), '{"version":"3.5.0"}')
  expect(() => applyPostgresPatch(copy.folder)).toThrow(/^postgres 3\.5\.0 is installed[^\n]*$/)
})

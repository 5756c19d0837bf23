import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { sql } from '#db/connection.server'
import { fileOf, filesOf } from '~/consultations/reads.server'
import { attachFiles, detachFile } from '~/consultations/writes.server'
import { download } from '~/files/download.server'
import { aPrepared, anOffice } from '../consultations/given'
import { useDatabase } from '../support/database'

useDatabase()

const aFile = (bytes: Buffer, name = '收费“测算”表.pdf') => ({ name, kind: 'pdf' as const, bytes })
const stored = async () =>
  (
    await sql<
      { files: number; chunks: number }[]
    >`select (select count(*)::int from files) as files, (select count(*)::int from file_chunks) as chunks`
  )[0]

test('what was attached is what is downloaded, in pieces, as a download that no browser runs', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  const bytes = randomBytes(700_000)
  expect(await attachFiles(office.staff, id, [aFile(bytes)])).toEqual({ ok: true })
  const [file] = await filesOf(id)
  const answer = download(file!, 'private, no-store')
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  expect(await stored()).toEqual({ files: 1, chunks: 3 })
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''%E6/)
  expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox')
})

test('of several files of which one too many, none is kept', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  await attachFiles(
    office.staff,
    id,
    [1, 2, 3, 4].map((n) => aFile(Buffer.from([n]))),
  )
  expect(await attachFiles(office.staff, id, [aFile(Buffer.from('5')), aFile(Buffer.from('6'))])).toEqual({
    ok: false,
    why: 'too-many-files',
  })
  expect(await stored()).toEqual({ files: 4, chunks: 4 })
})

test('a removed attachment leaves no bytes behind, and another department cannot remove it', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  await attachFiles(office.staff, id, [aFile(Buffer.from('a'))])
  const [file] = await filesOf(id)
  expect(await detachFile((await anOffice()).staff, id, file!.id)).toEqual({ ok: false, why: 'not-your-department' })
  expect(await detachFile(office.staff, id, file!.id)).toEqual({ ok: true })
  expect(await detachFile(office.staff, id, file!.id)).toEqual({ ok: false, why: 'no-such-file' })
  expect(await stored()).toEqual({ files: 0, chunks: 0 })
})

test('a file is reached only through the consultation it belongs to', async () => {
  const office = await anOffice()
  const [one, other] = [await aPrepared(office), await aPrepared(office)]
  await attachFiles(office.staff, one, [aFile(Buffer.from('a'))])
  const [file] = await filesOf(one)
  expect(await fileOf(other, file!.id)).toBeNull()
  expect(await fileOf(one, 'not-an-id')).toBeNull()
})

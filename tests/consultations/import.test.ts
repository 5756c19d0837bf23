import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { articlesOf, consultationForDesk } from '~/consultations/reads.server'
import { importDraft } from '~/consultations/draft-writes.server'
import { normaliseSource } from '~/drafts/split'
import { readDraft } from '~/files/draft-text.server'
import { useDatabase } from '../support/database'
import { realFiles } from '../support/real-files'
import { anOffice, aPrepared } from './given'

useDatabase()

const files = realFiles('drafts')

describe.skipIf(files.length === 0)('the real drafts', () => {
  test.each(files)('$name: uploaded, cut, stored and read again it is the same text, character for character', async ({ name, path }) => {
    const office = await anOffice()
    const id = await aPrepared(office)
    const bytes = readFileSync(path)
    const read = await readDraft(name, bytes)
    if (!read.ok) throw new Error(read.why)
    expect(await importDraft(office.staff, id, { text: read.text, name: read.name })).toMatchObject({ ok: true })
    const units = await articlesOf(id)
    expect(units.map((unit) => unit.body).join('')).toBe(normaliseSource(bytes.toString('utf8')))
    expect(units.filter((unit) => unit.commentable).length).toBeGreaterThan(3)
    expect(await consultationForDesk(id, office.staff)).toMatchObject({ sourceName: name, sourceText: normaliseSource(read.text) })
  })
})

test('a draft of three thousand articles is stored within the time a statement has', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  const text = Array.from({ length: 2_900 }, (_, i) => `第${i + 1}条\u3000${'本条规定了停车场的管理要求。'.repeat(10)}\n`).join('')
  expect(await importDraft(office.staff, id, { text, name: '' })).toMatchObject({ ok: true })
  expect((await articlesOf(id)).map((unit) => unit.body).join('')).toBe(text)
})

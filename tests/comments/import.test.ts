import { readFileSync } from 'node:fs'
import { asc } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db, sql, transaction } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import { action as preview } from '~/comments/desk/import'
import { action as confirm } from '~/comments/desk/import-confirmation'
import { digestOf } from '~/comments/importing/source.server'
import { importComments } from '~/comments/import-writes.server'
import { submitComment } from '~/comments/writes.server'
import { markReported } from '~/consultations/writes.server'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aDepartment, aViewer } from '../support/people'
import { realFiles } from '../support/real-files'
import { aContext, anOpenConsultation, aPost, aSubmission } from './given'

useDatabase()

const all = () => db.select().from(comments).orderBy(asc(comments.number))
const given = (consultation: { id: number }, viewer: Awaited<ReturnType<typeof aViewer>>, request: Request) => ({
  request,
  params: { id: String(consultation.id) },
  context: aContext({ viewer }),
})
const path = (id: number) => `/desk/consultations/${id}/comments/import`
const bodyOf = async (response: unknown) =>
  JSON.parse(await (response as Response).text()) as {
    found: {
      preview: { count: number; faults: unknown[]; listed: unknown[] }
      text: string
      digest: string
      channel: string
      names: boolean
    }
  }

const csv = '意见内容,提出人,条文,日期,渠道\n"第一行\n第二行",朱明远,第二条,2026-01-02,电话\n好,,,2026-01-03,\n'

async function running(values: Parameters<typeof anOpenConsultation>[0] = {}) {
  await setClock(new Date('2026-01-10T00:00:00Z'))
  return anOpenConsultation(values)
}

describe('bringing in comments from elsewhere', () => {
  test('the preview writes nothing; the confirmation writes what was previewed, and the record says who did it', async () => {
    const { consultation, staff, articles } = await running()
    const { found } = await bodyOf(
      await preview(given(consultation, staff, aPost(path(consultation.id), { channel: 'meeting', file: new File([csv], 'a.csv') }))),
    )
    expect(found.preview).toMatchObject({ count: 2, faults: [] })
    expect(await all()).toHaveLength(0)
    const { text, digest, channel } = found
    // A browser sends the text back with CRLF.
    const done = await confirm(
      given(consultation, staff, aPost(path(consultation.id), { text: text.replaceAll('\n', '\r\n'), digest, channel })),
    )
    expect([done.status, done.headers.get('Location')]).toEqual([303, `${path(consultation.id)}?done=2`])
    expect(await all()).toMatchObject([
      {
        number: 1,
        body: '第一行\n第二行',
        displayName: '朱**',
        articleId: articles[1]!.id,
        channel: 'phone',
        late: false,
        formKey: `import:${digest}:1`,
      },
      { number: 2, body: '好', displayName: '', articleId: null, channel: 'meeting', authorKey: null },
    ])
    expect(await sql`select act, facts->>'rows' as rows from record`).toEqual([{ act: 'comments-imported', rows: '2' }])
  })

  test.each([
    ['open', false, '朱明远'],
    ['open', true, '朱明远'],
    ['masked', false, '朱**'],
    ['masked', true, '朱明远'],
    ['number', false, ''],
    ['number', true, '朱明远'],
  ] as const)(
    'names in a notice that says %s, published elsewhere: %s, are shown as “%s”, and the record says which',
    async (nameMode, published, shown) => {
      const { consultation, staff } = await running({ nameMode })
      const send = (act: typeof confirm | typeof preview, more: Record<string, string>) =>
        act(
          given(
            consultation,
            staff,
            aPost(path(consultation.id), { channel: 'other', text: csv, ...(published ? { names: 'as-given' } : {}), ...more }),
          ),
        )
      const { found } = await bodyOf(await send(preview, {}))
      expect(found.preview.listed[0]).toMatchObject({ line: 2, author: '朱明远', shownAs: shown })
      expect(found.names).toBe(published)
      await send(confirm, { digest: found.digest })
      const [row] = await all()
      expect(row!.displayName).toBe(shown)
      expect(await sql`select facts->>'names' as names, facts->'namesPublished' as published from record`).toEqual([
        { names: published ? 'open' : nameMode, published },
      ])
    },
  )

  test('a changed text, a changed digest and a file with a bad row are refused whole', async () => {
    const { consultation, staff } = await running()
    const send = (fields: Record<string, string>) =>
      confirm(given(consultation, staff, aPost(path(consultation.id), { channel: 'other', ...fields })))
    const digest = digestOf(consultation.id, csv)
    const bad = `${csv}没有日期,,,,\n`
    expect((await send({ text: csv.replace('好', '坏'), digest })).status).toBe(409)
    expect((await send({ text: csv, digest: digestOf(consultation.id + 1, csv) })).status).toBe(409)
    expect((await send({ text: bad, digest: digestOf(consultation.id, bad) })).status).toBe(409)
    expect(await all()).toHaveLength(0)
  })

  test('a file too large, in no known encoding, or none is refused with its sentence and 422', async () => {
    const { consultation, staff } = await running()
    const send = async (fields: Record<string, string | File>) => {
      const answer = (await preview(given(consultation, staff, aPost(path(consultation.id), { channel: 'other', ...fields })))) as Response
      const { state } = JSON.parse(await answer.text()) as { state: { errors: Record<string, string> } }
      return [answer.status, state.errors.file]
    }
    expect(await send({})).toEqual([422, 'comments:error.file-required'])
    expect(await send({ text: 'x'.repeat(5_000_001) })).toEqual([422, 'comments:error.file-large'])
    expect(await send({ file: new File(['x'.repeat(16 * 1024 * 1024)], 'a.csv') })).toEqual([422, 'comments:error.file-large'])
    expect(await send({ file: new File([new Uint8Array([0xff, 0xff, 0x80])], 'a.csv') })).toEqual([422, 'comments:error.file-encoding'])
  })

  test('the same file again, also twenty times at once, changes nothing', async () => {
    const { consultation, staff } = await running()
    const fields = { channel: 'other', text: csv, digest: digestOf(consultation.id, csv) }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => confirm(given(consultation, staff, aPost(path(consultation.id), fields)))),
    )
    expect(answers.map((one) => one.headers.get('Location')).sort()).toEqual([
      ...Array.from({ length: 19 }, () => `${path(consultation.id)}?done=0`),
      `${path(consultation.id)}?done=2`,
    ])
    expect(await all()).toHaveLength(2)
  })

  test('one failing row undoes all of them, and the numbers with them', async () => {
    const { consultation, staff } = await running()
    const row = {
      articleId: null,
      channel: 'other',
      stance: null,
      author: '',
      body: '好',
      replacement: '',
      lang: 'zh-CN',
      receivedAt: consultation.opensAt!,
    } as const
    await expect(
      importComments({ consultationId: consultation.id, viewer: staff, digest: 'x', rows: [row, { ...row, articleId: 999_999 }] }),
    ).rejects.toThrow()
    expect(await all()).toHaveLength(0)
    const sent = await submitComment(aSubmission(consultation.id))
    expect(sent).toMatchObject({ ok: true, number: 1 })
  })

  test('is refused once the report is published, and to whoever may not enter', async () => {
    const { consultation, staff } = await running()
    const rows = [
      {
        articleId: null,
        channel: 'other',
        stance: null,
        author: '',
        body: '好',
        replacement: '',
        lang: 'zh-CN',
        receivedAt: consultation.opensAt!,
      } as const,
    ]
    const send = (viewer: typeof staff) => importComments({ consultationId: consultation.id, viewer, digest: 'x', rows })
    expect(await send(await aViewer('resident'))).toEqual({ ok: false, why: 'not-your-role' })
    expect(await send(await aViewer('staff', (await aDepartment()).id))).toEqual({ ok: false, why: 'not-your-department' })
    await transaction((tx) => markReported(tx, consultation.id))
    expect(await send(staff)).toEqual({ ok: false, why: 'reported' })
    expect(await all()).toHaveLength(0)
  })

  test('residents who comment during a large import get the next numbers, without holes', async () => {
    const { consultation, staff } = await running()
    const rows = Array.from(
      { length: 1200 },
      (_, index) =>
        ({
          articleId: null,
          channel: 'meeting',
          stance: null,
          author: `与会者${index}`,
          body: '好',
          replacement: '',
          lang: 'zh-CN',
          receivedAt: consultation.opensAt!,
        }) as const,
    )
    const [imported, ...sent] = await Promise.all([
      importComments({ consultationId: consultation.id, viewer: staff, digest: 'big', rows }),
      ...Array.from({ length: 5 }, () => submitComment(aSubmission(consultation.id))),
    ])
    expect(imported).toEqual({ ok: true, imported: 1200, already: 0 })
    expect(sent.every((one) => one.ok)).toBe(true)
    expect(await ownerSql`select count(*)::int, max(number) from comments`).toMatchObject([{ count: 1205, max: 1205 }])
  })
})

const greek = realFiles('comments').find((file) => file.name === 'el-opengov-per-article-comments.jsonl')

test.skipIf(!greek)('the Greek comments come in as they are: 28 rows, 6 participants', async () => {
  await setClock(new Date('2025-03-10T00:00:00Z'))
  const { consultation, staff } = await anOpenConsultation({ articles: 25, opensAt: new Date('2025-02-14T21:40:00+02:00') })
  const file = new File([readFileSync(greek!.path)], 'comments.jsonl')
  const { found } = await bodyOf(await preview(given(consultation, staff, aPost(path(consultation.id), { channel: 'web', file }))))
  await confirm(given(consultation, staff, aPost(path(consultation.id), { text: found.text, digest: found.digest, channel: 'web' })))
  const stored = await all()
  expect(stored.map((row) => row.body)).toEqual(
    readFileSync(greek!.path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { content: string }).content),
  )
  expect(new Set(stored.map((row) => row.authorKey)).size).toBe(6)
  expect(new Set(stored.map((row) => row.articleId)).size).toBe(15)
})

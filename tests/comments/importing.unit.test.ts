import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { previewImport, type ImportFacts } from '~/comments/importing/preview'
import { digestOf, sourceOf } from '~/comments/importing/source.server'
import { instantFrom } from '~/comments/importing/values'
import { normaliseSource, splitDraft } from '~/drafts/split'
import { realFiles } from '../support/real-files'

const unit = (id: number, anchor: string, label: string, title = '', commentable = true) => ({
  id,
  anchor,
  label,
  title,
  commentable,
  position: id,
  kind: 'article',
  level: 1,
  body: '',
  consultationId: 1,
})
const facts: ImportFacts = {
  units: [
    unit(1, 'ch-1', '第一章', '总则', false),
    unit(2, 'art-1', '第一条'),
    unit(3, 'art-2', '第二条'),
    unit(4, 'art-12', '第十二条'),
    unit(5, 'item-1', '一、'),
  ],
  zone: 'Asia/Shanghai',
  lang: 'zh-CN',
  channel: 'other',
  opensAt: new Date('2026-03-01T00:00:00+08:00'),
  closesAt: new Date('2026-03-31T23:59:59+08:00'),
  now: new Date('2026-04-02T00:00:00Z'),
}
const jsonl = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n')
const one = (row: object) => previewImport(jsonl({ content: '好', date: '2026-03-02', ...row }), facts)
const faultsOf = (row: object) => one(row).faults.map((fault) => fault.why)

describe('one row', () => {
  test('names its article by anchor, label, number or not at all', () => {
    const ids = (...written: unknown[]) => written.map((article) => one({ article }).rows[0]?.articleId)
    expect(ids('art-2', '第二条', '第2条', 2, '2', ' 第 二 条 ', '条文2')).toEqual([3, 3, 3, 3, 3, 3, 3])
    expect(ids(12, '第十二条', '第１２条')).toEqual([4, 4, 4])
    expect(ids(null, '', '全文', '整个草案', 0)).toEqual([null, null, null, null, null])
  })
  test('with an article the draft does not have, or a chapter, is refused', () => {
    expect(faultsOf({ article: 99 })).toEqual(['article'])
    expect(faultsOf({ article: '第一章' })).toEqual(['article-closed'])
  })
  test('names channel and position in Chinese or English', () => {
    expect(one({ 渠道: '来信', 态度: '反对' }).rows[0]).toMatchObject({ channel: 'mail', stance: 'oppose' })
    expect(one({ channel: 'Hotline', stance: 'support' }).rows[0]).toMatchObject({ channel: 'hotline', stance: 'support' })
    expect(faultsOf({ channel: '飞鸽传书', stance: '?' })).toEqual(['channel', 'stance'])
  })
  test('without content, with too much, or with broken characters is refused', () => {
    expect(faultsOf({ content: ' ' })).toEqual(['content-missing'])
    expect(faultsOf({ content: '字'.repeat(5001) })).toEqual(['content-long'])
    expect(faultsOf({ content: 'a\u0000b' })).toEqual(['characters'])
    expect(previewImport('{"content":"\\ud800","date":"2026-03-02"}', facts).faults).toMatchObject([{ line: 1, why: 'characters' }])
  })
  test('without a date, with an impossible one or with tomorrow is refused', () => {
    expect(faultsOf({ date: '' })).toEqual(['date-missing'])
    expect(faultsOf({ date: '2026-02-31' })).toEqual(['date'])
    expect(faultsOf({ date: '昨天' })).toEqual(['date'])
    expect(faultsOf({ date: '2027-01-01' })).toEqual(['date-future'])
  })
  test('received after the close is late, and before the opening is a bad row', () => {
    expect(one({ date: '2026-04-01' })).toMatchObject({ late: 1 })
    expect(one({ date: '2026-03-31 23:59:59' })).toMatchObject({ late: 0 })
    expect(faultsOf({ date: '2026-02-28' })).toEqual(['date-early'])
  })
  test('a day without an hour is no earlier than the opening on that day', () => {
    const opensAt = new Date('2026-03-01T09:00:00+08:00')
    const read = (date: string) => previewImport(JSON.stringify({ content: '好', date }), { ...facts, opensAt })
    expect(read('2026-03-01').rows.map((row) => row.receivedAt)).toEqual([opensAt])
    expect(read('2026-03-01 08:59').faults).toMatchObject([{ why: 'date-early' }])
    expect(read('2026-03-01 09:00').faults).toEqual([])
  })
})

test('dates are read in the county’s zone unless they bring their own', () => {
  for (const written of [
    '2026-03-01 15:30',
    '2026/3/1 15:30',
    '2026.3.1 15:30',
    '2026年3月1日 15:30',
    '2026年3月1日15时30分',
    '2026-03-01T15:30',
    '2026-03-01T15:30:00+08:00',
    '2026-03-01T07:30:00Z',
  ])
    expect(instantFrom(written, 'Asia/Shanghai')?.toISOString(), written).toBe('2026-03-01T07:30:00.000Z')
  for (const written of ['', '3月1日', '2026-13-01', '2026-03-01 25:00', '20260301', '1772323200'])
    expect(instantFrom(written, 'Asia/Shanghai'), written).toBeNull()
})

describe('a file', () => {
  test('names every bad row by its line and keeps the others in order', () => {
    const text = `${jsonl({ content: '一', date: '2026-03-02' })}\n\n{"content": "断\n${jsonl({ content: '', date: '2026-03-02', article: 99 }, { content: '二', date: '2026-03-02' })}`
    const { faults, rows } = previewImport(text, facts)
    expect(faults.map(({ line, why }) => [line, why])).toEqual([
      [3, 'json'],
      [4, 'article'],
      [4, 'content-missing'],
    ])
    expect(rows.map((row) => row.body)).toEqual(['一', '二'])
  })
  test('in CSV may have Chinese headers, quotes, line breaks inside cells, and semicolons or tabs between them', () => {
    const rows = [
      ['序号', '意见内容', '提出人', '条文', '日期', '渠道'],
      ['1', '"他说：""好"",\n再说"', '朱明', '第二条', '2026-03-02', '电话'],
      ['2', '好', '', '', '2026/3/3', ''],
    ]
    for (const delimiter of [',', ';', '\t']) {
      const preview = previewImport(rows.map((row) => row.join(delimiter)).join('\n'), facts)
      expect(preview.faults).toEqual([])
      expect(preview.ignored).toEqual(['序号'])
      expect(preview.rows.map(({ body, author, articleId, channel }) => ({ body, author, articleId, channel }))).toEqual([
        { body: '他说："好",\n再说', author: '朱明', articleId: 3, channel: 'phone' },
        { body: '好', author: '', articleId: null, channel: 'other' },
      ])
    }
  })
  test('in CSV names the line of a short row, also after a cell with line breaks, and of a quote that never ends', () => {
    expect(previewImport('content,date\n"一\n二",2026-03-02\n只有一列\n三,2026-03-02', facts).faults).toMatchObject([
      { line: 4, why: 'csv' },
    ])
    expect(previewImport('content,date\n"没有结束,2026-03-02\n', facts).faults.map((fault) => fault.why)).toEqual(['csv'])
  })
  test('saved by Excel in China (GB18030) reads like UTF-8', async () => {
    const data = new FormData()
    // 意见,日期 in GB18030
    data.append('file', new File([new Uint8Array([0xd2, 0xe2, 0xbc, 0xfb, 0x2c, 0xc8, 0xd5, 0xc6, 0xda, 0x0d, 0x0a])], 'a.csv'))
    expect(await sourceOf(data)).toEqual({ ok: true, text: '意见,日期\n' })
  })
  test('keeps its digest on its way through a form, and has another in another consultation', async () => {
    const data = new FormData()
    data.append('text', '一\r\n二\r\n')
    const source = await sourceOf(data)
    const text = source.ok ? source.text : ''
    expect(digestOf(1, text)).toBe(digestOf(1, '一\n二\n'))
    expect(digestOf(2, text)).not.toBe(digestOf(1, text))
  })
  test('of more than five thousand rows is refused', () => {
    expect(previewImport(jsonl(...Array.from({ length: 5001 }, () => ({ content: '好', date: '2026-03-02' }))), facts).faults).toEqual([
      { line: 5001, why: 'too-many' },
    ])
  })
})

const greek = realFiles('comments').find((file) => file.name === 'el-opengov-per-article-comments.jsonl')
const bill = realFiles('drafts').find((file) => file.name === 'el-data-governance-bill-2025.md')

test.skipIf(!greek || !bill)('the Greek file maps without hand work: 28 comments, 6 people, 10 of 25 articles without comment', () => {
  const units = splitDraft(normaliseSource(readFileSync(bill!.path, 'utf8'))).map((each, index) => ({ ...each, id: index + 1 }))
  const read = previewImport(readFileSync(greek!.path, 'utf8'), {
    ...facts,
    units,
    zone: 'Europe/Athens',
    lang: 'el',
    now: new Date('2025-04-01T00:00:00Z'),
    opensAt: null,
    closesAt: null,
  })
  expect(read.faults).toEqual([])
  expect(read.ignored).toEqual(['comment_id', 'article_title'])
  expect(read.rows).toHaveLength(28)
  expect(read.people).toBe(6)
  const commented = new Set(read.rows.map((row) => row.articleId))
  expect(units.filter((each) => each.kind === 'article' && !commented.has(each.id))).toHaveLength(10)
  expect(read.rows[0]!.receivedAt.toISOString()).toBe('2025-03-03T09:11:00.000Z')
})

import { describe, expect, test } from 'vitest'
import { COLUMNS_MOST, IMPORT_CHARACTERS_MOST, IMPORT_MAX } from '~/comments/importing/limits'
import { previewImport, type ImportFacts } from '~/comments/importing/preview'
import { shownPreview } from '~/comments/importing/shown'

const units = Array.from({ length: 3_000 }, (_, at) => ({
  id: at + 1,
  anchor: `art-${at + 1}`,
  label: `第${at + 1}条`,
  title: '',
  commentable: true,
}))
const facts: ImportFacts = {
  units,
  zone: 'Asia/Shanghai',
  lang: 'zh-CN',
  channel: 'other',
  opensAt: null,
  closesAt: null,
  now: new Date('2026-04-02T00:00:00Z'),
}
const shown = (text: string) => shownPreview(previewImport(text, facts), facts, 'masked')
const faultsOf = (text: string) => shown(text).faults.map(({ why, value, lines }) => [why, value, lines])

describe('the preview names every bad row', () => {
  test('thousands of them, equal faults together with all their lines', () => {
    const good = '好,2026-03-01'
    const bad = Array.from({ length: 4_000 }, (_, at) => (at % 4 === 3 ? good : at % 4 === 2 ? '好,昨天' : ',2026-03-01'))
    const { faults, badRows, count } = shown(['content,date', ...bad].join('\n'))
    expect([badRows, count]).toEqual([3_000, 1_000])
    expect(faults.map(({ why, value }) => [why, value])).toEqual([
      ['content-missing', undefined],
      ['date', '昨天'],
    ])
    expect(faults[0]!.lines.split('、')).toHaveLength(1_000)
    expect(faults[0]!.lines.slice(0, 14)).toBe('2–3、6–7、10–11、')
    expect(faults[1]!.lines).toMatch(/^4、8、.*、4000$/)
  })
  test('with what stands there, and a row with three faults is one bad row', () => {
    const { badRows, faults } = shown('content,date,article,channel\n好,2026-13-01,第九千条,飞鸽传书\n')
    expect(badRows).toBe(1)
    expect(faults.map(({ why, value }) => [why, value])).toEqual([
      ['article', '第九千条'],
      ['date', '2026-13-01'],
      ['channel', '飞鸽传书'],
    ])
    expect(faultsOf(`content,date\n${'字'.repeat(5_001)},2026-03-01`)).toEqual([['content-long', '字'.repeat(60), '2']])
    expect(faultsOf('{"content":"断')).toEqual([['json', '{"content":"断', '1']])
    expect(faultsOf('content,date\n只有一列')).toEqual([['csv', '只有一列', '2']])
  })
  test('a quote that never ends by the line it began on, and the faults before it', () => {
    expect(faultsOf('content,date\n,2026-03-01\n"没有结束,2026-03-02\n好,2026-03-02\n')).toEqual([
      ['content-missing', undefined, '2'],
      ['csv', '"没有结束,2026-03-02', '3'],
    ])
  })
  test('a column that is not there once, for the file', () => {
    expect(shown('content,author\n好,朱明\n好,李红')).toMatchObject({
      count: 0,
      badRows: 0,
      faults: [{ why: 'date-column', lines: '' }],
    })
    expect(faultsOf('{"date":"2026-03-01"}\n{"date":"2026-03-02"}')).toEqual([['content-column', undefined, '']])
    expect(faultsOf('甲,乙\n1,2')).toEqual([
      ['content-column', undefined, ''],
      ['date-column', undefined, ''],
    ])
    expect(faultsOf('{"content":"好","date":"2026-03-01"}\n{"content":"好"}')).toEqual([['date-missing', undefined, '2']])
  })
})

test('each listed row carries its line in the file, also after cells with line breaks and empty lines', () => {
  const { listed } = shown('content,date,author\n"一\n二",2026-03-01,朱明\n\n三,2026-03-02,\n')
  expect(listed.map(({ line, author, shownAs }) => [line, author, shownAs])).toEqual([
    [2, '朱明', '朱**'],
    [5, '', ''],
  ])
})

describe('a file made to take long is answered at once', () => {
  const long = (row: string) => row.repeat(Math.floor(IMPORT_CHARACTERS_MOST / row.length))
  const wide = (name: string) => Array.from({ length: 2_000_000 / name.length }, () => name)
  test.each<[string, string, [string, string][]]>([
    ['two million columns in CSV', `content,date,${','.repeat(2_000_000)}`, [['columns-many', '1']]],
    ['a row of two million cells', `content,date\n${','.repeat(2_000_000)}\n`, [['csv', '2']]],
    ['a row of many thousand cells', `content,date\n${','.repeat(100_000)}\n`, [['csv', '2']]],
    ['many columns in JSON', JSON.stringify(Object.fromEntries(wide('a').map((_, i) => [`a${i}`, 1]))), [['row-long', '1']]],
    [
      'a hundred and one in JSON',
      JSON.stringify(
        Object.fromEntries(
          wide('a')
            .slice(0, 101)
            .map((_, i) => [`a${i}`, 1]),
        ),
      ),
      [['columns-many', '1']],
    ],
    [
      'a million empty rows',
      `content,date\n${',\n'.repeat(1_000_000)}`,
      [
        ['date-missing', '2–5001'],
        ['content-missing', '2–5001'],
        ['too-many', '5002'],
      ],
    ],
    ['millions of empty lines', `content,date\n${long('\n')}`, []],
    [
      'a million lines that are no JSON',
      `{\n${'x\n'.repeat(1_000_000)}`,
      [
        ['json', '1'],
        ['json', '2–5000'],
        ['too-many', '5001'],
      ],
    ],
    ['a quote that opens and never ends', `content,date\n"${long('a')}`, [['row-long', '2']]],
    ['articles that are nowhere', `content,date,article\n${'好,2026-03-01,第九千条\n'.repeat(5_000)}`, [['article', '2–5001']]],
    ['an article of numbers without end', `content,date,article\n好,2026-03-01,${'1.'.repeat(190_000)}x\n`, [['article', '2']]],
  ])('%s', (_, text, expected) => {
    const { faults } = shown(text)
    expect(faults.map(({ why, lines }) => [why, lines])).toEqual(expected)
  })

  test('and five thousand rows of a thousand characters are taken', () => {
    const row = `${'意见'.repeat(490)},2026-03-01,第${2_999}条\n`
    expect(shown(`content,date,article\n${row.repeat(IMPORT_MAX)}`)).toMatchObject({ count: IMPORT_MAX, faults: [] })
  })

  test('columns up to the most are read, and what is not used is named', () => {
    const names = Array.from({ length: COLUMNS_MOST - 2 }, (_, at) => `列${at}`)
    const { faults, ignored, ignoredCount } = shown(`content,date,${names.join(',')}\n好,2026-03-01${','.repeat(names.length)}\n`)
    expect([faults.length, ignored.length, ignoredCount]).toEqual([0, 30, names.length])
  })
})

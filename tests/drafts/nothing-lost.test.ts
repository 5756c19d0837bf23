import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bodyParagraphs,
  mergeWithPrevious,
  normaliseSource,
  regroup,
  relabel,
  splitAt,
  splitDraft,
  type Edit,
  type Unit,
} from '../../app/drafts/split'

const TOKENS = [
  '第一编',
  '第一章',
  '第二节',
  '第一条',
  '第二条',
  '第三条之一',
  '第12条',
  '第三條',
  '一、',
  '二、',
  '（一）',
  '1.',
  '1.1',
  '1.1.1',
  '2 ',
  'Article 3',
  'Section 2',
  'Chapter I',
  '§ 5',
  'Άρθρο 1',
  'ΚΕΦΑΛΑΙΟ Α’',
  '# ',
  '## ',
  '| a | b |',
  '| --- | --- |',
  '目录',
  '附件',
  '附件1：',
  'Annex A',
  '甲案：',
  '“',
  '”',
  '：',
  '。',
  '；',
  '（目的）',
  '规定的',
  '修改为：',
  '国务院',
  '2024年5月1日',
  '\u200b',
  '　',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\ufeff',
  '😀',
  '**',
  '停车人应当缴费',
]
const source = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...TOKENS) }, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
  .map((parts) => parts.join(''))
const joined = (units: Unit[]) => units.map((unit) => unit.text).join('')

function expectSound(units: Unit[], text: string) {
  expect(joined(units)).toBe(text)
  expect(new Set(units.map((unit) => unit.anchor)).size).toBe(units.length)
  for (const unit of units) {
    expect(unit.anchor).toMatch(/^[a-z0-9.-]+$/)
    expect(unit.text).not.toBe('')
  }
}

describe('nothing is lost', () => {
  it('whatever the text, the units joined are the text and anchors are unique', () => {
    fc.assert(
      fc.property(source, (raw) => {
        const text = normaliseSource(raw)
        const units = splitDraft(text)
        expectSound(units, text)
        for (const unit of units) bodyParagraphs(unit)
      }),
      { numRuns: 1500 },
    )
  })

  it('normalising twice is normalising once, and keeps every character but CR and the mark in front', () => {
    fc.assert(
      fc.property(source, (raw) => {
        const text = normaliseSource(raw)
        expect(normaliseSource(text.replace(/^\ufeff+/, ''))).toBe(text.replace(/^\ufeff+/, ''))
        expect(text.replace(/\n/g, '')).toBe(raw.replace(/^\ufeff/, '').replace(/[\r\n]/g, ''))
      }),
    )
  })

  it('holds for every sequence of corrections', () => {
    const index = fc.nat({ max: 30 })
    const step = fc.oneof(
      fc.record({ do: fc.constant('merge' as const), index }),
      fc.record({ do: fc.constant('split' as const), index, offset: fc.integer({ min: -2, max: 60 }) }),
      fc.record({
        do: fc.constant('relabel' as const),
        index,
        label: fc.constantFrom('第九条', '第一条', '一、', '1.1', 'Article 3', '附件2', '', '说明'),
        kind: fc.constantFrom('article' as const, 'chapter' as const, 'paragraph' as const),
      }),
    )
    fc.assert(
      fc.property(source, fc.array(step, { maxLength: 20 }), (raw, steps) => {
        const text = normaliseSource(raw)
        let units = splitDraft(text)
        for (const s of steps) {
          const anchor = units[s.index % Math.max(1, units.length)]?.anchor ?? 'nowhere'
          const edit: Edit =
            s.do === 'merge'
              ? { do: 'merge', anchor }
              : s.do === 'split'
                ? { do: 'split', anchor, offset: s.offset }
                : { do: 'relabel', anchor, heading: { kind: s.kind, label: s.label, title: '' } }
          units = regroup(units, [edit])
          expectSound(units, text)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('corrections', () => {
  const text = '第一条 甲。\n第二条 乙。\n丙。第三条丁。\n'
  const units = splitDraft(text)

  it('merges a unit into the one before it, which keeps its name', () => {
    expect(mergeWithPrevious(units, 'art-2')).toEqual([{ ...units[0], text }])
    expect(mergeWithPrevious(units, 'art-1')).toBe(units)
    expect(mergeWithPrevious(units, 'art-7')).toBe(units)
  })

  it('splits a unit and reads the label of the second half', () => {
    const parts = splitAt(units, 'art-2', units[1]!.text.indexOf('第三条'))
    expect(parts.map((u) => [u.anchor, u.label, u.kind])).toEqual([
      ['art-1', '第一条', 'article'],
      ['art-2', '第二条', 'article'],
      ['art-3', '第三条', 'article'],
    ])
  })

  it('splits off a paragraph where there is no label', () => {
    const parts = splitAt(units, 'art-2', units[1]!.text.indexOf('丙'))
    expect(parts.at(-1)).toMatchObject({ anchor: 'art-2-cut', kind: 'paragraph', label: '', commentable: true })
  })

  it('splits nothing at the ends, outside, or inside a surrogate pair', () => {
    for (const offset of [0, -1, 99, 1.5, NaN]) expect(splitAt(units, 'art-1', offset)).toBe(units)
    const [first] = splitAt(splitDraft('第一条 😀停车。'), 'art-1', 5)
    expect(first!.text).toBe('第一条 ')
  })

  it('names a relabelled unit after its new number unless that is taken', () => {
    expect(relabel(units, 'art-2', { kind: 'article', label: '第九条', title: '新' })[1]).toMatchObject({
      anchor: 'art-9',
      label: '第九条',
      title: '新',
    })
    expect(relabel(units, 'art-2', { kind: 'article', label: '第一条', title: '' })[1]).toMatchObject({ anchor: 'art-2' })
    expect(relabel(units, 'art-2', { kind: 'chapter', label: '第二条', title: '' })[1]).toMatchObject({
      anchor: 'art-2',
      commentable: false,
    })
  })
})

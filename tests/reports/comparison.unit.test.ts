import fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, test } from 'vitest'
import { i18nFor } from '~/i18n'
import { compare } from '~/reports/comparison'
import { documentOf } from '~/reports/document'
import { TEXT_MAX } from '~/reports/rules'
import { pointRows } from '~/reports/table'
import { aMaterial } from './facts'

describe('before and after', () => {
  const side = (pieces: ReturnType<typeof compare>, gone: 'ins' | 'del') =>
    pieces
      .filter((piece) => piece.kind !== gone)
      .map((piece) => piece.text)
      .join('')

  test('the pieces joined without additions are the old text, without removals the new one', () => {
    const text = fc.array(fc.constantFrom('第', '一', '条', ' ', 'a', 'of', '。', '\n')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compare(before, after)
        expect([side(pieces, 'ins'), side(pieces, 'del')]).toEqual([before, after])
      }),
    )
  })

  test('only what changed is marked, character by character in Chinese', () => {
    expect(compare('充电桩应当每月检查一次。', '充电桩应当每周检查一次。')).toEqual([
      { kind: 'same', text: '充电桩应当每' },
      { kind: 'del', text: '月' },
      { kind: 'ins', text: '周' },
      { kind: 'same', text: '检查一次。' },
    ])
  })

  test('where too much changed to compare by characters, sentences are compared', () => {
    const other = (sign: string) => Array.from({ length: 40 }, (_, i) => `${sign.repeat(60 + i)}。`).join('')
    const before = `${other('甲')}停车场应当公示收费标准。${other('丙')}`
    const after = `${other('乙')}停车场应当公示收费标准。${other('丁')}`
    expect(compare(before, after)).toEqual([
      { kind: 'del', text: other('甲') },
      { kind: 'ins', text: other('乙') },
      { kind: 'same', text: '停车场应当公示收费标准。' },
      { kind: 'del', text: other('丙') },
      { kind: 'ins', text: other('丁') },
    ])
  })

  test('signs above and below a letter stay with it', () => {
    expect(compare('é好', 'é坏')).toEqual(compare('e\u0301好', 'e\u0301坏').map((piece) => ({ ...piece, text: piece.text.normalize() })))
    expect(
      compare('\u0301a\ud800', '\u0301b')
        .map((piece) => piece.text)
        .join('|'),
    ).toBe('\u0301a\ud800|\u0301b')
  })

  test.each([
    ['Chinese', '甲乙丙丁'],
    ['English', 'one two '],
    ['full stops', '。'],
    ['spaces', ' '],
    ['marks', '\u0301'],
  ])('the longest texts, %s, are shown at once', (_, part) => {
    const before = part.repeat(TEXT_MAX / part.length)
    const began = performance.now()
    for (const after of [
      before.replaceAll(part, `${part.slice(1)}改`),
      `改${before}改`,
      before.replace(/[^]{10}/g, '$&改').slice(0, TEXT_MAX),
    ]) {
      const pieces = compare(before, after)
      expect([side(pieces, 'ins'), side(pieces, 'del')]).toEqual([before, after])
    }
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('the table for spreadsheets', () => {
  test.each(['=1+1', '+1', '-1', '@x', '＝1', '＋1', '－1', '＠x'])('%s is text there, not a formula', (summary) => {
    const material = aMaterial()
    const document = documentOf({ ...material, points: material.points.map((point) => ({ ...point, summary })) }, '')
    const csv = stringify(pointRows(document, i18nFor('zh-CN').getFixedT('zh-CN', 'reports')), { bom: true, escape_formulas: true })
    expect(csv.startsWith('\uFEFF序号,')).toBe(true)
    expect(csv).toContain(`'${summary}`)
  })
})

describe('the figures', () => {
  test('a comment in an adopted and in a refused point is one comment taken up', () => {
    const material = aMaterial()
    const [point] = material.points
    const { figures, equation } = documentOf({ ...material, points: [point!, { ...point!, number: 2, disposition: 'adopted' }] }, '')
    expect([figures.takenUp, equation.received]).toEqual([1, 1])
    expect(figures.byDisposition.filter((row) => row.points > 0)).toEqual([
      { disposition: 'adopted', points: 1, comments: 1 },
      { disposition: 'not_adopted', points: 1, comments: 1 },
    ])
  })
  test('a late comment is in no figure, though its point is in the table', () => {
    const material = aMaterial()
    const { figures, equation, beside } = documentOf(
      { ...material, comments: material.comments.map((comment) => ({ ...comment, late: true })) },
      '',
    )
    expect([
      equation.received,
      figures.byDisposition.every((row) => row.comments === 0),
      figures.byArticle.every((row) => row.comments === 0),
      beside.late,
    ]).toEqual([0, true, true, 1])
  })
})

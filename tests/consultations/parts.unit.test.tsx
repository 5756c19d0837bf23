import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { toRows } from '~/consultations/draft'
import { DraftUnit } from '~/consultations/parts/draft-unit'
import { placesToCut } from '~/consultations/rules'
import { splitDraft } from '~/drafts/split'

const shown = (text: string) =>
  toRows(1, splitDraft(text)).map((row) =>
    renderToStaticMarkup(<DraftUnit article={{ id: row.position, ...row }} level={3} contentsLabel="目录" tableLabel="表格" />),
  )

test('an article is its heading and its paragraphs, once', () => {
  const [html] = shown('第一条　为了停车。\n本办法所称停车，是指：\n（一）短停；\n（二）长停。\n第二条　施行。\n')
  expect(html).toContain('id="art-1"')
  expect(html!.match(/第一条/g)).toHaveLength(1)
  expect(html!.match(/<p /g)).toHaveLength(4)
})

test('a table inside an article is shown as a table', () => {
  const [html] = shown('第一条　收费如下：\n\n| 车型 | 价格 |\n| --- | --- |\n| 小型 | 2元 |\n\n第二条　施行。\n')
  expect(html).toContain('<th role="columnheader" scope="col">车型</th>')
  expect(html).toContain('2元')
  expect(html).not.toContain('---')
})

test('markup in a draft is text', () => {
  const [html] = shown('第一条　<script>alert(1)</script><img src=x onerror=alert(1)>\n第二条　施行。\n')
  expect(html).not.toMatch(/<script|<img/)
})

test('a unit can be cut at lines and after sentences, never before its first word', () => {
  expect(placesToCut('第一条　甲。乙。\n丙。\n').map(({ text }) => text)).toEqual(['乙。', '丙。'])
  expect(placesToCut('\n\n甲\n\n')).toEqual([])
})

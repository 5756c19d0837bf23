import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx'
import { expect, test } from 'vitest'
import { elements } from '~/files/docx-markup'
import { readDraft } from '~/files/draft-text.server'
import { readZip, writeZip } from '~/files/zip.server'

const textOf = async (document: Document, part = '', change = (xml: string) => xml) => {
  const entries = readZip(await Packer.toBuffer(document), 10_000_000)!
  const changed = entries.map((e) => (e.name === `word/${part}.xml` ? { ...e, content: Buffer.from(change(e.content.toString())) } : e))
  const read = await readDraft('草案.docx', writeZip(changed))
  return read.ok ? read.text.trim().split('\n') : [read.why]
}
const cell = (text: string, spans = {}) => new TableCell({ children: [new Paragraph(text)], ...spans })
const withTable = (rows: TableCell[][]) =>
  new Document({ sections: [{ children: [new Table({ rows: rows.map((children) => new TableRow({ children })) })] }] })

const level = (at: number, text: string) => ({ level: at, format: LevelFormat.CHINESE_COUNTING, text })
const numbered = (...paragraphs: [number, string][]) =>
  new Document({
    numbering: { config: [{ reference: 'law', levels: [level(0, '第%1章'), level(1, '第%2条')] }] },
    sections: [{ children: paragraphs.map(([at, text]) => new Paragraph({ text, numbering: { reference: 'law', level: at } })) }],
  })
const law = () => numbered([0, '总则'], [1, '目的。'], [0, '附则'], [1, '施行。'])

test('articles run on through the chapters where the list says so, and begin anew where it does not', async () => {
  expect(await textOf(law())).toEqual(['第一章　总则', '第一条　目的。', '第二章　附则', '第一条　施行。'])
  const never = (xml: string) => xml.replace(/(<w:lvl w:ilvl="1"[^>]*>)(<w:start[^>]*>)?/g, '$1$2<w:lvlRestart w:val="0"/>')
  expect(await textOf(law(), 'numbering', never)).toEqual(['第一章　总则', '第一条　目的。', '第二章　附则', '第二条　施行。'])
})

test('a number survives tracked changes of its paragraph, and a paragraph struck out has none', async () => {
  const formatted = (xml: string) =>
    xml.replaceAll('</w:pPr>', '<w:pPrChange w:id="1" w:author="a"><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange></w:pPr>')
  expect(await textOf(law(), 'document', formatted)).toEqual(['第一章　总则', '第一条　目的。', '第二章　附则', '第一条　施行。'])
  const struck = (xml: string) =>
    xml.replace('</w:pPr><w:r><w:t xml:space="preserve">目的。</w:t></w:r>', '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>')
  expect(await textOf(numbered([1, '目的。'], [1, '范围。'], [1, '施行。']), 'document', struck)).toEqual([
    '第一条　范围。',
    '第二条　施行。',
  ])
})

test('the list may stand in the style and only the level in the paragraph', async () => {
  const inStyle = (xml: string) => xml.replace(/<w:numId w:val="\d+"\/>/g, '').replaceAll(/<w:pStyle [^>]*>/g, '<w:pStyle w:val="Law"/>')
  const entries = readZip(await Packer.toBuffer(law()), 10_000_000)!
  const id = /<w:numId w:val="(\d+)"/.exec(entries.find((e) => e.name === 'word/document.xml')!.content.toString())![1]
  const style = `<w:style w:type="paragraph" w:styleId="Law"><w:name w:val="Law"/><w:pPr><w:numPr><w:numId w:val="${id}"/></w:numPr></w:pPr></w:style></w:styles>`
  const changed = entries.map((e) => {
    const xml = e.content.toString()
    if (e.name === 'word/document.xml') return { ...e, content: Buffer.from(inStyle(xml)) }
    return e.name === 'word/styles.xml' ? { ...e, content: Buffer.from(xml.replace('</w:styles>', style)) } : e
  })
  const read = await readDraft('a.docx', writeZip(changed))
  expect(read.ok && read.text.trim().split('\n')).toEqual(['第一章　总则', '第一条　目的。', '第二章　附则', '第一条　施行。'])
})

test('merged cells leave the others in their columns', async () => {
  const table = withTable([
    [cell('车型', { verticalMerge: VerticalMergeType.RESTART }), cell('收费', { columnSpan: 2 })],
    [cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('白天'), cell('夜间')],
    [cell('小型'), cell('3'), cell('1')],
  ])
  expect(await textOf(table)).toEqual(['| 车型 | 收费 |  |', '| --- | --- | --- |', '|  | 白天 | 夜间 |', '| 小型 | 3 | 1 |'])
})

test('a table in a cell is read as its words', async () => {
  const inner = new Table({ rows: [new TableRow({ children: [cell('小|微型'), cell('3元')] })] })
  expect(await textOf(withTable([[cell('标准'), new TableCell({ children: [inner, new Paragraph('')] })]]))).toEqual([
    '| 标准 | 小\\|微型 3元 |',
    '| --- | --- |',
  ])
})

test('a formula is read as its characters', async () => {
  const math = '<w:p><m:oMath xmlns:m="urn:m"><m:r><m:t>a</m:t></m:r><m:r><m:t xml:space="preserve"> + b</m:t></m:r></m:oMath></w:p>'
  const document = new Document({ sections: [{ children: [new Paragraph('第一条 费用为')] }] })
  expect(await textOf(document, 'document', (xml) => xml.replace(/(<\/w:p>)(?!.*<\/w:p>)/s, `$1${math}`))).toEqual([
    '第一条 费用为',
    'a + b',
  ])
})

test('elements are found in linear time, closed or not', () => {
  expect([...elements('<w:num a="1"/><w:numId/><w:num>x</w:num><w:num>', 'w:num')].map((e) => e.xml)).toEqual([
    '<w:num a="1"/>',
    '<w:num>x</w:num>',
  ])
  const started = performance.now()
  for (const text of ['<w:pPr>', '<w:pPr ', '<w:pPr></w:x>']) expect([...elements(text.repeat(500_000), 'w:pPr')]).toEqual([])
  expect(performance.now() - started).toBeLessThan(5_000)
})

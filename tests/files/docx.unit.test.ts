import { Document, FootnoteReferenceRun, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { countArticles, normaliseSource, splitDraft } from '~/drafts/split'
import { chineseCount } from '~/files/docx-numbers'
import { readDraft } from '~/files/draft-text.server'
import { readZip, writeZip } from '~/files/zip.server'

const textOf = async (document: Document, change = (bytes: Buffer) => bytes) => {
  const read = await readDraft('草案.docx', change(await Packer.toBuffer(document)))
  if (!read.ok) throw new Error(read.why)
  return read.text
}
const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })

test('chapters, articles, a table and a note come out as lines of text', async () => {
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('指县城规划区。')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: '某县停车办法（征求意见稿）', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: '第一章　总则', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('第一条　为了'),
              new TextRun({ text: '规范停车', bold: true }),
              new TextRun('，制定本办法。'),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Paragraph('第二条　收费标准如下：'),
          new Table({
            rows: [
              new TableRow({ children: [cell('车型'), cell('每小时')] }),
              new TableRow({ children: [cell('小型|微型'), cell('2元')] }),
            ],
          }),
          new Paragraph('第三条　本办法自公布之日起施行。'),
        ],
      },
    ],
  })
  const text = await textOf(document)
  expect(text).toContain('第一条　为了规范停车，制定本办法。[^1]\n')
  expect(text).toContain('| 车型 | 每小时 |\n| --- | --- |\n| 小型\\|微型 | 2元 |\n')
  expect(text).toContain('[^1]: ')
  expect(text).toContain('指县城规划区。')
  const units = splitDraft(normaliseSource(text))
  expect(countArticles(units)).toBe(3)
  expect(units.map((unit) => unit.text).join('')).toBe(text)
})

test('automatic numbers of Word become part of the text, counted as Word counts them', async () => {
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({ level: at, format, text })
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'articles',
          levels: [
            level(0, LevelFormat.CHINESE_COUNTING, '第%1条'),
            level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
            level(2, LevelFormat.DECIMAL, '%3.'),
          ],
        },
        { reference: 'dots', levels: [level(0, LevelFormat.BULLET, '•')] },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: '目的。', numbering: { reference: 'articles', level: 0 } }),
          new Paragraph({ text: '范围：', numbering: { reference: 'articles', level: 0 } }),
          new Paragraph({ text: '县城；', numbering: { reference: 'articles', level: 1 } }),
          new Paragraph({ text: '乡镇；', numbering: { reference: 'articles', level: 1 } }),
          new Paragraph({ text: '驻地。', numbering: { reference: 'articles', level: 2 } }),
          new Paragraph({ text: '施行。', numbering: { reference: 'articles', level: 0 } }),
          new Paragraph({ text: '先看这里。', numbering: { reference: 'dots', level: 0 } }),
        ],
      },
    ],
  })
  expect((await textOf(document)).trim().split('\n')).toEqual([
    '第一条　目的。',
    '第二条　范围：',
    '（一）县城；',
    '（二）乡镇；',
    '1.　驻地。',
    '第三条　施行。',
    '先看这里。',
  ])
})

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1001, '一千零一'],
])('%i is %s', (n, text) => expect(chineseCount(n)).toBe(text))

test('entities that would unfold without end are not unfolded', async () => {
  const plain = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('第一条')] }] }))
  const entries = readZip(plain, 10_000_000)!.map((entry) =>
    entry.name === 'word/document.xml'
      ? { ...entry, content: Buffer.from(entry.content.toString().replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa">]>')) }
      : entry,
  )
  expect(await readDraft('a.docx', writeZip(entries))).toEqual({ ok: false, why: 'broken-docx' })
})

import { describe, expect, test } from 'vitest'
import { BLOCKS_MOST, docxText, ROW_CELLS_MOST } from '~/files/docx.server'
import { readDocx } from '~/files/docx-process.server'
import { readDraft } from '~/files/draft-text.server'
import { writeZip } from '~/files/zip.server'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const aDocx = (body: string, numbering = '') =>
  writeZip(
    Object.entries({
      '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
      '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="${MAIN}" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
      'word/numbering.xml': `<w:numbering ${W}>${numbering}</w:numbering>`,
    }).map(([name, content]) => ({ name, content: Buffer.from(content) })),
  )
const paragraph = '<w:p><w:r><w:t>字</w:t></w:r></w:p>'
const row = (cells: number) => `<w:tr>${`<w:tc>${paragraph}</w:tc>`.repeat(cells)}</w:tr>`
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
const numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
const numbers =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
// One paragraph, so that nothing counts it.
const inPieces = (pieces: number) => aDocx(`<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(pieces)}</w:p>`)

/** The longest time in which nothing else could be done. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let [longest, last] = [0, performance.now()]
  const look = () => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const timer = setInterval(look, 10)
  await work()
  clearInterval(timer)
  look()
  return longest
}

describe('a Word document that is small and unfolds without end is refused in words', () => {
  test.each([
    ['a row of 60,000 cells above 20,000 rows', aDocx(table(row(60_000), row(1).repeat(20_000)))],
    ['one cell more in a row than is read', aDocx(table(row(ROW_CELLS_MOST + 1)))],
    ['400,000 paragraphs', aDocx('<w:p/>'.repeat(400_000))],
    ['as many under another prefix', aDocx('<x:p/>'.repeat(400_000))],
    ['50,000 automatic numbers', aDocx(numbered.repeat(50_000), numbers)],
    ['a million paragraphs that never end', aDocx('<w:p>'.repeat(1_000_000))],
    ['a million rows without cells', aDocx(table('<w:tr/>'.repeat(1_000_000)))],
  ])('%s', async (_, bytes) => {
    expect(await docxText(bytes)).toEqual({ ok: false, why: 'docx-heavy' })
    expect(await readDraft('草案.docx', bytes)).toEqual({ ok: false, why: 'docx-heavy' })
  })

  test('a part of thirteen megabytes', async () => {
    expect(await docxText(aDocx(' '.repeat(13 * 1024 * 1024)))).toEqual({ ok: false, why: 'docx-heavy' })
  })

  test('a text longer than a draft may be', async () => {
    expect(await docxText(aDocx(`<w:p><w:r><w:t>${'字'.repeat(500_001)}</w:t></w:r></w:p>`))).toEqual({ ok: false, why: 'text-long' })
  })

  test('elements nested a hundred thousand deep', async () => {
    expect(await docxText(aDocx(`<w:p>${'<w:ins>'.repeat(100_000)}${'</w:ins>'.repeat(100_000)}</w:p>`))).toEqual({
      ok: false,
      why: 'broken-docx',
    })
  })
})

test('a large draft is read whole: ten thousand paragraphs, and a table as wide as is read', async () => {
  const read = await docxText(aDocx(paragraph.repeat(BLOCKS_MOST / 2) + table(row(ROW_CELLS_MOST))))
  expect(read.ok && read.text.match(/字/g)).toHaveLength(BLOCKS_MOST / 2 + ROW_CELLS_MOST)
})

describe('a document that gets past the counting', () => {
  test('is given up after its time, and other requests go on meanwhile', async () => {
    let read: unknown
    const stall = await longestStall(async () => (read = await readDocx(inPieces(450_000), { seconds: 2, megabytes: 1_000 })))
    expect(read).toEqual({ ok: false, why: 'docx-heavy' })
    expect(stall).toBeLessThan(1_000)
  })

  test('would stop everything if it were read in the process of the site', async () => {
    expect(await longestStall(() => docxText(inPieces(100_000)))).toBeGreaterThan(1_000)
  })

  test('runs out of memory alone: the next one is read', async () => {
    expect(await readDocx(inPieces(400_000), { seconds: 30, megabytes: 64 })).toEqual({ ok: false, why: 'docx-heavy' })
    expect(await readDocx(aDocx(paragraph))).toEqual({ ok: true, text: '字\n' })
  })

  test('many at once are read one after another, each with its own answer', async () => {
    const many = await Promise.all([1, 2, 3].map((times) => readDocx(aDocx(paragraph.repeat(times)))))
    expect(many).toEqual([1, 2, 3].map((times) => ({ ok: true, text: '字\n'.repeat(times) })))
  })
})

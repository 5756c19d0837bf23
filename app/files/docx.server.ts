import mammoth from 'mammoth'
import { DRAFT_CHARACTERS_MOST } from '../consultations/rules'
import { plainMarkup } from './docx-markup'
import { numberParagraphs } from './docx-numbers'
import { readZip, writeZip, type Entry } from './zip.server'

const UNPACKED_MOST = 40 * 1024 * 1024
const PART_MOST = 12 * 1024 * 1024
/** Paragraphs and cells of one document, and cells of one row: far above any draft, far below what takes long. */
export const BLOCKS_MOST = 20_000
export const ROW_CELLS_MOST = 60

export type WhyNoDocx = 'broken-docx' | 'docx-heavy' | 'text-long'
export type DocxText = { ok: true; text: string } | { ok: false; why: WhyNoDocx }
const refused = (why: WhyNoDocx): DocxText => ({ ok: false, why })

type Node = {
  type: string
  children?: Node[]
  value?: string
  noteId?: string
  noteType?: string
  styleName?: string | null
  body?: Node[]
  colSpan?: number
  rowSpan?: number
}
type WithNotes = Node & { notes: { resolve(reference: Node): Node | undefined } }

/**
 * The text of a Word document, a line a paragraph, tables as pipe tables, notes at the end. mammoth is given only parts
 * that were unpacked here within bounds, never the sender's own archive.
 */
export async function docxText(bytes: Buffer): Promise<DocxText> {
  const entries = readZip(bytes, UNPACKED_MOST)?.filter((entry) => /\.(xml|rels)$/i.test(entry.name))
  if (!entries?.some((entry) => entry.name === 'word/document.xml')) return refused('broken-docx')
  // A document type can define entities that unfold without end; Word never writes one.
  if (entries.some(({ content }) => content.includes('<!DOCTYPE'))) return refused('broken-docx')
  if (entries.some(({ content }) => content.length > PART_MOST) || blocksIn(entries) > BLOCKS_MOST) return refused('docx-heavy')
  try {
    const document = await read(numbered(entries))
    if (widestRow(document) > ROW_CELLS_MOST) return refused('docx-heavy')
    const text = textOf(document)
    return text.length > DRAFT_CHARACTERS_MOST ? refused('text-long') : { ok: true, text }
  } catch {
    return refused('broken-docx')
  }
}

/** Counted before anything is parsed: what opens a paragraph, a row or a cell, under whatever prefix. */
function blocksIn(entries: Entry[]): number {
  const opening = /<(?:[\w.-]{1,30}:)?(?:p|tr|tc)[\s/>]/g
  let found = 0
  for (const { name, content } of entries)
    if (/^word\/(document|footnotes|endnotes)\.xml$/.test(name))
      for (const text = content.toString('utf8'); found <= BLOCKS_MOST && opening.test(text);) found += 1
  return found
}

async function read(entries: Entry[]): Promise<WithNotes> {
  let document: WithNotes | undefined
  await mammoth.convertToHtml({ buffer: writeZip(entries) }, {
    externalFileAccess: false,
    // Only what was read is wanted; mammoth is left nothing to write.
    transformDocument: (found: WithNotes) => ({ ...(document = found), children: [] }),
  } as Parameters<typeof mammoth.convertToHtml>[1])
  return document!
}

const widestRow = (node: Node): number =>
  (node.children ?? []).reduce(
    (most, child) => Math.max(most, widestRow(child)),
    node.type === 'tableRow' ? (node.children ?? []).length : 0,
  )

const xmlOf = (entries: Entry[], name: string) => entries.find((entry) => entry.name === name)?.content.toString('utf8') ?? ''

/** Word keeps “第一条” of an automatic list outside the text; written into it, nothing is lost. */
function numbered(entries: Entry[]): Entry[] {
  const parts = {
    document: plainMarkup(xmlOf(entries, 'word/document.xml')),
    numbering: xmlOf(entries, 'word/numbering.xml'),
    styles: xmlOf(entries, 'word/styles.xml'),
  }
  const document = Buffer.from(numberParagraphs(parts))
  return entries.map((entry) => (entry.name === 'word/document.xml' ? { ...entry, content: document } : entry))
}

function textOf(document: WithNotes): string {
  const notes: Node[] = []
  const lines = blocks(document.children ?? [], notes)
  const foot = notes.map((reference, i) => `[^${i + 1}]: ${blocks(document.notes.resolve(reference)?.body ?? [], []).join(' ')}`)
  return `${[...lines, ...(foot.length ? ['', ...foot] : [])].join('\n')}\n`
}

const blocks = (nodes: Node[], notes: Node[]): string[] =>
  nodes.flatMap((node) => {
    if (node.type === 'table') return ['', ...pipeTable(rowsOf(node, notes)), '']
    return node.type === 'paragraph' ? inline(node, notes).split('\n') : []
  })

function inline(node: Node, notes: Node[]): string {
  if (node.type === 'text') return node.value ?? ''
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return '\n'
  if (node.type === 'noteReference') return `[^${notes.push(node)}]`
  return (node.children ?? []).map((child) => inline(child, notes)).join('')
}

function cellText(cell: Node, notes: Node[]): string {
  const nested = (table: Node) =>
    rowsOf(table, notes)
      .flat()
      .filter(Boolean)
      .map((text) => text.replaceAll('\\|', '|'))
  return (cell.children ?? [])
    .flatMap((node) => (node.type === 'table' ? nested(node) : blocks([node], notes)))
    .filter(Boolean)
    .join(' ')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
}

/** A cell over several columns or rows stands in the first of them, so that the others keep their column. */
function rowsOf(table: Node, notes: Node[]): string[][] {
  const taken = new Set<string>()
  return (table.children ?? []).map((row, y) => {
    const texts: string[] = []
    for (const cell of row.children ?? []) {
      while (taken.has(`${y} ${texts.length}`)) texts.push('')
      const across = Math.min(cell.colSpan ?? 1, ROW_CELLS_MOST)
      for (let i = 0; i < across; i++) for (let down = 1; down < (cell.rowSpan ?? 1); down++) taken.add(`${y + down} ${texts.length + i}`)
      texts.push(cellText(cell, notes), ...Array<string>(across - 1).fill(''))
    }
    return texts
  })
}

function pipeTable(rows: string[][]): string[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1)
  const line = (row: string[]) => `| ${[...row, ...Array<string>(width - row.length).fill('')].join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(Array<string>(width).fill('---')), ...body.map(line)]
}

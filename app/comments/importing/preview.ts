import { line, prose } from '~/web/text'
import { toLocalField } from '~/web/dates'
import { COMMENT_MAX, isEarly, isLate, NAME_MAX, REPLACEMENT_MAX, type Channel } from '../rules'
import type { ImportRow } from '../import-writes.server'
import { articleFinder } from './articles'
import { requiredColumns } from './columns'
import { readRecords, type ImportRecord, type Records } from './records'
import { channelFrom, instantFrom, languageFrom, stanceFrom } from './values'

type TextFault = 'content-missing' | 'content-long' | 'replacement-long' | 'author-long' | 'characters' | 'marks'
export type FaultWhy =
  | TextFault
  | Records['faults'][number]['why']
  | 'content-column'
  | 'date-column'
  | 'article'
  | 'article-closed'
  | 'article-many'
  | 'channel'
  | 'stance'
  | 'date'
  | 'date-missing'
  | 'date-future'
  | 'date-early'
/** `line` is null for what concerns the file as a whole; `value` is what stands there, from its beginning. */
export type ImportFault = { line: number | null; why: FaultWhy; value?: string }

type Unit = Parameters<typeof articleFinder>[0][number]
export type ImportFacts = {
  units: readonly Unit[]
  zone: string
  lang: string
  channel: Channel
  opensAt: Date | null
  closesAt: Date | null
  now: Date
}
export type Preview = {
  rows: ImportRow[]
  /** On which line of the file each of the rows begins. */
  lines: number[]
  faults: ImportFault[]
  ignored: string[]
  people: number
  late: number
  whole: number
}

/** Reads the whole file before anything is written: every bad row by its line, with the reason. */
export function previewImport(text: string, facts: ImportFacts): Preview {
  const read = readRecords(text)
  const missing = requiredColumns.filter((column) => read.records.length > 0 && !read.columns.has(column))
  const faults: ImportFault[] = [
    ...missing.map((column) => ({ line: null, why: `${column}-column` as const })),
    ...read.faults.map(({ value, ...fault }) => ({ ...fault, value: beginning(value) })),
  ]
  const find = articleFinder(facts.units)
  const [rows, lines]: [ImportRow[], number[]] = [[], []]
  for (const record of read.records) {
    const row = readRow(record, facts, find)
    faults.push(...row.faults.filter(({ why }) => !missing.some((column) => why === `${column}-missing`)))
    if (row.faults.length > 0) continue
    rows.push(row.value)
    lines.push(record.line)
  }
  return { rows, lines, faults: faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), ignored: [...read.ignored], ...figures(rows, facts) }
}

function figures(rows: ImportRow[], facts: ImportFacts) {
  const authors = new Set(rows.map((row) => row.author).filter(Boolean))
  const count = (which: (row: ImportRow) => boolean) => rows.filter(which).length
  return {
    people: authors.size + count((row) => row.author === ''),
    late: count((row) => isLate(facts, row.receivedAt)),
    whole: count((row) => row.articleId === null),
  }
}

/** Enough to find it in the file. */
const beginning = (value: string | undefined) => (value ? Array.from(value.slice(0, 120).toWellFormed()).slice(0, 60).join('') : undefined)

const contentText = prose(COMMENT_MAX, { required: 'content-missing', long: 'content-long' })
const replacementText = prose(REPLACEMENT_MAX, { long: 'replacement-long' })
const authorText = line(NAME_MAX * 2, { long: 'author-long' })

function readRow({ line: at, fields }: ImportRecord, facts: ImportFacts, find: ReturnType<typeof articleFinder>) {
  const { lang, channel, now } = facts
  const faults: ImportFault[] = []
  const fault = (why: FaultWhy, value?: string) => void faults.push({ line: at, why, value: beginning(value?.trim()) })
  const text = (schema: typeof contentText, typed: string | undefined) => {
    const read = schema.safeParse(typed ?? '')
    if (!read.success) fault(textFaults[read.error.issues[0]!.message] ?? (read.error.issues[0]!.message as TextFault), typed)
    return read.data ?? ''
  }
  const named = <T>(typed: string | undefined, from: (typed: string) => T | undefined, why: 'channel' | 'stance') => {
    const value = typed?.trim() ? from(typed) : undefined
    if (typed?.trim() && value === undefined) fault(why, typed)
    return value
  }
  const article = find(fields.article ?? '')
  if (!article.ok) fault(article.why, fields.article)
  const receivedAt = fields.date?.trim() ? receivedIn(fields.date, facts) : null
  if (!receivedAt) fault(fields.date?.trim() ? 'date' : 'date-missing', fields.date)
  else if (receivedAt > now) fault('date-future', fields.date)
  else if (isEarly(facts, receivedAt)) fault('date-early', fields.date)
  const value: ImportRow = {
    articleId: article.ok ? article.id : null,
    body: text(contentText, fields.content),
    replacement: text(replacementText, fields.replacement),
    author: text(authorText, fields.author),
    channel: named(fields.channel, channelFrom, 'channel') ?? channel,
    stance: named(fields.stance, stanceFrom, 'stance') ?? null,
    lang: languageFrom(fields.lang ?? '') ?? lang,
    receivedAt: receivedAt ?? now,
  }
  return { value, faults }
}

/** A day without an hour begins at midnight; on the day of the opening it is meant from the opening on. */
function receivedIn(written: string, { opensAt, zone }: ImportFacts) {
  const at = instantFrom(written, zone)
  const openingDay = opensAt && `${toLocalField(opensAt, zone).slice(0, 10)}T00:00`
  return at && toLocalField(at, zone) === openingDay && at < opensAt! ? opensAt : at
}

const textFaults: Record<string, TextFault> = {
  'web:error.broken-characters': 'characters',
  'web:error.control-characters': 'characters',
  'web:error.mark-tower': 'marks',
}

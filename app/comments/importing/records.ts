import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { columnBy, type Column } from './columns'
import { COLUMNS_MOST, IMPORT_MAX } from './limits'

/** One row of the file under the names we know, with the line it starts on. */
export type ImportRecord = { line: number; fields: Partial<Record<Column, string>> }
type Fault = { line: number; why: 'json' | 'csv' | 'columns-many' | 'row-long' | 'too-many'; value?: string }
export type Records = {
  records: ImportRecord[]
  faults: Fault[]
  ignored: Set<string>
  columns: Set<Column>
}

// A row of the longest texts in the widest script has less.
const ROW_BYTES_MOST = 400_000

/** One JSON object per line, or CSV with a header, told apart by the first character. Reads one row more than are taken. */
export function readRecords(text: string): Records {
  const out: Records = { records: [], faults: [], ignored: new Set(), columns: new Set() }
  if (/^\s*[{[]/.test(text)) readJsonLines(text, out)
  else readCsv(text, out)
  return out
}

/** Whether the row that starts here is one too many. */
function isOver({ records, faults }: Records, line: number): boolean {
  const over = records.length + faults.length >= IMPORT_MAX
  if (over) faults.push({ line, why: 'too-many' })
  return over
}

function readJsonLines(text: string, out: Records) {
  for (let at = 0, line = 1; at < text.length; line++) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
    const written = text.slice(at, end)
    at = end + 1
    if (written.trim() === '') continue
    if (isOver(out, line)) return
    // An object of a million names takes seconds to parse.
    const row = written.length > ROW_BYTES_MOST ? 'row-long' : (parsed(written) ?? 'json')
    if (typeof row === 'string') out.faults.push({ line, why: row, value: written })
    else addRow(Object.entries(row), line, out)
  }
}

function parsed(written: string): object | null {
  try {
    const row: unknown = JSON.parse(written)
    return typeof row === 'object' && row !== null && !Array.isArray(row) ? row : null
  } catch {
    return null
  }
}

function readCsv(text: string, out: Records) {
  const delimiter = delimiterOf(text)
  if (firstLine(text).split(delimiter, COLUMNS_MOST + 1).length > COLUMNS_MOST) {
    out.faults.push({ line: 1, why: 'columns-many' })
    return
  }
  let header: string[] | null = null
  let ended = 0
  const take = (record: string[], ends: number) => {
    const line = ends - record.reduce((inside, cell) => inside + cell.split('\n').length - 1, 0)
    ended = ends
    if (!header) {
      header = record
      for (const name of header) note(name, out)
    } else if (!isOver(out, line)) {
      if (record.length !== header.length) out.faults.push({ line, why: 'csv', value: record.slice(0, 20).join(delimiter) })
      else
        addRow(
          header.map((name, at) => [name, record[at]] as const),
          line,
          out,
        )
    }
  }
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: ROW_BYTES_MOST,
      to: IMPORT_MAX + 2,
      on_record: (record: string[], { lines }) => void take(record, lines),
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // Named by where the row began: a quote that never ends is noticed only at the end of the file.
    out.faults.push({ why: error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-long' : 'csv', ...written(text, ended + 1) })
  }
}

const firstLine = (text: string) => text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))

/** The first line from this one on that is not empty. */
function written(text: string, from: number): { line: number; value: string } {
  let at = 0
  for (let passed = 1; passed < from; passed++) at = text.indexOf('\n', at) + 1
  let line = from
  for (; text[at] === '\n'; at++) line++
  return { line, value: firstLine(text.slice(at, at + 1_000)) }
}

const delimiterOf = (text: string) => {
  const header = firstLine(text)
  return [',', '\t', ';', '，'].reduce((best, each) => (header.split(each).length > header.split(best).length ? each : best))
}

function note(name: string, { ignored, columns }: Records): Column | undefined {
  const column = columnBy(name)
  if (column) columns.add(column)
  else ignored.add(name)
  return column
}

function addRow(entries: (readonly [string, unknown])[], line: number, out: Records) {
  if (entries.length > COLUMNS_MOST) {
    out.faults.push({ line, why: 'columns-many' })
    return
  }
  const fields: ImportRecord['fields'] = {}
  for (const [name, value] of entries) {
    const column = note(name, out)
    if (column && fields[column] === undefined && (typeof value === 'string' || typeof value === 'number')) fields[column] = String(value)
  }
  out.records.push({ line, fields })
}

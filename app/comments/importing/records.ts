import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'

/** One row of the file under the names we know, with the line it starts on. */
export type ImportRecord = { line: number; fields: Partial<Record<Column, string>> }
export type Column = 'content' | 'author' | 'article' | 'channel' | 'date' | 'stance' | 'replacement' | 'lang'
type Fault = { line: number; why: 'json' | 'csv' }
export type Records = { records: ImportRecord[]; faults: Fault[]; ignored: string[] }

const names: Record<Column, string> = {
  content: 'content body text comment 内容 意见 意见内容 意见建议 具体意见 正文',
  author: 'author authorlabel name 提出人 意见人 反馈人 姓名 署名 称呼 单位 提出人或单位',
  article: 'article articlenumber articleno anchor 条文 条款 条 条号 针对条文 对应条款',
  channel: 'channel source 渠道 来源 提交方式 途径',
  date: 'date receivedat received receivedon time createdat 日期 时间 收到时间 收到日期 提交时间 提交日期',
  stance: 'stance position 态度 立场',
  replacement: 'replacement proposal proposedtext 建议文字 建议修改为 修改建议 建议条文',
  lang: 'lang language 语言',
}

const columnOf = new Map(
  Object.entries(names).flatMap(([column, list]) => list.split(' ').map((name) => [name, column as Column] as const)),
)
const known = (name: string) =>
  columnOf.get(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_\-—]/gu, ''),
  )

/** One JSON object per line, or CSV with a header, told apart by the first character. */
export function readRecords(text: string): Records {
  return /^\s*[{[]/.test(text) ? fromJsonLines(text) : fromCsv(text)
}

function fromJsonLines(text: string): Records {
  const out: Records = { records: [], faults: [], ignored: [] }
  text.split('\n').forEach((written, index) => {
    if (written.trim() === '') return
    const row = parsed(written)
    if (row) out.records.push({ line: index + 1, fields: named(Object.entries(row), out.ignored) })
    else out.faults.push({ line: index + 1, why: 'json' })
  })
  return out
}

function parsed(written: string): object | null {
  try {
    const row: unknown = JSON.parse(written)
    return typeof row === 'object' && row !== null && !Array.isArray(row) ? row : null
  } catch {
    return null
  }
}

function fromCsv(text: string): Records {
  const out: Records = { records: [], faults: [], ignored: [] }
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Row[]
    const header = rows.shift()?.record ?? []
    let line = 1 + header.join('').split('\n').length
    for (const { record, info } of rows) {
      const short = record.length !== header.length
      if (short) out.faults.push({ line, why: 'csv' })
      else
        out.records.push({
          line,
          fields: named(
            header.map((name, at) => [name, record[at]]),
            out.ignored,
          ),
        })
      line = info.lines + 1
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    out.faults.push({ line: Number(error.lines ?? 1), why: 'csv' })
  }
  return out
}

type Row = { record: string[]; info: { lines: number } }

const delimiterOf = (text: string) => {
  const header = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))
  return [',', '\t', ';', '，'].reduce((best, each) => (header.split(each).length > header.split(best).length ? each : best))
}

function named(entries: (readonly [string, unknown])[], ignored: string[]): ImportRecord['fields'] {
  const fields: ImportRecord['fields'] = {}
  for (const [name, value] of entries) {
    const column = known(name)
    if (!column) {
      if (!ignored.includes(name)) ignored.push(name)
    } else if (fields[column] === undefined && (typeof value === 'string' || typeof value === 'number')) fields[column] = String(value)
  }
  return fields
}

import { ReadableStream, TextEncoderStream } from 'node:stream/web'
import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'
import { tableRows, type Reader, type Row, type What } from './table-rows.server'

export type Format = 'csv' | 'xlsx'

// Cells that a spreadsheet would take for formulas are made plain text.
const SAFE = { escape_formulas: true, record_delimiter: 'windows' } as const
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** The registrations of a day (table-rows.server.ts) as a file for spreadsheets. */
export async function tableFile(openDayId: number, what: What, reader: Reader, format: Format): Promise<Response> {
  const rows = tableRows(openDayId, what, reader)
  const [body, type] = format === 'csv' ? [csvOf(rows), 'text/csv; charset=utf-8'] : [await workbookOf(rows), XLSX]
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="registrations-${openDayId}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function csvOf(portions: AsyncGenerator<Row[]>) {
  async function* lines() {
    yield '\uFEFF'
    for await (const portion of portions) yield stringify(portion, SAFE)
  }
  return ReadableStream.from(lines()).pipeThrough(new TextEncoderStream())
}

/** Every cell is a text: no number loses its leading zeros or its last digits, nothing is reckoned. */
async function workbookOf(portions: AsyncGenerator<Row[]>): Promise<Uint8Array> {
  const rows: Row[] = []
  for await (const portion of portions) rows.push(...portion)
  const cells = rows.map((row, index) =>
    row.map((value) => ({ type: String, value: plain(String(value ?? '')), ...(index === 0 ? { fontWeight: 'bold' as const } : {}) })),
  )
  return writeExcelFile(cells, { stickyRowsCount: 1, columns: rows[0]!.map(() => ({ width: 16 })) }).toBuffer()
}

const plain = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

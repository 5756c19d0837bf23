import writeExcelFile from 'write-excel-file/node'
import { fileAnswer, MARK, tableAnswer, tableLines } from '~/web/table-file.server'
import { tableRows, type Reader, type Row, type What } from './table-rows.server'

export type Format = 'csv' | 'xlsx'

const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The registrations of a day (table-rows.server.ts) as a file for spreadsheets. */
export async function tableFile(openDayId: number, what: What, reader: Reader, format: Format): Promise<Response> {
  const name = `registrations-${openDayId}`
  const rows = tableRows(openDayId, what, reader)
  if (format === 'csv') return tableAnswer(name, linesOf(rows))
  return fileAnswer(`${name}.xlsx`, XLSX, (await workbookOf(rows)) as BodyInit)
}

async function* linesOf(portions: AsyncGenerator<Row[]>) {
  yield MARK
  for await (const portion of portions) yield tableLines(portion)
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

import { ReadableStream, TextEncoderStream } from 'node:stream/web'
import { stringify } from 'csv-stringify/sync'

// Cells that a spreadsheet would take for formulas are made plain text.
const SAFE = { escape_formulas: true, record_delimiter: 'windows' } as const

export const tableLines = (rows: readonly (readonly unknown[])[]) => stringify(rows as unknown[][], SAFE)

/** By which a spreadsheet knows the encoding. */
export const MARK = '\uFEFF'
export const headLine = (names: readonly string[]) => MARK + tableLines([names])

/** A table file for the desk; a long one goes out portion by portion. */
export function tableAnswer(name: string, body: string | AsyncIterable<string>): Response {
  const whole = typeof body === 'string' ? body : (ReadableStream.from(body).pipeThrough(new TextEncoderStream()) as unknown as BodyInit)
  return fileAnswer(`${name}.csv`, 'text/csv; charset=utf-8', whole)
}

/** A file for the desk, which stays in no cache. */
export const fileAnswer = (name: string, type: string, body: BodyInit): Response =>
  new Response(body, {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' },
  })

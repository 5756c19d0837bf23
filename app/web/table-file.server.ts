import { ReadableStream, TextEncoderStream } from 'node:stream/web'
import { stringify } from 'csv-stringify/sync'

// Cells that a spreadsheet would take for formulas are made plain text.
const SAFE = { escape_formulas: true, record_delimiter: 'windows' } as const

export const tableLines = (rows: readonly (readonly unknown[])[]) => stringify(rows as unknown[][], SAFE)

/** The first line, behind the mark by which a spreadsheet knows the encoding. */
export const headLine = (names: readonly string[]) => `\uFEFF${tableLines([names])}`

/** A table file for the desk, which stays in no cache; a long one goes out portion by portion. */
export function tableAnswer(name: string, body: string | AsyncIterable<string>): Response {
  const whole = typeof body === 'string' ? body : (ReadableStream.from(body).pipeThrough(new TextEncoderStream()) as unknown as BodyInit)
  return new Response(whole, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

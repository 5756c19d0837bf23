import { ReadableStream, TextEncoderStream } from 'node:stream/web'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { stringify } from 'csv-stringify/sync'
import { i18nFor } from '~/i18n'
import { allowedIn } from '~/web/access.server'
import { recordFilter } from '../forms'
import { actWord, factsText } from '../lines'
import { recordPortions, type RecordLine } from '../reads.server'
import { mayReadRecord } from '../rules'

// Cells that a spreadsheet would take for formulas are made plain text.
const SAFE = { escape_formulas: true, record_delimiter: 'windows' } as const
const COLUMNS = ['seq', 'at', 'person', 'role', 'department', 'act', 'subject', 'id', 'why', 'facts'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = allowedIn(context, mayReadRecord(context.viewer))
  const filter = recordFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { t } = i18nFor(context.lang)
  const row = (line: RecordLine) => [
    line.seq,
    line.at.toISOString(),
    line.actorName,
    line.actorRole,
    line.department ?? '',
    actWord(t, line.act),
    line.subject,
    line.subjectId,
    line.why,
    factsText(line.facts),
  ]
  async function* lines() {
    yield `\uFEFF${stringify([COLUMNS.map((name) => t(`record:column.${name}`))], SAFE)}`
    for await (const portion of recordPortions(viewer, filter, context.county.zone)) yield stringify(portion.map(row), SAFE)
  }
  const body = ReadableStream.from(lines()).pipeThrough(new TextEncoderStream())
  return new Response(body as unknown as BodyInit, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="record.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
}

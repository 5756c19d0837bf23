import { ReadableStream, TextEncoderStream } from 'node:stream/web'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { stringify } from 'csv-stringify/sync'
import { i18nFor } from '~/i18n'
import { toCell } from '~/web/dates'
import { zoneName } from '~/consultations/parts/instant'
import { allowedIn } from '~/web/access.server'
import { recordFilter } from '../forms'
import { actorOf, actWord, factsText } from '../lines'
import { recordPortions, type RecordLine } from '../reads.server'
import { mayReadRecord, type Subject } from '../rules'

// Cells that a spreadsheet would take for formulas are made plain text.
const SAFE = { escape_formulas: true, record_delimiter: 'windows' } as const
const COLUMNS = ['seq', 'at', 'person', 'role', 'department', 'act', 'subject', 'id', 'why', 'facts'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = allowedIn(context, mayReadRecord(context.viewer))
  const filter = recordFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { lang, county } = context
  const i18n = i18nFor(lang)
  const { t } = i18n
  const row = (line: RecordLine) => [
    line.seq,
    toCell(line.at, county.zone),
    ...actorOf(t, line),
    (lang === 'en' && line.departmentEn) || (line.department ?? ''),
    actWord(t, line.act),
    t(`record:subject.${line.subject as Subject}`),
    line.subjectId,
    line.why,
    factsText(line.facts, line.act, { i18n, lang, zone: county.zone }),
  ]
  async function* lines() {
    yield `\uFEFF${stringify([COLUMNS.map((name) => (name === 'at' ? t('record:at-in', { zone: zoneName(county.zone, lang) }) : t(`record:column.${name}`)))], SAFE)}`
    for await (const portion of recordPortions(viewer, filter, county.zone)) yield stringify(portion.map(row), SAFE)
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

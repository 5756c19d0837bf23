import type { LoaderFunctionArgs } from '@remix-run/node'
import { stringify } from 'csv-stringify/sync'
import { consultationBySlug } from '~/consultations/reads.server'
import { i18nFor } from '~/i18n'
import { notFound } from '~/web/responses.server'
import { revisionIn } from '../forms'
import { publishedReport } from '../reads.server'
import { pointRows } from '../table'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const consultation = await consultationBySlug(params.slug!)
  const report = consultation && (await publishedReport(consultation.id, revisionIn(request)))
  if (!report) throw notFound()
  const rows = pointRows(report.document, i18nFor(context.lang).getFixedT(context.lang, 'reports'))
  const name = `report-${params.slug}-${report.revision}.csv`
  return new Response(stringify(rows, { bom: true, escape_formulas: true, record_delimiter: 'windows' }), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, Vary: 'Cookie' },
  })
}

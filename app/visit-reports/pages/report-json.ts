import type { LoaderFunctionArgs } from '@remix-run/node'
import { openDayBySlug } from '~/open-days/reads.server'
import { notFound } from '~/web/responses.server'
import { revisionIn } from '../forms'
import { publishedReport } from '../reads.server'

/** The report as data: what its page shows, without photos that were taken down. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const day = await openDayBySlug(params.slug)
  const report = day && (await publishedReport(day.id, revisionIn(request)))
  if (!report) throw notFound()
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, no-cache' }
  return new Response(`${JSON.stringify(report.document, null, 2)}\n`, { headers })
}

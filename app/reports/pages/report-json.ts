import type { LoaderFunctionArgs } from '@remix-run/node'
import { consultationBySlug } from '~/consultations/reads.server'
import { notFound } from '~/web/responses.server'
import { canonical } from '../document'
import { revisionIn } from '../forms'
import { publishedReport } from '../reads.server'

/** The frozen document, byte for byte what the digest covers. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const consultation = await consultationBySlug(params.slug!)
  const report = consultation && (await publishedReport(consultation.id, revisionIn(request)))
  if (!report) throw notFound()
  const headers = { ETag: `"${report.digest}"`, 'Cache-Control': 'public, no-cache', 'Content-Type': 'application/json; charset=utf-8' }
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(canonical(report.document), { headers })
}

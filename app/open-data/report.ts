import type { LoaderFunctionArgs } from '@remix-run/node'
import { consultationBySlug } from '~/consultations/reads.server'
import { publishedReport } from '~/reports/reads.server'
import { answer, missing, queryOf } from './answer.server'
import { reportQuery } from './queries'
import { LICENCE, report } from './schemas'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = queryOf(request, reportQuery)
  if (!query.ok) return query.answer
  const found = await consultationBySlug(params.slug!)
  const published = found && (await publishedReport(found.id, query.value.revision))
  if (!published) return missing()
  const { revision, latest, digest, document } = published
  const revisions = published.revisions.map((each) => ({ ...each, publishedAt: each.publishedAt.toISOString() }))
  return answer(request, report, {
    licence: LICENCE,
    revision,
    latest,
    digest,
    publishedAt: published.publishedAt.toISOString(),
    revisions,
    document,
  })
}

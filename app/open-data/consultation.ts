import type { LoaderFunctionArgs } from '@remix-run/node'
import { publicCommentCounts } from '~/comments/reads.server'
import { articlesOf, consultationBySlug } from '~/consultations/reads.server'
import { answer, missing } from './answer.server'
import { consultation, LICENCE } from './schemas'
import { summaryOf } from './summary'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await consultationBySlug(params.slug!)
  if (!found) return missing()
  const [articles, counts] = await Promise.all([articlesOf(found.id), publicCommentCounts(found.id)])
  const { explanatoryNote, legalBasis, shortPeriodReason, access, nameMode } = found
  return answer(request, consultation, {
    ...summaryOf(found, context.origin),
    licence: LICENCE,
    explanatoryNote,
    legalBasis,
    shortPeriodReason,
    access,
    nameMode,
    contact: { person: found.contactPerson, phone: found.contactPhone, email: found.contactEmail, address: found.contactAddress },
    articles: articles.map((article) => ({ ...article, comments: counts.get(article.id) ?? 0 })),
    commentsOnTheWhole: counts.get(null) ?? 0,
  })
}

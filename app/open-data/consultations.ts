import type { LoaderFunctionArgs } from '@remix-run/node'
import { address } from '~/web/address'
import { answer, queryOf } from './answer.server'
import { consultationsQuery } from './queries'
import { publishedPage } from './reads.server'
import { consultationList, LICENCE } from './schemas'
import { summaryOf } from './summary'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = queryOf(request, consultationsQuery)
  if (!query.ok) return query.answer
  const { limit, ...filter } = query.value
  const rows = await publishedPage({ ...filter, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const next =
    rows.length > limit ? context.origin + address('/api/v1/consultations', { ...filter, limit, after: page.at(-1)!.slug }) : null
  return answer(request, consultationList, { licence: LICENCE, consultations: page.map((row) => summaryOf(row, context.origin)), next })
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { publicComments, type PublicComment } from '~/comments/reads.server'
import { articlesOf, consultationBySlug } from '~/consultations/reads.server'
import { address } from '~/web/address'
import { answer, missing, queryOf } from './answer.server'
import { commentsQuery } from './queries'
import { type comment, commentList, LICENCE } from './schemas'

type Shown = z.input<typeof comment>

const shown = ({ anchor, label, receivedAt, reason, ...row }: PublicComment): Shown => ({
  ...row,
  article: anchor === null || label === null ? null : { anchor, label },
  receivedAt: receivedAt.toISOString(),
  reason: (reason || null) as Shown['reason'],
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const query = queryOf(request, commentsQuery)
  if (!query.ok) return query.answer
  const { limit, article, before } = query.value
  const found = await consultationBySlug(params.slug!)
  const about = found && article !== undefined ? (await articlesOf(found.id)).find((each) => each.anchor === article) : undefined
  if (!found || (article !== undefined && !about)) return missing()
  const rows = await publicComments(found.id, { before, articleId: about?.id, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const next =
    rows.length > limit
      ? context.origin + address(`/api/v1/consultations/${found.slug}/comments`, { article, limit, before: page.at(-1)!.number })
      : null
  return answer(request, commentList, { licence: LICENCE, consultation: found.slug, comments: page.map(shown), next })
}

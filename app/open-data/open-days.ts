import type { LoaderFunctionArgs } from '@remix-run/node'
import { publishedAfter } from '~/open-days/reads.server'
import { address } from '~/web/address'
import { answer, queryOf } from './answer.server'
import { openDaySummaryOf } from './open-day-summary'
import { openDayList } from './open-day-schemas'
import { LICENCE } from './schemas'
import { openDaysQuery } from './queries'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = queryOf(request, openDaysQuery)
  if (!query.ok) return query.answer
  const { limit, ...filter } = query.value
  const rows = await publishedAfter({ ...filter, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const next = rows.length > limit ? context.origin + address('/api/v1/open-days', { ...filter, limit, after: page.at(-1)!.slug }) : null
  return answer(request, openDayList, { licence: LICENCE, openDays: page.map((day) => openDaySummaryOf(day, context.origin)), next })
}

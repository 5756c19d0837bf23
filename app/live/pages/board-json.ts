import type { LoaderFunctionArgs } from '@remix-run/node'
import { forASecond } from '~/web/responses.server'
import { boardSince } from '../reads.server'
import { sessionFor } from '../session.server'

/** What changed on the board after a number of its sequence; from 0 all of it. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const session = await sessionFor(params.code)
  const given = new URL(request.url).searchParams.get('since') ?? ''
  const board = await boardSince(session.id, /^\d{1,15}$/.test(given) ? Number(given) : 0)
  const headers = { ...forASecond, ETag: `"${board!.seq}"`, 'Content-Type': 'application/json; charset=utf-8' }
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(JSON.stringify(board), { headers })
}

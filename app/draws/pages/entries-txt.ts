import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '~/web/responses.server'
import { drawBySlug } from '../reads.server'

/** The list, byte for byte what its fingerprint covers. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const draw = (await drawBySlug(params.slug))?.draw
  if (!draw || draw.entries === null) throw notFound()
  const headers = { ETag: `"${draw.entriesHash}"`, 'Cache-Control': 'public, no-cache', 'Content-Type': 'text/plain; charset=utf-8' }
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(draw.entries, { headers })
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '~/web/responses.server'
import { documentOf } from '../document'
import { drawBySlug } from '../reads.server'

/** All that is known of the draw, for public/verify-draw.mjs and for programs of your own. */
export async function loader({ params }: LoaderFunctionArgs) {
  const found = await drawBySlug(params.slug)
  if (!found?.draw) throw notFound()
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, no-cache' }
  return new Response(`${JSON.stringify(documentOf(found.day, found.draw), null, 2)}\n`, { headers })
}

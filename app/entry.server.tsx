import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { withTitle } from './web/frame'
import { PageProvider } from './web/page'

export { handleError } from './web/faults.server'
export * as wiring from './wiring.server'

/** Pages are small and complete: one string, no stream. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext) {
  const html = renderToString(
    <PageProvider value={context}>
      <RemixServer context={remix} url={request.url} />
    </PageProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Vary', 'Cookie')
  if (context.viewer || status >= 400) headers.set('Cache-Control', 'private, no-store')
  else if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  const answer = context.unavailable && status === 500 ? 503 : status
  if (answer === 503) headers.set('Retry-After', '30')
  return new Response(`<!DOCTYPE html>${withTitle(html, context)}`, { status: answer, headers })
}

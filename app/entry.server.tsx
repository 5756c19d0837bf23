import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import type { Handle } from './root'
import { withTitle } from './web/frame'
import { PageProvider } from './web/page'

export { handleError } from './web/faults.server'
export * as wiring from './wiring.server'

/** Pages are small and complete: one string, no stream. Those without scripts need no marks for React to find its way. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext) {
  const render = hydrates(remix) ? renderToString : renderToStaticMarkup
  const html = render(
    <PageProvider value={context}>
      <RemixServer context={remix} url={request.url} />
    </PageProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Vary', 'Cookie')
  if (context.viewer || status >= 400) headers.set('Cache-Control', 'private, no-store')
  else if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  const answer = context.unavailable && status === 500 ? 503 : status
  const retry = answer === 503 ? '30' : retryAfter(remix)
  if (retry) headers.set('Retry-After', retry)
  context.html = `<!DOCTYPE html>${withTitle(html, context)}`
  return new Response(null, { status: answer, headers })
}

/** A hydrated page's data is as private as the page. */
export function handleDataRequest(response: Response) {
  response.headers.set('Cache-Control', 'private, no-store')
  response.headers.append('Vary', 'Cookie')
  return response
}

// The headers of a thrown answer do not reach a page by themselves.
const retryAfter = ({ staticHandlerContext: { actionHeaders, loaderHeaders } }: EntryContext) =>
  [...Object.values(actionHeaders), ...Object.values(loaderHeaders)].map((headers) => headers.get('Retry-After')).find(Boolean)

const hydrates = ({ staticHandlerContext, routeModules }: EntryContext) =>
  staticHandlerContext.matches.some(({ route }) => (routeModules[route.id]?.handle as Handle | undefined)?.hydrate)

import type { AppLoadContext } from '@remix-run/node'
import { isRouteErrorResponse, Meta, Outlet, Scripts, useMatches, useRouteError } from '@remix-run/react'
import { Fault, faultOf } from './web/fault'
import { Frame } from './web/frame'
import { usePage } from './web/page'

export type Handle = {
  /** Set by the few pages that need their components in the browser; says why in a comment beside it. */
  hydrate?: boolean
  /** Set by a tool that has a small screen to itself: no header, no footer, nobody's name. */
  alone?: boolean
  /** Set by a form that a whole county may send in one minute (web/rush.server.ts). */
  rush?: boolean
}

export default function Root() {
  const { nonce } = usePage()
  const matches = useMatches()
  const asks = (what: keyof Handle) => matches.some((match) => (match.handle as Handle | undefined)?.[what])
  return (
    <Frame head={<Meta />} scripts={asks('hydrate') ? <Scripts nonce={nonce} /> : undefined} alone={asks('alone')} bare>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const page = usePage() as AppLoadContext
  const status = isRouteErrorResponse(error) ? error.status : page.unavailable ? 503 : 500
  return (
    <Frame>
      <Fault kind={faultOf(status)} typed={page.typed} />
    </Frame>
  )
}

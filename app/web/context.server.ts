import type { PageFacts } from './page'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends PageFacts {
    /** Origin for absolute addresses: PUBLIC_URL, else the request's own. */
    origin: string
    /** Address of the client, for limits; never stored. */
    client: string
    /** The form of this request; read before any page is asked (posted.server.ts). */
    form?: FormData
    /** The page once it has rendered, on its way out beside an empty Response (remix.server.ts). */
    html?: string
    /** Set when the fault passes by itself: the database is away or busy. */
    unavailable?: boolean
  }
}

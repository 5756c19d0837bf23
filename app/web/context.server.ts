import type { PageFacts } from './page'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends PageFacts {
    /** Origin for absolute addresses: PUBLIC_URL, else the request's own. */
    origin: string
    /** Address of the client, for limits; never stored. */
    client: string
    /** The page once it has rendered, on its way out beside an empty Response (remix.server.ts). */
    html?: string
    /** Set when the fault is the database being away. */
    unavailable?: boolean
  }
}

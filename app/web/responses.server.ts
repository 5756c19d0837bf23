import { defer, json, redirect } from '@remix-run/node'

/** Thrown for what is not there, and for what this person may not know is there. */
export const notFound = () => new Response(null, { status: 404 })

export const forbidden = () => new Response(null, { status: 403 })

/** Thrown for a body that is no form of ours: not whole (400), too much (413), something else (415). */
export const unreadable = (status: 400 | 413 | 415) => new Response(null, { status })

/** Thrown while the database cannot say who asks. */
export const unavailable = () => new Response(null, { status: 503 })

/** 303: the form was handled, here is where to look. `path` is below the site's root; Remix adds BASE_PATH. */
export const redirectTo = (path: string, headers?: HeadersInit) => redirect(inHeader(path), { status: 303, headers })

/** Characters of an address that no header may hold, percent-encoded; what is encoded already stays. */
const inHeader = (path: string) => path.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent)

/** 307: the same form goes there, as it is. */
export const postAgain = (path: string, headers?: HeadersInit) => redirect(path, { status: 307, headers })

/** A page shown again with its errors. */
export const unprocessable = <T>(data: T) => json(data, { status: 422 })

/** A form that was right but came too late or against a rule. */
export const conflict = <T>(data: T) => json(data, { status: 409 })

/**
 * A loader's values as they are, for a page that never hydrates. Remix would write what a loader returns to JSON and
 * read it back, and write it once more for the browser: neither is of use here.
 */
export function plainly<Values extends Record<string, unknown>>(values: Values, headers?: HeadersInit) {
  const sent = defer(values, { headers })
  Object.defineProperty(sent.data, 'toJSON', { value: () => undefined })
  return sent
}

/** The same for everybody, and asked for by a whole hall at once. */
export const forASecond = { 'Cache-Control': 'public, max-age=1' }

/** A page is kept for as long as its loader says. */
export const keptAsLoaded = ({ loaderHeaders }: { loaderHeaders: Headers }) => ({
  'Cache-Control': loaderHeaders.get('Cache-Control') ?? 'private, no-store',
})

/** Kept by no cache: forms with a one-time key, and pages with what people told about themselves. */
export const noStore = { 'Cache-Control': 'private, no-store' }

/** Pages with a code in their address neither, and by no search engine. */
export const heldHeaders = { ...noStore, 'X-Robots-Tag': 'noindex, nofollow' }

/** A calendar to keep or to subscribe to. */
export const calendarAnswer = (text: string, cache: 'private, no-cache' | 'private, no-store') =>
  new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="open-day.ics"',
      'Cache-Control': cache,
    },
  })

import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { problem } from './schemas'

// Read-only public data: any site may read it. No other address of the house says so.
const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Type': 'application/json; charset=utf-8',
}

/** The schema says what goes out: anything a read returns beyond it stays inside. */
export function answer<S extends z.ZodType>(request: Request, schema: S, body: z.input<S>): Response {
  const text = JSON.stringify(schema.parse(body))
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = new Headers({ ...OPEN, ETag: etag, 'Cache-Control': 'public, max-age=30' })
  const next = (body as { next?: unknown }).next
  if (typeof next === 'string') headers.set('Link', `<${next}>; rel="next"`)
  return isKnown(request, etag) ? new Response(null, { status: 304, headers }) : new Response(text, { headers })
}

const isKnown = (request: Request, etag: string) =>
  (request.headers.get('If-None-Match') ?? '')
    .split(',')
    .some((given) => given.trim() === '*' || given.trim().replace(/^W\//, '') === etag.slice(2))

export function refuse(error: z.infer<typeof problem>['error'], message: string): Response {
  return new Response(JSON.stringify({ error, message }), { status: error === 'not-found' ? 404 : 400, headers: OPEN })
}

export const missing = () => refuse('not-found', 'There is nothing public at this address.')

/** The query of a request, or the sentence that says what is wrong with it. */
export function queryOf<S extends z.ZodType>(
  request: Request,
  schema: S,
): { ok: true; value: z.output<S> } | { ok: false; answer: Response } {
  const read = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (read.success) return { ok: true, value: read.data }
  const issues = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return { ok: false, answer: refuse('bad-request', issues.join('; ')) }
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { log } from './log.server'

const DATABASE_AWAY = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

/** Whether a fault means that the database cannot be reached, and so passes by itself. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (DATABASE_AWAY.has((cause as { code?: string }).code ?? '')) return true
  }
  return false
}

/** Logs the fault with the reference number that the page shows; never bodies, query strings or names. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return
  if (isDatabaseAway(error)) context.unavailable = true
  log.error({ requestId: context.requestId, method: request.method, path: new URL(request.url).pathname, ...described(error) }, 'fault')
}

/** A database error carries the statement's values in its message; only its code and place are logged. */
export function described(error: unknown) {
  if (!(error instanceof Error)) return { fault: typeof error }
  const code = (error as { code?: string }).code ?? (error.cause as { code?: string } | undefined)?.code
  const message = code ? error.name : error.message.slice(0, 200)
  return {
    fault: message,
    code,
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .join('\n'),
  }
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse } from '@remix-run/react'
import { log } from './log.server'

const PASSING = new Set([
  // The database cannot be reached.
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
  // It is busy: waited too long for a lock or an answer, gave way to another transaction.
  '55P03',
  '57014',
  '40P01',
  '40001',
])

/** Whether the same request is likely to succeed a little later. */
export function passesByItself(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (PASSING.has((cause as { code?: string }).code ?? '')) return true
  }
  return false
}

/** Logs the fault with the reference number that the page shows; what the sender did wrong is no fault. */
export function handleError(error: unknown, { request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  if (passesByItself(error)) context.unavailable = true
  logFault(error, { requestId: context.requestId, method: request.method, route: routeOf(request.url, params) })
}

/** Never bodies, query strings or names; messages neither: a database error carries the statement's values in its. */
export function logFault(error: unknown, about: Record<string, string> = {}) {
  log.error({ ...about, ...described(error) }, 'fault')
}

/** `/receipts/:code`: what stands in an address may be a key. */
function routeOf(url: string, params: Record<string, string | undefined>): string {
  if (params['*'] !== undefined) return '*'
  const names = new Map(Object.entries(params).map(([name, value]) => [value, `:${name}`]))
  return new URL(url).pathname
    .split('/')
    .map((segment) => names.get(decodeURIComponent(segment)) ?? segment)
    .join('/')
}

function described(error: unknown) {
  if (!(error instanceof Error)) return { fault: typeof error }
  const code = (error as { code?: string }).code ?? (error.cause as { code?: string } | undefined)?.code
  return {
    fault: error.name,
    code,
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .join('\n'),
  }
}

import type { ServerBuild } from '@remix-run/node'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { FaultKind } from './fault'

/** The build as served below a path: routes, assets and client files move there together. */
export function below(build: ServerBuild, base: string): ServerBuild {
  if (base === '') return build
  const moved = JSON.parse(JSON.stringify(build.assets).replaceAll('"/assets/', `"${base}/assets/`)) as ServerBuild['assets']
  return { ...build, assets: moved, basename: base, publicPath: `${base}${build.publicPath}` }
}

/**
 * Remix tries every route for every request, so each request goes to a handler that knows only the routes with its
 * first segment and its depth. `sectionOf` names the handler, `sections` the build for each.
 */
export function sections(build: ServerBuild): Map<string, ServerBuild> {
  const routes = Object.values(build.routes).filter((route) => route !== undefined)
  const always = routes.filter((route) => !route.parentId || route.path === '*')
  const named = new Map<string, typeof routes>()
  for (const route of routes) {
    if (always.includes(route)) continue
    const name = sectionOf(route.path ?? '')
    named.set(name, [...(named.get(name) ?? []), route])
  }
  const only = (some: typeof routes): ServerBuild => ({
    ...build,
    routes: Object.fromEntries(some.map(({ id }) => [id, build.routes[id]!])),
    assets: { ...build.assets, routes: Object.fromEntries(some.map(({ id }) => [id, build.assets.routes[id]!])) },
  })
  return new Map([...named].map(([name, own]) => [name, only([...always, ...own])])).set(NOWHERE, only(always))
}

export const NOWHERE = '*'
/** `/consultations/2026-1?lang=en` is `consultations 2`; a trailing slash counts for nothing. */
export function sectionOf(path: string): string {
  const segments = path.split('?', 1)[0]!.split('/').filter(Boolean)
  return segments.length === 0 ? '' : `${segments[0]} ${segments.length}`
}

/**
 * Forwarded headers count only from a configured proxy; Remix would read them from anyone. The first ones from elsewhere
 * are worth a warning: behind a proxy that is not named, all residents share one address, and its limits.
 */
export function believeProxies(warn: () => void): RequestHandler {
  let warned = false
  return (req, _res, next) => {
    const trusted = req.app.get('trust proxy fn') as (address: string, hop: number) => boolean
    if (!trusted(req.socket.remoteAddress ?? '', 0)) {
      const forwarded = Object.keys(req.headers).filter((name) => name.startsWith('x-forwarded-'))
      if (!warned && forwarded.includes('x-forwarded-for')) {
        warned = true
        warn()
      }
      for (const name of forwarded) delete req.headers[name]
    }
    next()
  }
}

const METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * What no page of ours answers: a host that is none, a method nobody uses, an address that cannot be decoded (Remix
 * would print it) or holds a NUL (the database takes it in no text).
 */
export const refuseMalformed =
  (refuse: Refuse): RequestHandler =>
  (req, res, next) => {
    if (!isHost(req.headers.host)) return refuse(400, 'unreadable')(req, res)
    if (!METHODS.has(req.method)) return refuse(405, 'method')(req, res)
    if (/%00/.test(req.originalUrl) || !isDecodable(req.path)) return refuse(404, 'not-found')(req, res)
    next()
  }

const isHost = (host: string | undefined) =>
  host === undefined || (/^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}`))

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

export type Refuse = (status: number, kind: FaultKind) => (req: Request, res: Response) => void

/** What went wrong before any page could answer: a malformed address is the client's, the rest is ours. */
export const lastResort =
  (refuse: Refuse, log: (error: unknown, req: Request) => void): ErrorRequestHandler =>
  (error, req, res, next) => {
    if (res.headersSent) return next(error)
    const status = Number((error as { status?: number }).status ?? 500)
    if (status < 500) return refuse(status === 404 ? 404 : 400, status === 404 ? 'not-found' : 'unreadable')(req, res)
    log(error, req)
    refuse(500, 'fault')(req, res)
  }

import { createRequestHandler, writeReadableStreamToWritable, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import type { Handle } from '~/root'
import { faultOf } from './fault'
import { faultPage } from './fault-page.server'
import { FORM_BYTES_MOST } from './limits.server'
import { readPosted, remember } from './posted.server'
import { notFound } from './responses.server'
import { beforeRemix } from './rush.server'

type Build = ServerBuild | (() => Promise<ServerBuild>)
type ContextFor = (req: ExpressRequest) => Promise<AppLoadContext>

/**
 * From Express to Remix and back. Remix's own adapter believes X-Forwarded-Host from anyone and sends every page
 * through two streams; here the host is the context's, a form is read before any page is asked, and a page goes out as
 * the one string it is.
 */
export function remixHandler(build: Build, contextFor: ContextFor): RequestHandler {
  const answer = createRequestHandler(build, process.env.NODE_ENV)
  const askRemix = async (req: ExpressRequest, res: ExpressResponse, context: AppLoadContext) => {
    const request = requestFrom(req, res, context.origin)
    if (req.originalUrl.includes('?') && (await isIdleData(request, build))) return notFound()
    if (!isBodiless(req) && isExpected(req, context))
      context.form = remember(await readPosted(await bodyOf(req), req.headers['content-type']), context)
    return (await beforeRemix(build, request, context)) ?? answer(request, context)
  }
  return async (req, res, next) => {
    try {
      const context = await contextFor(req)
      const given = await askRemix(req, res, context).catch((thrown: unknown) => {
        if (thrown instanceof Response) return thrown
        throw thrown
      })
      await send(res, given, context)
    } catch (error) {
      if (!req.destroyed || req.complete) next(error)
    }
  }
}

const isBodiless = ({ method }: ExpressRequest) => ['GET', 'HEAD', 'OPTIONS'].includes(method)

/** Large bodies are read only for those who are signed in; for others the page says where to sign in. */
const isExpected = (req: ExpressRequest, { viewer }: AppLoadContext) =>
  viewer !== null || Number(req.headers['content-length'] ?? 0) <= FORM_BYTES_MOST

/** `?_data=` hands a loader's fields to a hydrated page. Where none hydrates nobody needs them, and a page shows fewer. */
async function isIdleData(request: Request, build: Build): Promise<boolean> {
  const route = new URL(request.url).searchParams.get('_data')
  if (route === null) return false
  const { routes } = typeof build === 'function' ? await build() : build
  return !(routes[route]?.module.handle as Handle | undefined)?.hydrate
}

async function bodyOf(req: ExpressRequest): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function requestFrom(req: ExpressRequest, res: ExpressResponse, origin: string): Request {
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  const headers = Object.entries(req.headers).flatMap(([name, value]) => [value ?? []].flat().map((each): [string, string] => [name, each]))
  return new Request(`${origin}${req.originalUrl}`, { method: req.method, headers, signal: gone.signal })
}

async function send(res: ExpressResponse, answer: Response, context: AppLoadContext) {
  res.status(answer.status)
  for (const [name, value] of answer.headers.entries()) res.append(name, value)
  if (context.html !== undefined) res.end(Buffer.from(context.html))
  else if (answer.body) await writeReadableStreamToWritable(answer.body, res)
  else if (answer.status >= 400 && res.req.method !== 'HEAD') faultPage(res, answer.status, faultOf(answer.status), context)
  else res.end()
}

import { createReadableStreamFromReadable, createRequestHandler, writeReadableStreamToWritable, type AppLoadContext } from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'

type Build = Parameters<typeof createRequestHandler>[0]
type ContextFor = (req: ExpressRequest) => Promise<AppLoadContext>

/**
 * From Express to Remix and back. Remix's own adapter believes X-Forwarded-Host from anyone and sends every page
 * through two streams; here the host is the context's and a page goes out as the one string it is.
 */
export function remixHandler(build: Build, contextFor: ContextFor): RequestHandler {
  const answer = createRequestHandler(build, process.env.NODE_ENV)
  return async (req, res, next) => {
    try {
      const context = await contextFor(req)
      await send(res, await answer(requestFrom(req, res, context.origin), context), context.html)
    } catch (error) {
      next(error)
    }
  }
}

function requestFrom(req: ExpressRequest, res: ExpressResponse, origin: string): Request {
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) for (const each of [value ?? []].flat()) headers.append(name, each)
  const about = { method: req.method, headers, signal: gone.signal }
  const bodiless = req.method === 'GET' || req.method === 'HEAD'
  return new Request(
    `${origin}${req.originalUrl}`,
    bodiless ? about : { ...about, body: createReadableStreamFromReadable(req), duplex: 'half' },
  )
}

async function send(res: ExpressResponse, answer: Response, html: string | undefined) {
  res.status(answer.status)
  for (const [name, value] of answer.headers.entries()) res.append(name, value)
  if (html !== undefined) res.end(html)
  else if (answer.body) await writeReadableStreamToWritable(answer.body, res)
  else res.end()
}

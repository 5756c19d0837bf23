import type { NextFunction, Request, RequestHandler, Response } from 'express'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Cross-site requests are refused before Remix sees them: its own check lets resource routes, `?_data=` and
 * requests without Origin through. OWASP CSRF cheat sheet: Fetch Metadata first, exact Origin as the fallback.
 */
export function refuseCrossSite(publicUrl: string | undefined, refuse: (req: Request, res: Response) => void): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    if (SAFE.has(req.method) || isOwn(req, publicUrl)) {
      // Remix compares Origin with forwarded headers; ours has been checked against the configured origin.
      delete req.headers.origin
      return next()
    }
    refuse(req, res)
  }
}

export function isOwn(req: Pick<Request, 'headers' | 'protocol'>, publicUrl: string | undefined): boolean {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const origin = req.headers.origin
  if (!origin) return false
  return origin === (publicUrl ? new URL(publicUrl).origin : `${req.protocol}://${req.headers.host}`)
}

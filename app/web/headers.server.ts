import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import helmet from 'helmet'
import type { RequestHandler } from 'express'

const GATE = /\/desk\/open-days\/\d+\/gate\/?$/

const none = ["'none'"]
const self = ["'self'"]

/**
 * Pages without hydration need no nonce: only our own files may run, and the bytes are equal for everyone.
 * `same-origin` referrers, because with `no-referrer` forms send `Origin: null`.
 */
export function securityHeaders(https: boolean): RequestHandler {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: self,
        imgSrc: ["'self'", 'data:'],
        fontSrc: self,
        connectSrc: self,
        manifestSrc: self,
        formAction: self,
        baseUri: none,
        frameAncestors: none,
        objectSrc: none,
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    // Open data says cross-origin itself (open-data/answer.server.ts); a second value beside it would be void.
    crossOriginResourcePolicy: false,
    xFrameOptions: { action: 'deny' },
    xPoweredBy: false,
  })
  const fixed = saidOnce(headers)
  return (req, res, next) => {
    if (!/\/api\//.test(req.path)) res.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    for (const [name, value] of fixed) res.setHeader(name, value)
    // Tickets are scanned on one page; no other asks for the camera, and none for the rest.
    res.setHeader('Permissions-Policy', `camera=(${GATE.test(req.path) ? 'self' : ''}), microphone=(), geolocation=()`)
    const worker = /^(.*\/)gate\/worker\.js$/.exec(req.path)
    if (worker) res.setHeader('Service-Worker-Allowed', `${worker[1]}desk/open-days/`)
    next()
  }
}

/** The headers are equal for every answer, so helmet is asked at the start and not a dozen times per request. */
function saidOnce(headers: ReturnType<typeof helmet>) {
  const req = new IncomingMessage(new Socket())
  const res = new ServerResponse(req)
  headers(req, res, (error?: unknown) => {
    if (error) throw error
  })
  return Object.entries(res.getHeaders() as Record<string, string>)
}

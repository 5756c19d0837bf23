import type { Request, RequestHandler, Response } from 'express'
import { UPLOAD_BYTES_MOST } from '~/files/rules'
import { cookiesOf } from './cookies.server'

export const FORM_BYTES_MOST = 512 * 1024

// The desk's pages that take files.
const UPLOAD = /\/desk\/(consultations\/\d+\/(draft|files|comments\/import(\/confirmation)?)|open-days\/\d+\/report\/photos)\/?$/

/**
 * Bodies over the limit are refused before they are read; without a length they are cut off while streaming. Only who
 * has a session may send more than a form holds; whether it is a living one is asked before the body is read
 * (remix.server.ts).
 */
export function limitBodies(refuse: (req: Request, res: Response) => void): RequestHandler {
  return (req, res, next) => {
    const upload = UPLOAD.test(req.path) && Boolean(cookiesOf(req.headers.cookie).sid)
    const length = Number(req.headers['content-length'] ?? 0)
    // What may be answered before it is read is still read away: closing at once would reset the connection, and the answer with it.
    if (length > FORM_BYTES_MOST) res.set('Connection', 'keep-alive')
    if (length > (upload ? UPLOAD_BYTES_MOST : FORM_BYTES_MOST)) return refuse(req, res)
    if (req.headers['transfer-encoding'] === undefined) return next()
    let seen = 0
    const count = (chunk: Buffer) => {
      seen += chunk.length
      if (seen > FORM_BYTES_MOST) req.destroy()
    }
    req.on('data', count)
    req.pause()
    next()
  }
}

import type { Request, RequestHandler, Response } from 'express'

const FORM_BYTES = 512 * 1024
const UPLOAD_BYTES = 30 * 1024 * 1024

/** Bodies over the limit are refused before they are read; without a length they are cut off while streaming. */
export function limitBodies(refuse: (req: Request, res: Response) => void): RequestHandler {
  return (req, res, next) => {
    const upload = /^multipart\/form-data/i.test(req.headers['content-type'] ?? '')
    const most = upload ? UPLOAD_BYTES : FORM_BYTES
    if (Number(req.headers['content-length'] ?? 0) > most) return refuse(req, res)
    if (req.headers['transfer-encoding'] === undefined) return next()
    let seen = 0
    const count = (chunk: Buffer) => {
      seen += chunk.length
      if (seen > most) req.destroy()
    }
    req.on('data', count)
    req.pause()
    next()
  }
}

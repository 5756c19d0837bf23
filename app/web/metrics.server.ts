import { createServer } from 'node:http'
import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Histogram, register } from 'prom-client'
import type { Settings } from '~/settings.server'

const durations = new Histogram({
  name: 'http_server_request_duration_seconds',
  help: 'Duration of requests',
  labelNames: ['method', 'status_class'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
})

export const measure: RequestHandler = (req, res, next) => {
  const began = performance.now()
  res.once('finish', () =>
    durations.observe({ method: req.method, status_class: `${Math.floor(res.statusCode / 100)}xx` }, (performance.now() - began) / 1000),
  )
  next()
}

/** Serves Prometheus metrics on loopback only, when METRICS_PORT is set; answers what stops it. */
export async function startMetrics({ METRICS_PORT }: Settings): Promise<() => void> {
  if (!METRICS_PORT) return () => {}
  collectDefaultMetrics()
  const server = createServer(async (_, res) => {
    res.setHeader('Content-Type', register.contentType)
    res.end(await register.metrics())
  })
  await new Promise<void>((done, failed) => server.once('error', failed).listen(METRICS_PORT, '127.0.0.1', done))
  return () => void server.close()
}

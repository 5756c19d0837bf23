import './db/patched'
import { createServer } from 'node:http'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installGlobals, type ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type RequestHandler } from 'express'
import type { ViteDevServer } from 'vite'
import type * as Entry from './app/entry.server'
import { readSettings, type Settings } from './app/settings.server'
import { buildIfNeeded } from './app/start/build'
import { listen } from './app/start/listen'
import { announce } from './app/start/announce'
import { drainOnSignals } from './app/start/drain'
import { prepareDatabase } from './db/prepare'

const root = fileURLToPath(new URL('.', import.meta.url))
const say = (line: string) => console.log(line)

type Wiring = typeof Entry.wiring
type Build = ServerBuild & { entry: { module: typeof Entry } }

async function start(settings: Settings) {
  const vite = process.argv.includes('--dev') ? await development() : undefined
  process.env.NODE_ENV ??= 'production'
  if (!vite) buildIfNeeded(root, say)
  const database = await prepareDatabase(settings, say)
  process.env.DATABASE_URL = database.url
  quickRequests()
  const build = (await (vite?.ssrLoadModule('virtual:remix/server-build') ??
    import(pathToFileURL(`${root}build/server/index.js`).href))) as Build
  const { wiring } = build.entry.module
  wiring.ensureKeyFile()
  const jobs = await wiring.startWork(database)
  const firstStart = await wiring.layOut(settings)
  const bus = await wiring.busOf(settings)
  const draining = { now: false }
  const server = createServer({ maxHeaderSize: 16 * 1024, connectionsCheckingInterval: 5_000 }, website(build, settings, draining, vite))
  server.headersTimeout = 10_000
  server.requestTimeout = 300_000
  const port = await listen(server, settings.PORT, vite ? process.env.HOST || '127.0.0.1' : settings.HOST)
  const sockets = wiring.serveSockets(server, settings, bus)
  const metrics = await wiring.startMetrics(settings)
  announce({ settings, port, embedded: database.embedded, adopted: database.adopted, ...firstStart }, say)
  drainOnSignals({ server, draining, begin: sockets, stop: [metrics, jobs, wiring.closeDatabase, database.stop], say })
}

/**
 * Remix makes five Requests for a page, and its own class costs a fraction of Node's. All else stays Node's: its forms
 * are read as the standard says, names with a semicolon included.
 */
function quickRequests() {
  const { fetch, File, FormData, Headers, Response } = globalThis
  installGlobals()
  Object.assign(globalThis, { fetch, File, FormData, Headers, Response })
}

/** Express before Remix: liveness, files, what is refused for everyone, then the pages. */
function website(build: Build, settings: Settings, draining: { now: boolean }, vite?: ViteDevServer) {
  const { wiring } = build.entry.module
  const base = settings.BASE_PATH
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', false)
  app.set('trust proxy', settings.TRUSTED_PROXIES ? settings.TRUSTED_PROXIES.split(',').map((each) => each.trim()) : false)
  app.use(wiring.believeProxies)
  app.get(`${base}/healthz`, (_, res) => void res.type('text').send('ok'))
  app.get(`${base}/readyz`, async (_, res) => {
    const ready = !draining.now && (await wiring.isReady())
    res
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready' : 'not ready')
  })
  app.use(wiring.measure)
  app.use(wiring.formsInTurn)
  app.use(wiring.securityHeaders(settings.PUBLIC_URL?.startsWith('https:') ?? false))
  app.use(compression())
  if (vite) app.use(vite.middlewares)
  app.use(`${base}/assets`, express.static(`${root}build/client/assets`, { immutable: true, maxAge: '1y', fallthrough: false }))
  // The decoder of QR codes, for phones whose browser has none of its own: as published, from our own address.
  app.use(`${base}/gate/qr`, express.static(fileURLToPath(new URL('.', import.meta.resolve('qr'))), { maxAge: '1h', fallthrough: false }))
  const sockets = fileURLToPath(new URL('client-dist', import.meta.resolve('socket.io/package.json')))
  app.use(`${base}/live/socket.io`, express.static(sockets, { maxAge: '1h', fallthrough: false }))
  const files = express.static(`${root}build/client`, { maxAge: '1h', index: false, redirect: false })
  // Pages are not looked for on the disk.
  app.use(base || '/', (req, res, next) => (/\.\w+$/.test(req.path) ? files(req, res, next) : next()))
  app.use(wiring.wellFormed)
  app.use(wiring.limitBodies(wiring.refuseWith(413, 'too-large')))
  app.use(wiring.refuseCrossSite(settings.PUBLIC_URL, wiring.refuseWith(403, 'cross-site')))
  app.use(base || '/', vite ? edited(vite, wiring) : pages(wiring, wiring.below(build, base)))
  app.use(wiring.lastResort)
  return app
}

// Express has cut the base path from req.url; Remix reads originalUrl, which still has it.
function pages(wiring: Wiring, build: ServerBuild): RequestHandler {
  const handlers = new Map([...wiring.sections(build)].map(([name, own]) => [name, wiring.remixHandler(own, wiring.contextFor)]))
  return (req, res, next) => void (handlers.get(wiring.sectionOf(req.url)) ?? handlers.get(wiring.NOWHERE)!)(req, res, next)
}

const edited = (vite: ViteDevServer, wiring: Wiring) =>
  wiring.remixHandler(() => vite.ssrLoadModule('virtual:remix/server-build') as Promise<Build>, wiring.contextFor)

/** Vite in the same process: edited pages show at the next request. Loopback only. */
async function development() {
  process.env.NODE_ENV = 'development'
  const { createServer: createVite } = await import('vite')
  return createVite({ root, server: { middlewareMode: true, hmr: false }, appType: 'custom' })
}

try {
  await start(readSettings())
} catch (error) {
  console.error(error instanceof Error && !process.env.DEBUG ? error.message : error)
  process.exit(1)
}

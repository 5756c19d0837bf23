import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import '../../../db/patched'
import { theCounty } from '../../../app/county/reads.server'

const app = express()
app.use(compression())
app.use(express.static(new URL('build/client', import.meta.url).pathname))
// @ts-expect-error made by the bench before it is started
const build = (await import('./build/server/index.js')) as unknown as ServerBuild
app.all('*', createRequestHandler({ build, getLoadContext: async () => ({ county: await theCounty() }) as never }))
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`))

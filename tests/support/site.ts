import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, inject } from 'vitest'
import { buildIfNeeded } from '../../app/start/build'
import { db } from '#db/connection.server'
import type { Role } from '~/accounts/rules'
import { startSession } from '~/accounts/session.server'
import { startApp, type App } from './app'
import { leaveDatabase } from './database'
import { cloneTemplate, inDatabase } from './template'

/** First line of a test file that starts the app itself: the time to build is not a test's. */
export const builtPages = () => beforeAll(() => buildIfNeeded(fileURLToPath(new URL('../..', import.meta.url)), () => {}), 120_000)

/** First line of a test file: the built app on an empty, migrated database of its own. */
export function useSite(env: Record<string, string> = {}) {
  const site = {} as { app: App; database: string }
  let dataDir: string
  builtPages()
  beforeAll(async () => {
    const server = inject('testServer')
    site.database = `${server.prefix}_site_${process.pid}_${Date.now().toString(36)}`
    dataDir = mkdtempSync(join(tmpdir(), 'kaimen-site-'))
    await cloneTemplate(server, site.database)
    site.app = await startApp({ server, database: site.database, dataDir, env: { DEMO: 'off', ...env } })
  }, 120_000)
  afterAll(async () => {
    await site.app.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return site
}

/** The same, with the site's database open to the test and one key file for both. */
export function useSharedSite(env: Record<string, string> = {}) {
  const site = useSite({ KEY_FILE: process.env.KEY_FILE!, ...env })
  beforeAll(() => {
    Object.assign(process.env, { DATABASE_URL: inDatabase(inject('testServer').appUrl, site.database) })
  })
  afterAll(leaveDatabase)
  return site
}

/** The Cookie header of someone who has just signed in. */
export const cookieOf = async (account: { id: string; role: Role }) => (await startSession(db, account)).split(';')[0]!

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** A request with exactly these headers; nothing is added, followed or decoded. */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(
      url,
      // A connection of its own: the server may have closed the last one while a test kept this process busy.
      {
        method,
        agent: false,
        headers: { ...headers, ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }) },
      },
      (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => resolve({ status: res.statusCode!, headers: res.headers, body: Buffer.concat(chunks).toString('utf8') }))
        res.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

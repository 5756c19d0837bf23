import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { Request as ExpressRequest } from 'express'
import { viewerOf } from './accounts/session.server'
import { sweepSessions } from './accounts/session.server'
import { forgetContacts } from './comments/retention.server'
import { rememberedCounty, theCounty } from './county/reads.server'
import { languages, type Language } from './i18n'
import { sql } from '#db/connection.server'
import { readSettings } from './settings.server'
import { prepareJobs } from './jobs/prepare.server'
import { startJobs, stopJobs, wakeJob } from './jobs/worker.server'
import { deliverDue } from './messages/delivery.server'
import { forgetUndelivered } from './messages/retention.server'
import { wakeWith } from './messages/wake'
import { setBasePath } from './web/address'
import { isDatabaseAway } from './web/faults.server'
import { faultPage } from './web/fault-page.server'
import { lastResort as lastResortWith, refuseNul, type Refuse } from './web/front.server'
import { log } from './web/log.server'
import { cookiesOf } from './web/cookies.server'
import { displayOf } from './web/page'

export { closeDatabase } from '#db/connection.server'
export { layOut } from './county/layout.server'
export { ensureKeyFile } from './sealing.server'
export { refuseCrossSite } from './web/csrf.server'
export { believeProxies, below, NOWHERE, sectionOf, sections } from './web/front.server'
export { remixHandler } from './web/remix.server'
export { securityHeaders } from './web/headers.server'
export { limitBodies } from './web/limits.server'
export { measure, startMetrics } from './web/metrics.server'

const settings = readSettings()
setBasePath(settings.BASE_PATH)

/** What every loader and action is given: who asks, in which language and display, and whose county this is. */
export async function contextFor(req: ExpressRequest): Promise<AppLoadContext> {
  const cookies = cookiesOf(req.headers.cookie)
  const facts = {
    lang: languageOf(cookies.lang),
    ...displayOf(cookies.display),
    requestId: randomUUID().slice(0, 8),
    path: req.originalUrl.slice(settings.BASE_PATH.length) || '/',
    origin: settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL).origin : `${req.protocol}://${req.headers.host ?? 'localhost'}`,
    client: req.ip ?? '',
  }
  try {
    const [county, viewer] = await Promise.all([theCounty(), viewerOf(req.headers.cookie)])
    return { ...facts, county, viewer }
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    return { ...facts, county: rememberedCounty(), viewer: null, unavailable: true }
  }
}

const languageOf = (given: string | undefined): Language => languages.find((language) => language === given) ?? 'zh-CN'

/** A readable page for what is refused before Remix is asked. */
export const refuseWith: Refuse = (status, kind) => async (req, res) => faultPage(res, status, kind, await contextFor(req))

export const noNul = refuseNul(refuseWith)

export const lastResort = lastResortWith(refuseWith, (error) =>
  log.error({ fault: error instanceof Error ? error.message : typeof error }, 'fault'),
)

export async function isReady(): Promise<boolean> {
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  }
}

/** What was promised to be kept no longer goes within the hour. */
async function forgetDue() {
  await forgetContacts()
  await forgetUndelivered((await theCounty()).contactKeptDays)
}

/** Background work: mail, retention. Answers what stops it. */
export async function startWork({ url, ownerUrl }: { url: string; ownerUrl: string }): Promise<() => Promise<void>> {
  await prepareJobs(ownerUrl)
  await startJobs({
    connectionString: url,
    tasks: {
      messages: { every: '* * * * *', run: deliverDue },
      sessions: { every: '17 * * * *', run: sweepSessions },
      contacts: { every: '37 * * * *', run: forgetDue },
    },
  })
  wakeWith(() => wakeJob('messages'))
  return stopJobs
}

import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { Request as ExpressRequest } from 'express'
import { viewerOf } from './accounts/session.server'
import { sweepSessions } from './accounts/session.server'
import { forgetChecked, forgetContacts } from './comments/retention.server'
import { rememberedCounty, theCounty } from './county/reads.server'
import { languageOf } from './i18n'
import { sql } from '#db/connection.server'
import { readSettings } from './settings.server'
import { prepareJobs } from './jobs/prepare.server'
import { startJobs, stopJobs, wakeJob } from './jobs/worker.server'
import { deliverDue } from './messages/delivery.server'
import { freezeDue } from './draws/writes.server'
import { askVisitors } from './feedback/asking-writes.server'
import { expireOffers, startOfferClocks } from './registrations/offers-writes.server'
import { remindVisitors } from './registrations/reminders-writes.server'
import { forgetVisitors } from './registrations/retention.server'
import { forgetUndelivered } from './messages/retention.server'
import { wakeWith } from './messages/wake'
import { setBasePath } from './web/address'
import { logFault, passesByItself } from './web/faults.server'
import { faultPage } from './web/fault-page.server'
import { believeProxies as believeProxiesWith, lastResort as lastResortWith, refuseMalformed, type Refuse } from './web/front.server'
import { log } from './web/log.server'
import { cookiesOf } from './web/cookies.server'
import { displayOf } from './web/page'

export { closeDatabase } from '#db/connection.server'
export { layOut } from './county/layout.server'
export { ensureKeyFile } from './sealing.server'
export { refuseCrossSite } from './web/csrf.server'
export { below, NOWHERE, sectionOf, sections } from './web/front.server'
export { busOf } from './sockets/between.server'
export { serveSockets } from './sockets/live.server'
export { remixHandler } from './web/remix.server'
export { securityHeaders } from './web/headers.server'
export { limitBodies } from './web/limits.server'
export { measure, startMetrics } from './web/metrics.server'
export { formsInTurn } from './web/rush.server'

const settings = readSettings()
setBasePath(settings.BASE_PATH)

/** What every loader and action is given: who asks, in which language and display, and whose county this is. */
export async function contextFor(req: ExpressRequest): Promise<AppLoadContext> {
  try {
    const [county, viewer] = await Promise.all([theCounty(), viewerOf(req.headers.cookie)])
    return { ...factsOf(req), county, viewer }
  } catch (error) {
    if (!passesByItself(error)) throw error
    return { ...withoutDatabase(req), unavailable: true }
  }
}

function factsOf(req: ExpressRequest) {
  const cookies = cookiesOf(req.headers.cookie)
  return {
    lang: languageOf(cookies.lang),
    ...displayOf(cookies.display),
    requestId: referenceOf(req),
    path: req.originalUrl.slice(settings.BASE_PATH.length) || '/',
    origin: settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL).origin : `${req.protocol}://${req.headers.host ?? 'localhost'}`,
    client: req.ip ?? '',
  }
}

const withoutDatabase = (req: ExpressRequest) => ({ ...factsOf(req), county: rememberedCounty(), viewer: null })

const references = new WeakMap<ExpressRequest, string>()

/** One number for one request: the page that shows it and the log agree. */
function referenceOf(req: ExpressRequest): string {
  const known = references.get(req) ?? randomUUID().slice(0, 8)
  references.set(req, known)
  return known
}

/** A readable page for what is refused before Remix is asked; it comes even when nobody can say who asks. */
export const refuseWith: Refuse = (status, kind) => async (req, res) =>
  faultPage(res, status, kind, await contextFor(req).catch(() => withoutDatabase(req)))

export const wellFormed = refuseMalformed(refuseWith)

export const believeProxies = believeProxiesWith(() =>
  log.warn('X-Forwarded-For came from an address that TRUSTED_PROXIES does not name: all residents behind it share one limit'),
)

export const lastResort = lastResortWith(refuseWith, (error, req) => logFault(error, { requestId: referenceOf(req), method: req.method }))

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
  await forgetChecked()
  await forgetContacts()
  await forgetUndelivered((await theCounty()).contactKeptDays)
  await forgetVisitors()
}

/** What the clock does to registrations; each step finds its own due rows, and a step that fails is tried again in a minute. */
async function tendRegistrations() {
  await startOfferClocks()
  await expireOffers()
  await remindVisitors()
  await askVisitors()
}

/** Background work: mail, retention. Answers what stops it. */
export async function startWork({ url, ownerUrl }: { url: string; ownerUrl: string }): Promise<() => Promise<void>> {
  await prepareJobs(ownerUrl)
  await startJobs({
    connectionString: url,
    tasks: {
      messages: { run: deliverDue },
      sessions: { at: 17, run: sweepSessions },
      contacts: { at: 37, run: forgetDue },
      draws: { run: freezeDue },
      registrations: { run: tendRegistrations },
    },
  })
  wakeWith(() => wakeJob('messages'))
  return stopJobs
}

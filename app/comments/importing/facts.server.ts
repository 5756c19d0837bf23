import type { AppLoadContext } from '@remix-run/node'
import { articlesOf, type DeskConsultation } from '~/consultations/reads.server'
import type { Channel } from '../rules'
import type { ImportFacts } from './preview'

/** What a file is read against: the draft's articles, the period, the county's clock. */
export async function factsFor(c: DeskConsultation, { county }: AppLoadContext, channel: Channel): Promise<ImportFacts> {
  return { units: await articlesOf(c.id), zone: county.zone, lang: c.lang, channel, opensAt: c.opensAt, closesAt: c.closesAt, now: c.now }
}

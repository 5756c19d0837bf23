import { county } from '#db/schema/county'
import { db } from '#db/connection.server'
import { unnamedCounty, type County } from './rules'

const KEEP_MS = 5_000
let kept: { county: County; until: number } | undefined

/** The county's row, remembered for five seconds: it stands on every page and hardly ever changes. */
export async function theCounty(): Promise<County> {
  if (kept && kept.until > performance.now()) return kept.county
  const [row] = await db.select().from(county)
  const found = row ? { ...row, demo: row.demoLaidAt !== null } : unnamedCounty
  kept = { county: found, until: performance.now() + KEEP_MS }
  return found
}

/** What pages show when the database is away: the last county seen. */
export const rememberedCounty = (): County => kept?.county ?? unnamedCounty

/** As it stands in the database, for the form that changes it. */
export async function countyNow(): Promise<County> {
  forgetCounty()
  return theCounty()
}

export function forgetCounty() {
  kept = undefined
}

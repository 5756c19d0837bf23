import { sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { accounts } from '#db/schema/accounts'
import { county } from '#db/schema/county'
import { record } from '#db/schema/record'
import { busShelters } from './bus-shelters'
import { eBikes } from './e-bikes'
import { layConsultation } from './lay-consultation'
import { layLive } from './lay-live'
import { demoDaySlugs, layOpenDays } from './lay-open-days'
import { hashes, layPeople } from './lay-people'
import type { Laying, Note } from './laying'
import { lifts } from './lifts'
import { momentsFrom } from './moments'
import { nightStalls } from './night-stalls'
import { demoCounty } from './people'
import { placeNames } from './place-names'
import { ruralRoads } from './rural-roads'
import { schoolGates } from './school-gates'
import { sportsGrounds } from './sports-grounds'
import { wipe } from './wipe'

const LOCK = 7_214_003

/** In the order in which they were begun. */
export const demoConsultations = [placeNames, lifts, ruralRoads, nightStalls, eBikes, sportsGrounds, schoolGates, busShelters]

export type Laid = 'laid' | 'there-already' | 'not-a-demo-county'

/**
 * The demo county, whole or not at all. Two processes starting at once: the second waits and finds it there.
 * `again` lays it anew around today; what visitors added besides stays.
 */
export async function layDemo({ again }: { again: boolean }): Promise<Laid> {
  const passwords = await hashes()
  return transaction(async (tx) => {
    await tx.execute(sql`set local lock_timeout = '60s'`)
    await tx.execute(sql`set local statement_timeout = '60s'`)
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
    const [found] = await tx.select({ demoLaidAt: county.demoLaidAt, now: sql<Date>`app_now()`.mapWith(county.demoLaidAt) }).from(county)
    // An administrator made at the terminal before the first start is no reason to invent a county around them.
    if (found ? !found.demoLaidAt : (await tx.$count(accounts)) > 0) return 'not-a-demo-county'
    if (found && !again) return 'there-already'
    await layAll(tx, passwords)
    return 'laid'
  })
}

async function layAll(tx: Tx, passwords: Awaited<ReturnType<typeof hashes>>) {
  const slugs = demoConsultations.map((content) => content.slug)
  await wipe(tx, slugs, demoDaySlugs)
  const laid = { ...demoCounty, demoLaidAt: sql`app_now()` }
  const [{ now }] = (await tx
    .insert(county)
    .values(laid)
    .onConflictDoUpdate({ target: county.only, set: laid })
    .returning({ now: sql<Date>`app_now()`.mapWith(county.demoLaidAt) })) as [{ now: Date }]
  const notes: Note[] = []
  const laying: Laying = { tx, now, ...momentsFrom(now, demoCounty.zone), ...(await layPeople(tx, passwords)), notes }
  for (const content of demoConsultations) await layConsultation(laying, content)
  await layOpenDays(laying)
  await layLive(laying)
  notes.push({
    at: now,
    actorName: 'system',
    actorRole: 'system',
    act: 'county-set-up',
    subject: 'county',
    subjectId: '1',
    why: '演示县：机构、人员、意见均为虚构',
  })
  // The record is only ever added to: lines of an earlier laying stay, and these are put in the order of their instants.
  await tx.insert(record).values(notes.sort((a, b) => a.at.getTime() - b.at.getTime()))
}

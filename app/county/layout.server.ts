import { accounts } from '#db/schema/accounts'
import { county } from '#db/schema/county'
import { db } from '#db/connection.server'
import { layDemo } from '#db/demo/lay'
import { demoSignIns } from '#db/demo/people'
import { createSetUpLink } from '~/accounts/invitations-writes.server'
import type { Settings } from '~/settings.server'
import type { FirstStart } from '~/start/announce'
import { forgetCounty } from './reads.server'

/** At every start: a demo county where nothing is yet, or the way into an empty one. */
export async function layOut({ DEMO }: Pick<Settings, 'DEMO'>): Promise<FirstStart> {
  if (DEMO === 'on' && (await isUntouched())) await layDemo({ again: false })
  forgetCounty()
  const [found] = await db.select({ demoLaidAt: county.demoLaidAt }).from(county)
  if (found?.demoLaidAt) return { demo: true, signIns: demoSignIns }
  const setUpPath = DEMO === 'off' ? await createSetUpLink() : null
  return { demo: false, setUpPath: setUpPath ?? undefined, signIns: [] }
}

/** No county and nobody in it: an administrator made at the terminal first is no reason to invent a county around them. */
async function isUntouched() {
  const rows = await Promise.all([db.select({ any: county.only }).from(county).limit(1), db.select({ any: accounts.id }).from(accounts).limit(1)])
  return rows.flat().length === 0
}

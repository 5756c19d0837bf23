import { county } from '#db/schema/county'
import { db } from '#db/connection.server'
import { layDemo } from '#db/demo/lay'
import { demoSignIns } from '#db/demo/people'
import { createSetUpLink } from '~/accounts/invitations-writes.server'
import { sealNames } from '~/accounts/own-writes.server'
import type { Role } from '~/accounts/rules'
import { i18nFor, languages } from '~/i18n'
import type { Settings } from '~/settings.server'
import type { FirstStart } from '~/start/announce'
import { forgetCounty } from './reads.server'

/** At every start: a demo county where nothing is yet, or the way into an empty one. */
export async function layOut({ DEMO }: Pick<Settings, 'DEMO'>): Promise<FirstStart> {
  await sealNames()
  if (DEMO === 'on' && !(await isThere())) await layDemo({ again: false })
  forgetCounty()
  if ((await isThere())?.demoLaidAt) return { demo: true, signIns: demoSignIns.map((each) => ({ ...each, role: named(each.role) })) }
  const setUpPath = DEMO === 'off' ? await createSetUpLink() : null
  return { demo: false, setUpPath: setUpPath ?? undefined, signIns: [] }
}

const named = (role: Role) => languages.map((language) => i18nFor(language).t(`accounts:role.${role}`)).join(' ')

async function isThere() {
  const [found] = await db.select({ demoLaidAt: county.demoLaidAt }).from(county)
  return found
}

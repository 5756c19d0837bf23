import type { AppLoadContext } from '@remix-run/node'
import { mayManage } from '~/open-days/rules'
import { signedIn } from '~/web/access.server'
import { forbidden, notFound } from '~/web/responses.server'
import { dayAtDesk, registrationAtDesk, slotsAtDesk, type SlotAtDesk } from './desk-reads.server'
import { maySeeRegistrations } from './desk-rules'
import { livingStates } from './rules'

/** Who stands before which open day; that of another department is not there for them. */
export async function registrationsAt(context: AppLoadContext, id: string | undefined) {
  const viewer = signedIn(context)
  const day = await dayAtDesk(id, viewer)
  const see = day && maySeeRegistrations(viewer, day)
  if (see?.ok === false && see.why === 'not-your-role') throw forbidden()
  if (!day || !see?.ok) throw notFound()
  return { viewer, day, mayManage: mayManage(viewer, day).ok }
}

/** The same for who works on it. */
export async function managingAt(context: AppLoadContext, id: string | undefined) {
  const found = await registrationsAt(context, id)
  if (!found.mayManage) throw forbidden()
  return found
}

type Params = { id?: string; registration?: string; slot?: string }

export async function registrationAt(context: AppLoadContext, params: Params, { managing = true } = {}) {
  const found = await (managing ? managingAt : registrationsAt)(context, params.id)
  const one = await registrationAtDesk(found.day.id, params.registration)
  if (!one) throw notFound()
  return { ...found, one }
}

export async function slotAt(context: AppLoadContext, params: Params) {
  const found = await managingAt(context, params.id)
  const slot = (await slotsAtDesk(found.day.id)).find(({ id }) => String(id) === params.slot)
  if (!slot) throw notFound()
  return { ...found, slot }
}

/** How many registrations for a slot are alive. */
export const livingOf = ({ counts }: SlotAtDesk) => livingStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0)

/** What pages say about the day. */
export const shownDay = ({ id, title, lang, choosing }: { id: number; title: string; lang: string; choosing: string }) => ({
  id,
  title,
  lang,
  choosing,
})

import type { AppLoadContext } from '@remix-run/node'
import { mayManage } from '~/open-days/rules'
import { dayAtDesk, registrationAtDesk } from '~/registrations/desk-reads.server'
import { inRole } from '~/web/access.server'
import { notFound } from '~/web/responses.server'
import { asksAnything } from './rules'

/** Who stands before which published open day; that of another department is not there for them. */
export async function managingDay(context: AppLoadContext, id: string | undefined) {
  const viewer = inRole(context, ['staff', 'publisher'])
  const day = await dayAtDesk(id, viewer)
  if (!day || !mayManage(viewer, day).ok) throw notFound()
  return { viewer, day }
}

/** One registration of a day that asks something of those who got a place. */
export async function partyAt(context: AppLoadContext, params: { id?: string; registration?: string }) {
  const found = await managingDay(context, params.id)
  const one = await registrationAtDesk(found.day.id, params.registration)
  if (!one || !asksAnything(found.day)) throw notFound()
  return { ...found, one }
}

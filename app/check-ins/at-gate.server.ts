import type { AppLoadContext } from '@remix-run/node'
import { mayManage } from '~/open-days/rules'
import { inRole } from '~/web/access.server'
import { notFound } from '~/web/responses.server'
import { dayAtGate } from './reads.server'

/** Who stands at the gate of which open day; that of another department is not there for them. */
export async function gateOf(context: AppLoadContext, id: string | undefined) {
  const viewer = inRole(context, ['staff', 'publisher'])
  const day = await dayAtGate(id)
  if (!day || !mayManage(viewer, day).ok) throw notFound()
  return { viewer, day }
}

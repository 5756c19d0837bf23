import type { AppLoadContext } from '@remix-run/node'
import { deskRoles, type Role } from '~/accounts/rules'
import { inRole } from '~/web/access.server'
import { notFound } from '~/web/responses.server'
import { drawForDesk } from './reads.server'

export const drawers = ['staff', 'publisher'] as const satisfies readonly Role[]

/** Who stands at the desk and before which draw; that of another department is not there for them. */
export async function atDraw(context: AppLoadContext, id: string | undefined, roles: readonly Role[] = deskRoles) {
  const viewer = inRole(context, roles)
  const found = await drawForDesk(id, viewer)
  if (!found) throw notFound()
  return { viewer, ...found }
}

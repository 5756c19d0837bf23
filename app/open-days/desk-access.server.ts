import type { AppLoadContext } from '@remix-run/node'
import type { Role } from '~/accounts/rules'
import { inRole } from '~/web/access.server'
import { notFound } from '~/web/responses.server'
import { openDayForDesk } from './desk-reads.server'

/** Moderators have nothing to do with open days. */
export const deskReaders = ['staff', 'publisher', 'administrator', 'auditor'] as const satisfies readonly Role[]

/** Who stands at the desk and before which open day; that of another department is not there for them. */
export async function atDay(context: AppLoadContext, id: string | undefined, roles: readonly Role[] = deskReaders) {
  const viewer = inRole(context, roles)
  const day = await openDayForDesk(id, viewer)
  if (!day) throw notFound()
  return { viewer, day }
}

import type { AppLoadContext } from '@remix-run/node'
import type { Role } from '~/accounts/rules'
import { inRole } from '~/web/access.server'
import { notFound } from '~/web/responses.server'
import { consultationForDesk } from './reads.server'

const readers: readonly Role[] = ['staff', 'moderator', 'publisher', 'administrator', 'auditor']

/** Who stands at the desk and before which consultation; that of another department is not there for them. */
export async function atDesk(context: AppLoadContext, id: string | undefined, roles: readonly Role[] = readers) {
  const viewer = inRole(context, roles)
  const c = await consultationForDesk(id, viewer)
  if (!c) throw notFound()
  return { viewer, c }
}

import type { AppLoadContext } from '@remix-run/node'
import { consultationForDesk } from '~/consultations/reads.server'
import { inRole } from '~/web/access.server'
import { forbidden, notFound } from '~/web/responses.server'
import { mayEnter } from './rules'

/** A clerk before a consultation of their department; `why` nothing can be entered now. */
export async function clerkAt(context: AppLoadContext, id: string | undefined) {
  const viewer = inRole(context, ['staff', 'moderator', 'publisher'])
  const c = await consultationForDesk(id, viewer)
  if (!c) throw notFound()
  const may = mayEnter(viewer, c, null, c.now)
  if (!may.ok && may.why === 'not-your-department') throw forbidden()
  return { viewer, c, why: may.ok ? null : may.why }
}

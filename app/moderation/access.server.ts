import type { AppLoadContext } from '@remix-run/node'
import { consultationForDesk } from '~/consultations/reads.server'
import { allowedIn, signedIn } from '~/web/access.server'
import { notFound } from '~/web/responses.server'
import { mayModerate, maySeeModeration } from './rules'

/** The consultation for those who may look at its queue; another department's is not there. */
export async function queueIn(context: AppLoadContext, id: string | undefined) {
  const viewer = signedIn(context)
  const consultation = await consultationForDesk(id, viewer)
  if (!consultation) throw notFound()
  allowedIn(context, maySeeModeration(viewer, consultation.departmentId))
  return { consultation, viewer, mayDecide: mayModerate(viewer, consultation.departmentId).ok }
}

/** The same for those who decide. */
export async function decidingIn(context: AppLoadContext, id: string | undefined) {
  const found = await queueIn(context, id)
  allowedIn(context, mayModerate(found.viewer, found.consultation.departmentId))
  return found
}

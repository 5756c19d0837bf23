import type { AppLoadContext } from '@remix-run/node'
import { signedIn } from '~/web/access.server'
import { forbidden, notFound } from '~/web/responses.server'
import { messageFor } from './reads.server'
import { mayHandle, maySeeMessages } from './rules'

export function messagesIn(context: AppLoadContext) {
  const viewer = signedIn(context)
  if (!maySeeMessages(viewer)) throw forbidden()
  return viewer
}

/** One message of the viewer's list; another department's is not there. */
export async function messageIn(context: AppLoadContext, id: string | undefined) {
  const viewer = messagesIn(context)
  const message = await messageFor(viewer, id)
  if (!message) throw notFound()
  return { viewer, message, mayHandle: mayHandle(viewer, message.departmentId) }
}

/** The same for who handles it. */
export async function handlingIn(context: AppLoadContext, id: string | undefined) {
  const found = await messageIn(context, id)
  if (!found.mayHandle) throw forbidden()
  return found
}

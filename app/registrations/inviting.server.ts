import type { AppLoadContext } from '@remix-run/node'
import { notFound } from '~/web/responses.server'
import { managingAt } from './at-desk.server'
import { invitationsAtDesk } from './invitation-reads.server'

/** Who stands before which invitation of an open day. */
export async function invitationAt(context: AppLoadContext, params: { id?: string; invitation?: string }) {
  const found = await managingAt(context, params.id)
  const one = (await invitationsAtDesk(found.day.id)).find(({ id }) => String(id) === params.invitation)
  if (!one) throw notFound()
  return { ...found, one }
}

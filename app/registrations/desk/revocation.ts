import type { ActionFunctionArgs } from '@remix-run/node'
import { notFound, redirectTo } from '~/web/responses.server'
import { invitationAt } from '../inviting.server'
import { revokeInvitation } from '../invitation-writes.server'

/** One that was used meanwhile stays: the page then says by which registration. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day, one } = await invitationAt(context, params)
  await revokeInvitation(viewer, day, one.id)
  return redirectTo(`/desk/open-days/${day.id}/invitations/${one.id}`)
}

export const loader = () => {
  throw notFound()
}

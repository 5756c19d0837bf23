import type { ActionFunctionArgs } from '@remix-run/node'
import { allowedIn } from '~/web/access.server'
import { notFound, redirectTo } from '~/web/responses.server'
import { revokeInvitation } from '../invitations-writes.server'
import { mayManagePeople } from '../people-rules'

export const loader = () => redirectTo('/desk/people/invitations')

export async function action({ params, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayManagePeople(context.viewer))
  if (!/^[1-9]\d{0,8}$/.test(params.id ?? '')) throw notFound()
  await revokeInvitation(viewer, Number(params.id))
  return redirectTo('/desk/people/invitations')
}

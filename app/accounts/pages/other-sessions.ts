import type { ActionFunctionArgs } from '@remix-run/node'
import { signedIn } from '~/web/access.server'
import { redirectTo } from '~/web/responses.server'
import { leaveOtherPlaces } from '../writes.server'

export const loader = () => redirectTo('/account')

export async function action({ context }: ActionFunctionArgs) {
  await leaveOtherPlaces(signedIn(context))
  return redirectTo('/account?after=others-left')
}

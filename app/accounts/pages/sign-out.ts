import type { ActionFunctionArgs } from '@remix-run/node'
import { redirectTo } from '~/web/responses.server'
import { withCookies } from '../door.server'
import { signOut } from '../writes.server'

export const loader = () => redirectTo('/account')

export async function action({ request }: ActionFunctionArgs) {
  return redirectTo('/', withCookies([await signOut(request.headers.get('Cookie'))]))
}

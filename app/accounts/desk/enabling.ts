import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { allowedIn } from '~/web/access.server'
import { databaseNow } from '~/web/clock.server'
import { notFound, redirectTo } from '~/web/responses.server'
import { mayGrant } from '../people-rules'
import { enablePerson } from '../people-writes.server'

export const loader = ({ params }: LoaderFunctionArgs) => redirectTo(`/desk/people/${params.id}`)

/** Pressed twice it changes nothing the second time. */
export async function action({ params, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayGrant(context.viewer, await databaseNow()))
  const done = await enablePerson(viewer, params.id!)
  if (!done.ok && done.why === 'person-unknown') throw notFound()
  return redirectTo(`/desk/people/${params.id}?changed`)
}

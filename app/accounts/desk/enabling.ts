import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { allowedIn } from '~/web/access.server'
import { databaseNow } from '~/web/clock.server'
import { notFound, redirectTo } from '~/web/responses.server'
import { mayGrant, maySeePeople } from '../people-rules'
import { enablePerson } from '../people-writes.server'
import { personById } from '../reads.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  allowedIn(context, maySeePeople(context.viewer))
  const person = await personById(params.id)
  if (!person) throw notFound()
  return redirectTo(`/desk/people/${person.id}`)
}

/** Pressed twice it changes nothing the second time. */
export async function action({ params, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayGrant(context.viewer, await databaseNow()))
  const done = await enablePerson(viewer, params.id!)
  if (!done.ok && done.why === 'person-unknown') throw notFound()
  return redirectTo(`/desk/people/${params.id}?changed`)
}

import type { ActionFunctionArgs } from '@remix-run/node'
import { forbidden, notFound, redirectTo } from '~/web/responses.server'
import { atDay } from '../desk-access.server'
import { plannedFor } from '../desk-reads.server'
import { removeGroup } from '../parts-writes.server'

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const found = (await plannedFor(day.id)).groups.find(({ id }) => String(id) === params.group)
  if (!found) throw notFound()
  const removed = await removeGroup(viewer, day.id, found.id)
  if (!removed.ok && removed.why !== 'gone') throw forbidden()
  return redirectTo(`/desk/open-days/${day.id}/groups`)
}

export const loader = () => {
  throw notFound()
}

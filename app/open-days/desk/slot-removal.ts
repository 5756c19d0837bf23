import type { ActionFunctionArgs } from '@remix-run/node'
import { forbidden, notFound, redirectTo } from '~/web/responses.server'
import { atDay } from '../desk-access.server'
import { plannedFor } from '../desk-reads.server'
import { removeSlot } from '../parts-writes.server'

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const found = (await plannedFor(day.id)).slots.find(({ id }) => String(id) === params.slot)
  if (!found) throw notFound()
  const removed = await removeSlot(viewer, day.id, found.id)
  if (!removed.ok && removed.why !== 'gone') throw forbidden()
  return redirectTo(`/desk/open-days/${day.id}/slots`)
}

export const loader = () => {
  throw notFound()
}

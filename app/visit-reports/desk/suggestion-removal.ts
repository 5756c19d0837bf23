import type { ActionFunctionArgs } from '@remix-run/node'
import { forbidden, notFound, redirectTo } from '~/web/responses.server'
import { removeSuggestion } from '../content-writes.server'
import { atMaterial } from '../desk-access.server'

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day, material } = await atMaterial(context, params.id, ['staff'])
  const found = material.suggestions.find(({ id }) => String(id) === params.suggestion)
  if (!found) throw notFound()
  const removed = await removeSuggestion(viewer, day.id, found.id)
  if (!removed.ok && removed.why !== 'gone') throw forbidden()
  return redirectTo(`/desk/open-days/${day.id}/report/suggestions`)
}

export const loader = () => {
  throw notFound()
}

import type { ActionFunctionArgs } from '@remix-run/node'
import { notFound, redirectTo } from '~/web/responses.server'
import { hostAt } from '../desk-access.server'
import { answerersOf } from '../reads.server'
import { removeAnswerer } from '../session-writes.server'

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, session } = await hostAt(context, params.id)
  const found = (await answerersOf(session.id)).find(({ id }) => String(id) === params.answerer)
  if (!found) throw notFound()
  const done = await removeAnswerer(viewer, session.id, found.id)
  return redirectTo(`/desk/live/${session.id}/answerers?${done.ok ? 'done=answerer-removal#done' : 'late=1'}`)
}

export const loader = () => {
  throw notFound()
}

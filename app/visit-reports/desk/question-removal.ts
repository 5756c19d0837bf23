import type { ActionFunctionArgs } from '@remix-run/node'
import { forbidden, notFound, redirectTo } from '~/web/responses.server'
import { removeQuestion } from '../content-writes.server'
import { atMaterial } from '../desk-access.server'

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day, material } = await atMaterial(context, params.id, ['staff'])
  const found = material.questions.find(({ id }) => String(id) === params.question)
  if (!found) throw notFound()
  const removed = await removeQuestion(viewer, day.id, found.id)
  if (!removed.ok && removed.why !== 'gone') throw forbidden()
  return redirectTo(`/desk/open-days/${day.id}/report/questions`)
}

export const loader = () => {
  throw notFound()
}

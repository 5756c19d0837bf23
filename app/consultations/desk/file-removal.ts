import type { ActionFunctionArgs } from '@remix-run/node'
import { forbidden, notFound, redirectTo } from '~/web/responses.server'
import { fileOf } from '../reads.server'
import { detachFile } from '../writes.server'
import { atDesk } from '../desk-access.server'

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['staff'])
  const file = await fileOf(c.id, params.file)
  if (!file) throw notFound()
  const removed = await detachFile(viewer, c.id, file.id)
  if (!removed.ok) throw forbidden()
  return redirectTo(`/desk/consultations/${c.id}/files`)
}

export const loader = () => {
  throw notFound()
}

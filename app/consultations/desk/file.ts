import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '~/files/download.server'
import { notFound } from '~/web/responses.server'
import { fileOf } from '../reads.server'
import { atDesk } from '../desk-access.server'

/** An attachment before publication, for those at the desk. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { c } = await atDesk(context, params.id)
  const file = await fileOf(c.id, params.file)
  if (!file) throw notFound()
  return download(file, 'private, no-store')
}

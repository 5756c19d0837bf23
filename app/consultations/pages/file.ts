import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '~/files/download.server'
import { notFound } from '~/web/responses.server'
import { consultationBySlug, fileOf } from '../reads.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const c = await consultationBySlug(params.slug)
  const file = c && (await fileOf(c.id, params.file))
  if (!file) throw notFound()
  return download(file, 'public, max-age=3600')
}

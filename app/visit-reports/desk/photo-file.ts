import type { LoaderFunctionArgs } from '@remix-run/node'
import { picture } from '~/files/download.server'
import { notFound } from '~/web/responses.server'
import { atReport } from '../desk-access.server'
import { photoFile } from '../reads.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { day } = await atReport(context, params.id)
  const file = await photoFile(day.id, params.photo)
  if (!file) throw notFound()
  return picture(file, request)
}

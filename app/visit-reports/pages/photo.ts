import type { LoaderFunctionArgs } from '@remix-run/node'
import { picture } from '~/files/download.server'
import { openDayBySlug } from '~/open-days/reads.server'
import { notFound } from '~/web/responses.server'
import { photoFile, publishedReport } from '../reads.server'

/** A photo that the newest report shows. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const day = await openDayBySlug(params.slug)
  const report = day && (await publishedReport(day.id))
  const shown = report?.document.photos.some(({ id }) => id === params.photo)
  const file = shown ? await photoFile(day!.id, params.photo) : null
  if (!file) throw notFound()
  return picture(file, request)
}

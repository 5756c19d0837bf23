import type { ActionFunctionArgs } from '@remix-run/node'
import { asksAnything } from '~/party-details/rules'
import { allowedIn } from '~/web/access.server'
import { notFound } from '~/web/responses.server'
import { managingAt } from '../at-desk.server'
import { mayExportNames } from '../desk-rules'
import { recordExport } from '../desk-writes.server'
import { tableFile } from '../table-file.server'

export function loader() {
  throw notFound()
}

/** Asked for by POST, because taking the names out is an act that is recorded: first the line, then the file. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day } = await managingAt(context, params.id)
  const back = { ...context, path: `/desk/open-days/${day.id}/registrations/export` }
  allowedIn(back, mayExportNames(viewer, day, day.now))
  await recordExport(viewer, day)
  return tableFile(day.id, { open: true, details: asksAnything(day) }, { lang: context.lang, zone: context.county.zone })
}

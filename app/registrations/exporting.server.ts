import type { AppLoadContext } from '@remix-run/node'
import { asksAnything } from '~/party-details/rules'
import { allowedIn } from '~/web/access.server'
import { managingAt, registrationsAt } from './at-desk.server'
import { mayExportNames } from './desk-rules'
import { recordExport } from './desk-writes.server'
import { tableFile, type Format } from './table-file.server'

const readerIn = ({ lang, county }: AppLoadContext) => ({ lang, zone: county.zone })

/** Names and contacts masked. */
export async function maskedTable(context: AppLoadContext, id: string | undefined, format: Format) {
  const { day } = await registrationsAt(context, id)
  return tableFile(day.id, { open: false }, readerIn(context), format)
}

/** Asked for by POST, because taking the names out is an act that is recorded: first the line, then the file. */
export async function fullTable(context: AppLoadContext, id: string | undefined, format: Format) {
  const { viewer, day } = await managingAt(context, id)
  const back = { ...context, path: `/desk/open-days/${day.id}/registrations/export` }
  allowedIn(back, mayExportNames(viewer, day, day.now))
  await recordExport(viewer, day)
  return tableFile(day.id, { open: true, details: asksAnything(day) }, readerIn(context), format)
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { registrationsAt } from '../at-desk.server'
import { tableFile } from '../table-file.server'

/** Names and contacts masked. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day } = await registrationsAt(context, params.id)
  return tableFile(day.id, { open: false }, { lang: context.lang, zone: context.county.zone })
}

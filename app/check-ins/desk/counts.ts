import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { noStore } from '~/web/responses.server'
import { gateOf } from '../at-gate.server'
import { countsAtGate } from '../reads.server'

/** Numbers only, for the page that looks again every few seconds. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day } = await gateOf(context, params.id)
  const counts = await countsAtGate(day.id)
  return json(
    counts.map(({ id, expected, arrived, walkIns, conflicts }) => ({ id, expected, arrived, walkIns, conflicts })),
    { headers: noStore },
  )
}

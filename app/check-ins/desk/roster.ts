import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { noStore } from '~/web/responses.server'
import { gateOf } from '../at-gate.server'
import { sealedRoster } from '../roster.server'
import { noteListTaken } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await gateOf(context, params.id)
  await noteListTaken(viewer, day)
  return json(await sealedRoster(day.id), { headers: noStore })
}

import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { gateOf, noStore } from '../at-gate.server'
import { sealedRoster } from '../roster.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day } = await gateOf(context, params.id)
  return json(await sealedRoster(day.id), { headers: noStore })
}

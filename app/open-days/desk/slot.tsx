import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEdit } from '~/approval/rules'
import { readForm } from '~/web/forms.server'
import { usePage } from '~/web/page'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { atDay } from '../desk-access.server'
import { plannedFor } from '../desk-reads.server'
import { slotForm } from '../forms'
import { changeSlot } from '../parts-writes.server'
import { slotAsTyped } from '../parts/slot-form'
import { SlotPage, type Result } from '../parts/slot-page'
import { useSlotName } from '../parts/slot-table'
import { namedDay } from '../rules'

async function slotOf(dayId: number, wanted: string | undefined) {
  const { slots, groups } = await plannedFor(dayId)
  const slot = slots.find(({ id }) => String(id) === wanted)
  if (!slot) throw notFound()
  return { slot, groups }
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const may = mayEdit(viewer, day)
  return { ...(await slotOf(day.id, params.slot)), day: namedDay(day), refused: may.ok ? undefined : may }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const { slot, groups } = await slotOf(day.id, params.slot)
  const schema = slotForm(
    context.county.zone,
    groups.map(({ id }) => id),
  )
  const form = await readForm(request, schema, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const changed = await changeSlot(viewer, day.id, slot.id, form.value.slot, form.value.places)
  if (!changed.ok) return conflict<Result>({ refused: changed, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/slots`)
}

export default function Slot() {
  const { county } = usePage()
  const nameOf = useSlotName()
  const { slot, ...shown } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  return <SlotPage {...shown} slot={slot.id} title={nameOf(slot)} values={slotAsTyped(slot, county.zone)} result={result} />
}

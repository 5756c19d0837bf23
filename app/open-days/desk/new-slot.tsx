import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEdit } from '~/approval/rules'
import { readForm } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atDay } from '../desk-access.server'
import { plannedFor } from '../desk-reads.server'
import { slotForm } from '../forms'
import { addSlot } from '../parts-writes.server'
import { SlotPage, type Result } from '../parts/slot-page'
import { namedDay } from '../rules'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const { groups } = await plannedFor(day.id)
  const may = mayEdit(viewer, day)
  return { day: namedDay(day), groups, refused: may.ok ? undefined : may }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const { groups } = await plannedFor(day.id)
  const schema = slotForm(
    context.county.zone,
    groups.map(({ id }) => id),
  )
  const form = await readForm(request, schema, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const added = await addSlot(viewer, day.id, form.value.slot, form.value.places)
  if (!added.ok) return conflict<Result>({ refused: added, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/slots`)
}

export default function NewSlot() {
  const { t } = useTranslation('open-days')
  const shown = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  return <SlotPage {...shown} slot="new" title={t('desk.slots.add')} values={{}} result={result} />
}

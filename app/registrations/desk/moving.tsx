import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { zoneName } from '~/consultations/parts/instant'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { fromLocalField, toLocalField } from '~/web/dates'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { livingOf, shownDay, slotAt } from '../at-desk.server'
import { moveForm } from '../desk-forms'
import { mayWorkOnSlot } from '../desk-rules'
import { DeskRefusal, type Refused } from '../parts/desk-refusal'
import { DeskSlot } from '../parts/desk-slot'
import { deskTrail } from '../parts/desk-trail'
import { MoveForm } from '../parts/move-form'
import { moveSlot } from '../slot-writes.server'

const times = ['arriveAt', 'startsAt', 'endsAt'] as const

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, slot } = await slotAt(context, params)
  const { zone } = context.county
  const may = mayWorkOnSlot(day, slot, day.now)
  const values = Object.fromEntries(times.map((at) => [at, toLocalField(slot[at], zone)]))
  const said = { values: { ...values, place: slot.place }, dayPlace: day.place, zone: zoneName(zone, context.lang) }
  return json({ day: shownDay(day), slot, living: livingOf(slot), refused: may.ok ? null : may, ...said })
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day, slot } = await slotAt(context, params)
  const form = await readForm(request, moveForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const { why, place } = form.value
  const [arriveAt, startsAt, endsAt] = times.map((at) => fromLocalField(form.value[at], context.county.zone))
  if (!arriveAt || !startsAt || !endsAt) return unprocessable<Result>({ state: { values: form.values, errors: wrongTimes(form.value) } })
  const moved = await moveSlot(viewer, slot.id, { arriveAt, startsAt, endsAt, place }, why)
  if (!moved.ok) return conflict<Result>({ refused: moved, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/registrations?done=moved`)
}

const wrongTimes = (typed: Record<(typeof times)[number], string>) =>
  Object.fromEntries(times.filter((at) => !fromLocalField(typed[at], 'UTC')).map((at) => [at, 'registrations:desk.error.time']))

export default function Moving() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, slot, living, refused, values, dayPlace, zone } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <Page
      title={t('desk.move.title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.move.lead', { count: living })}
      trail={deskTrail(t, day)}
      errors={errors}
    >
      <DeskRefusal refused={result?.refused ?? refused} />
      <p>
        <DeskSlot slot={slot} />
      </p>
      {refused ? null : (
        <MoveForm
          action={address(`/desk/open-days/${day.id}/slots/${slot.id}/moving`)}
          values={{ ...values, ...result?.state.values }}
          errors={errors}
          dayPlace={dayPlace}
          zone={zone}
        />
      )}
    </Page>
  )
}

import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { livingOf, shownDay, slotAt } from '../at-desk.server'
import { whyForm } from '../desk-forms'
import { mayWorkOnSlot } from '../desk-rules'
import { DeskRefusal, type Refused } from '../parts/desk-refusal'
import { DeskSlot } from '../parts/desk-slot'
import { deskTrail } from '../parts/desk-trail'
import { WhyField } from '../parts/why-field'
import { cancelSlot } from '../slot-writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, slot } = await slotAt(context, params)
  const may = mayWorkOnSlot(day, slot, day.now)
  return json({ day: shownDay(day), slot, living: livingOf(slot), refused: may.ok ? null : may })
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day, slot } = await slotAt(context, params)
  const form = await readForm(request, whyForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const cancelled = await cancelSlot(viewer, slot.id, form.value.why)
  if (!cancelled.ok) return conflict<Result>({ refused: cancelled, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/registrations?done=slot-cancelled`)
}

export default function SlotCancellation() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, slot, living, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <Page
      title={t('desk.slot-cancel.title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.slot-cancel.lead', { count: living })}
      trail={deskTrail(t, day)}
      errors={errors}
    >
      <DeskRefusal refused={result?.refused ?? refused} />
      <p>
        <DeskSlot slot={slot} />
      </p>
      {refused ? null : (
        <form method="post" action={address(`/desk/open-days/${day.id}/slots/${slot.id}/cancellation`)} className="form">
          <WhyField label={t('desk.slot-cancel.why')} hint={t('desk.move.why-hint')} value={result?.state.values.why} errors={errors} />
          <Button variant="warning">{t('desk.slot-cancel.do')}</Button>
        </form>
      )}
    </Page>
  )
}

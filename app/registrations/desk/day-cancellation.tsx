import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choices'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { livingOf, managingAt, shownDay } from '../at-desk.server'
import { dayCancellationForm } from '../desk-forms'
import { slotsAtDesk } from '../desk-reads.server'
import { mayCancelDay } from '../desk-rules'
import { DeskRefusal, type Refused } from '../parts/desk-refusal'
import { deskTrail } from '../parts/desk-trail'
import { WhyField } from '../parts/why-field'
import { cancelOpenDay } from '../slot-writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day } = await managingAt(context, params.id)
  const slots = await slotsAtDesk(day.id)
  const may = mayCancelDay(day, slots, day.now)
  const living = slots.reduce((sum, slot) => sum + livingOf(slot), 0)
  return json({ day: shownDay(day), living, refused: may.ok ? null : may })
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await managingAt(context, params.id)
  const form = await readForm(request, dayCancellationForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const cancelled = await cancelOpenDay(viewer, day.id, form.value.why)
  if (!cancelled.ok) return conflict<Result>({ refused: cancelled, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/registrations?done=day-cancelled`)
}

export default function DayCancellation() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, living, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const values = result?.state.values
  return (
    <Page
      title={t('desk.day-cancel.title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={refused ? undefined : t('desk.day-cancel.lead', { count: living })}
      trail={deskTrail(t, day)}
      errors={errors}
    >
      <DeskRefusal refused={result?.refused ?? refused} />
      {refused ? null : (
        <form method="post" action={address(`/desk/open-days/${day.id}/cancellation`)} className="form" noValidate>
          <WhyField label={t('desk.day-cancel.why')} hint={t('desk.day-cancel.why-hint')} value={values?.why} errors={errors} />
          <CheckboxField
            name="sure"
            label={t('desk.day-cancel.sure')}
            checked={values?.sure !== undefined}
            error={errors.of('sure')}
            required
          />
          <Button variant="warning">{t('desk.day-cancel.do')}</Button>
        </form>
      )}
    </Page>
  )
}

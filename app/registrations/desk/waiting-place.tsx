import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, noStore, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { registrationAt, shownDay } from '../at-desk.server'
import { rankForm } from '../desk-forms'
import { DeskRefusal, type Refused } from '../parts/desk-refusal'
import { deskTrail } from '../parts/desk-trail'
import { WhyField } from '../parts/why-field'
import { changeRank } from '../writes.server'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, one } = await registrationAt(context, params)
  return json({ day: shownDay(day), one }, { headers: noStore })
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day, one } = await registrationAt(context, params)
  const form = await readForm(request, rankForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const changed = await changeRank(viewer, one.id, form.value.place, form.value.why)
  if (!changed.ok) return conflict<Result>({ refused: changed, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/registrations?done=ranked&number=${one.number}`)
}

export default function WaitingPlace() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, one } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const values = result?.state.values
  const waits = one.place !== null
  return (
    <Page
      title={t('desk.rank.title', { number: one.number })}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={waits ? t('desk.rank.lead', { place: one.place }) : undefined}
      trail={deskTrail(t, day)}
      errors={errors}
    >
      <DeskRefusal refused={result?.refused ?? (waits ? null : { why: 'not-waiting' })} />
      {waits ? (
        <form method="post" action={address(`/desk/open-days/${day.id}/registrations/${one.id}/waiting-place`)} className="form">
          <Field
            name="place"
            label={t('desk.rank.place')}
            hint={t('desk.rank.place-hint')}
            value={values?.place}
            error={errors.of('place')}
            width="short"
            inputMode="numeric"
            autoComplete="off"
            required
          />
          <WhyField label={t('desk.rank.why')} value={values?.why} errors={errors} />
          <Button>{t('desk.rank.do')}</Button>
        </form>
      ) : null}
    </Page>
  )
}

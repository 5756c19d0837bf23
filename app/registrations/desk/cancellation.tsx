import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, noStore, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { registrationAt, shownDay } from '../at-desk.server'
import { whyForm } from '../desk-forms'
import { AboutRegistration } from '../parts/about-registration'
import { DeskRefusal, type Refused } from '../parts/desk-refusal'
import { deskTrail } from '../parts/desk-trail'
import { WhyField } from '../parts/why-field'
import { mayChange } from '../rules'
import { cancelForVisitor } from '../writes.server'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, one } = await registrationAt(context, params)
  const may = mayChange(one.state, one.slot, day.now)
  return json({ day: shownDay(day), one, refused: may.ok ? null : may }, { headers: noStore })
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day, one } = await registrationAt(context, params)
  const form = await readForm(request, whyForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const cancelled = await cancelForVisitor(viewer, one.id, form.value.why)
  if (!cancelled.ok) return conflict<Result>({ refused: cancelled, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/registrations?done=cancelled&number=${one.number}`)
}

export default function Cancellation() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, one, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <Page
      title={t('desk.cancel.title', { number: one.number })}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.cancel.lead')}
      trail={deskTrail(t, day)}
      errors={errors}
    >
      <DeskRefusal refused={result?.refused ?? refused} />
      {refused ? null : (
        <form method="post" action={address(`/desk/open-days/${day.id}/registrations/${one.id}/cancellation`)} className="form">
          <WhyField label={t('desk.cancel.why')} hint={t('desk.cancel.hint')} value={result?.state.values.why} errors={errors} />
          <Button variant="warning">{t('desk.cancel.do')}</Button>
        </form>
      )}
      <AboutRegistration one={one} />
    </Page>
  )
}

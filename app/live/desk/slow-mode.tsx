import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { hostAt, shownAtDesk } from '../desk-access.server'
import { slowForm } from '../desk-forms'
import { DeskRefusal, type WhyRefused } from '../parts/desk-refusal'
import { sessionTrail } from '../parts/desk-trail'
import { slowChoices } from '../rules'
import { slowDown } from '../session-writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { session } = await hostAt(context, params.id)
  return { session: shownAtDesk(session), slowSeconds: session.slowSeconds }
}

type Result = { state: FormState; why?: WhyRefused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, session } = await hostAt(context, params.id)
  const form = await readForm(request, slowForm(slowChoices), context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const slowed = await slowDown(viewer, session.id, form.value.slowSeconds)
  if (!slowed.ok) return conflict<Result>({ why: slowed.why, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/live/${session.id}/questions?done=slow-mode#done`)
}

export default function SlowMode() {
  const { t } = useTranslation(['live', 'web'])
  const { session, slowSeconds } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <Page
      title={t('desk.slow.title')}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      lead={t('desk.slow.lead')}
      errors={errors}
      trail={sessionTrail(t, session)}
    >
      <DeskRefusal why={result?.why} />
      <form method="post" action={address(`/desk/live/${session.id}/slow-mode`)} className="form">
        <RadioGroup
          name="slowSeconds"
          legend={t('desk.slow.between')}
          value={result?.state.values.slowSeconds ?? String(slowSeconds)}
          error={errors.of('slowSeconds')}
          options={slowChoices.map((seconds) => ({
            value: String(seconds),
            label: seconds === 0 ? t('desk.slow.off') : t('desk.slow.seconds', { count: seconds }),
          }))}
        />
        <Button>{t('web:save')}</Button>
      </form>
    </Page>
  )
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { mayDecide } from '~/approval/rules'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atMaterial, atReport } from '../desk-access.server'
import { preparersOf } from '../desk-reads.server'
import { whyForm } from '../forms'
import { DeskPage } from '../parts/desk-page'
import type { Refused } from '../parts/refusal'
import { WhyForm } from '../parts/why-form'
import { workOf } from '../rules'
import { returnReport } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day, material } = await atMaterial(context, params.id, ['publisher'])
  const may = mayDecide(viewer, workOf(day, material.last), await preparersOf(day.id))
  return { day: namedDay(day), refused: may.ok ? undefined : may }
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atReport(context, params.id, ['publisher'])
  const form = await readForm(request, whyForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const returned = await returnReport(viewer, day.id, form.value.why)
  return returned.ok
    ? redirectTo(`/desk/open-days/${day.id}/report`)
    : conflict<Result>({ refused: returned, state: { values: form.values, errors: {} } })
}

export default function Return() {
  const { t } = useTranslation('visit-reports')
  const { day, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <DeskPage day={day} title={t('desk.return')} errors={errors} refused={result?.refused ?? refused}>
      {refused ? null : (
        <WhyForm
          path={`/desk/open-days/${day.id}/report/return`}
          label={t('desk.return-why')}
          hint={t('desk.return-hint')}
          button={t('desk.return')}
          value={result?.state.values.why}
          errors={errors}
        />
      )}
    </DeskPage>
  )
}

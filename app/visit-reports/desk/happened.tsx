import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { saveHappened } from '../content-writes.server'
import { atMaterial, atReport } from '../desk-access.server'
import { happenedForm } from '../forms'
import { DeskPage } from '../parts/desk-page'
import type { Refused } from '../parts/refusal'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, material, refused } = await atMaterial(context, params.id, ['staff'])
  return { day: namedDay(day), happened: material.happened, refused }
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atReport(context, params.id, ['staff'])
  const form = await readForm(request, happenedForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const saved = await saveHappened(viewer, day.id, form.value.happened)
  return saved.ok
    ? redirectTo(`/desk/open-days/${day.id}/report`)
    : conflict<Result>({ refused: saved, state: { values: form.values, errors: {} } })
}

export default function Happened() {
  const { t } = useTranslation('visit-reports')
  const { day, happened, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <DeskPage day={day} title={t('desk.task.happened')} errors={errors} refused={result?.refused ?? refused}>
      {refused ? null : (
        <form method="post" action={address(`/desk/open-days/${day.id}/report/happened`)} className="form" noValidate>
          <TextArea
            name="happened"
            label={t('desk.happened.label')}
            hint={t('desk.happened.hint')}
            rows={12}
            lang={day.lang}
            value={result?.state.values.happened ?? happened}
            error={errors.of('happened')}
          />
          <Button>{t('desk.save')}</Button>
        </form>
      )}
    </DeskPage>
  )
}

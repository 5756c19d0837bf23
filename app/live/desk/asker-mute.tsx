import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Field } from '~/ui/field'
import { TextArea } from '~/ui/text-area'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { useTranslation } from '~/web/translation'
import { actLoader, concluded, mistyped } from '../acting.server'
import { barAsker } from '../barring-writes.server'
import { hostAtQuestion } from '../desk-access.server'
import { muteForm } from '../desk-forms'
import { ActPage, type Acted } from '../parts/act-page'
import { WHY_MAX } from '../rules'

export const loader = (given: LoaderFunctionArgs) => actLoader(given)

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = await hostAtQuestion(context, params)
  const form = await readForm(request, muteForm, context)
  if (!form.ok) return mistyped(form.state)
  const done = await barAsker(at.viewer, at.session.id, at.question.number, { do: 'mute', ...form.value })
  return concluded(request, at, 'asker-mute', { done, values: form.values })
}

export default function AskerMute() {
  const { t } = useTranslation('live')
  const shown = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>() as Acted
  const errors = useFormErrors(acted?.state)
  const values = acted?.state?.values ?? { minutes: '10' }
  return (
    <ActPage act="asker-mute" {...{ shown, acted, errors }} lead={t('desk.mute-lead')}>
      <Field
        name="minutes"
        type="number"
        min={1}
        max={1440}
        label={t('desk.mute-minutes')}
        width="short"
        value={values.minutes}
        error={errors.of('minutes')}
      />
      <TextArea
        name="why"
        label={t('desk.bar-why')}
        hint={t('desk.why-hint', { max: WHY_MAX })}
        value={values.why}
        error={errors.of('why')}
        rows={3}
      />
    </ActPage>
  )
}

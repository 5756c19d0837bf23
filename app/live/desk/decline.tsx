import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RadioGroup } from '~/ui/choices'
import { TextArea } from '~/ui/text-area'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { useTranslation } from '~/web/translation'
import { actLoader, concluded, mistyped } from '../acting.server'
import { hostAtQuestion } from '../desk-access.server'
import { declineForm } from '../desk-forms'
import { declineQuestion } from '../moderation-writes.server'
import { ActPage, type Acted } from '../parts/act-page'
import { declineReasons, WHY_MAX } from '../rules'

export const loader = (given: LoaderFunctionArgs) => actLoader(given)

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = await hostAtQuestion(context, params)
  const form = await readForm(request, declineForm, context)
  if (!form.ok) return mistyped(form.state)
  const { version, ...given } = form.value
  const done = await declineQuestion(at.viewer, { sessionId: at.session.id, number: at.question.number, version }, given)
  return concluded(request, at, 'decline', { done, values: form.values })
}

export default function Decline() {
  const { t } = useTranslation('live')
  const shown = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>() as Acted
  const errors = useFormErrors(acted?.state)
  const values = acted?.state?.values ?? {}
  return (
    <ActPage act="decline" {...{ shown, acted, errors }} lead={t('desk.decline-lead')}>
      <RadioGroup
        name="reason"
        legend={t('desk.decline-reason')}
        value={values.reason}
        error={errors.of('reason')}
        options={declineReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      <TextArea
        name="note"
        label={t('desk.decline-note')}
        mark={t('desk.optional')}
        hint={t('desk.decline-note-hint', { max: WHY_MAX })}
        value={values.note}
        error={errors.of('note')}
        rows={3}
      />
    </ActPage>
  )
}

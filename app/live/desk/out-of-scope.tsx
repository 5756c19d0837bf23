import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextArea } from '~/ui/text-area'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { useTranslation } from '~/web/translation'
import { actLoader, concluded, mistyped } from '../acting.server'
import { disposeQuestion } from '../answers-writes.server'
import { hostAtQuestion } from '../desk-access.server'
import { scopeForm } from '../desk-forms'
import { ActPage, type Acted } from '../parts/act-page'
import { WHY_MAX } from '../rules'

export const loader = (given: LoaderFunctionArgs) => actLoader(given)

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = await hostAtQuestion(context, params)
  const form = await readForm(request, scopeForm, context)
  if (!form.ok) return mistyped(form.state)
  const { version, why } = form.value
  const seen = { sessionId: at.session.id, number: at.question.number, version }
  const done = await disposeQuestion(at.viewer, seen, { disposition: 'out-of-scope', why })
  return concluded(request, at, 'out-of-scope', { done, values: form.values })
}

export default function OutOfScope() {
  const { t } = useTranslation('live')
  const shown = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>() as Acted
  const errors = useFormErrors(acted?.state)
  return (
    <ActPage act="out-of-scope" {...{ shown, acted, errors }} lead={t('desk.scope-lead')}>
      <TextArea
        name="why"
        label={t('desk.scope-why')}
        hint={t('desk.why-hint', { max: WHY_MAX })}
        value={acted?.state?.values.why}
        error={errors.of('why')}
        lang={shown.session.lang}
        rows={3}
      />
    </ActPage>
  )
}

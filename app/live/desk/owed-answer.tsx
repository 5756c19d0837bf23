import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { departmentOptions } from '~/accounts/parts/department-options'
import { departmentList } from '~/accounts/reads.server'
import { Select } from '~/ui/select'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { useTranslation } from '~/web/translation'
import { concluded, mistyped, shownToAct } from '../acting.server'
import { disposeQuestion } from '../answers-writes.server'
import { clockFor } from '../clocks.server'
import { hostAtQuestion } from '../desk-access.server'
import { owedForm } from '../desk-forms'
import { ActPage, type Acted } from '../parts/act-page'
import { DueLine } from '../parts/due'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { session, question } = await hostAtQuestion(context, params)
  const [shown, departments] = await Promise.all([shownToAct(request, session, question), departmentList()])
  const proposed = question.departmentId ?? session.departmentId
  return {
    shown,
    proposed,
    days: session.answerWithinDays,
    clock: await clockFor({ ...question, disposition: 'written' }, session, context.county.zone),
    departments: departmentOptions(departments, context.lang),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = await hostAtQuestion(context, params)
  const departments = await departmentList()
  const form = await readForm(request, owedForm(departments.map(({ id }) => id)), context)
  if (!form.ok) return mistyped(form.state)
  const { version, departmentId } = form.value
  const seen = { sessionId: at.session.id, number: at.question.number, version }
  const done = await disposeQuestion(at.viewer, seen, { disposition: 'written', departmentId })
  return concluded(request, at, 'owed-answer', { done, values: form.values })
}

export default function OwedAnswer() {
  const { t } = useTranslation('live')
  const { shown, proposed, days, clock, departments } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>() as Acted
  const errors = useFormErrors(acted?.state)
  return (
    <ActPage act="owed-answer" {...{ shown, acted, errors }} lead={t('desk.owed-answer-lead', { count: days })}>
      <DueLine clock={clock} />
      <Select
        name="departmentId"
        label={t('desk.owed.by')}
        value={acted?.state?.values.departmentId ?? String(proposed)}
        error={errors.of('departmentId')}
        options={departments}
      />
    </ActPage>
  )
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEdit } from '~/approval/rules'
import { UserText } from '~/ui/quote'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atDay } from '../desk-access.server'
import { plannedFor } from '../desk-reads.server'
import { questionForm } from '../forms'
import { addQuestion } from '../parts-writes.server'
import { ListedPart } from '../parts/listed-part'
import { QuestionFields } from '../parts/question-fields'
import { QuestionKind } from '../parts/question-kind'
import type { Refused } from '../parts/refusal'
import { namedDay } from '../rules'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id)
  const { questions } = await plannedFor(day.id)
  return { day: namedDay(day), questions, editable: mayEdit(viewer, day).ok }
}

type Result = { state?: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id, ['staff'])
  const form = await readForm(request, questionForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const added = await addQuestion(viewer, day.id, form.value)
  if (!added.ok) return conflict<Result>({ refused: added, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/questions`)
}

export default function Questions() {
  const { t } = useTranslation('open-days')
  const { day, questions, editable } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  type Row = (typeof questions)[number]
  return (
    <ListedPart<Row>
      day={day}
      noun="questions"
      lead={t('desk.questions.lead')}
      errors={errors}
      refused={result?.refused}
      editable={editable}
      rows={questions}
      empty={t('desk.questions.none')}
      nameOf={({ label }) => label}
      add={t('desk.questions.add')}
      columns={[
        { header: t('desk.questions.label'), rowHeader: true, cell: ({ label }) => <UserText lang={day.lang}>{label}</UserText> },
        { header: t('desk.questions.kind'), cell: (row) => <QuestionKind of={row} lang={day.lang} /> },
      ]}
    >
      <QuestionFields values={result?.state?.values ?? {}} errors={errors} />
    </ListedPart>
  )
}

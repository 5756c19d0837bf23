import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEdit } from '~/approval/rules'
import { CheckboxField, RadioGroup } from '~/ui/choices'
import { Field } from '~/ui/field'
import { UserText } from '~/ui/quote'
import { TextArea } from '~/ui/text-area'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atDay } from '../desk-access.server'
import { plannedFor } from '../desk-reads.server'
import { questionForm } from '../forms'
import { addQuestion } from '../parts-writes.server'
import { ListedPart } from '../parts/listed-part'
import { QuestionKind } from '../parts/question-kind'
import type { Refused } from '../parts/refusal'
import { namedDay, questionKinds } from '../rules'

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
  const text = (name: string) => ({ name, value: result?.state?.values[name], error: errors.of(name) })
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
      <Field {...text('label')} label={t('desk.questions.label')} required />
      <RadioGroup
        {...text('kind')}
        value={text('kind').value ?? 'line'}
        legend={t('desk.questions.kind')}
        options={questionKinds.map((value) => ({ value, label: t(`desk.questions.kinds.${value}`) }))}
      />
      <TextArea {...text('options')} label={t('desk.questions.options')} hint={t('desk.questions.options-hint')} rows={4} />
      <CheckboxField name="required" label={t('desk.questions.required')} checked={text('required').value !== undefined} />
    </ListedPart>
  )
}

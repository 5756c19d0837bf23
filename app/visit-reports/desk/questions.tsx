import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { Button } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Table, type Column } from '~/ui/table'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { addQuestion } from '../content-writes.server'
import { atMaterial, atReport } from '../desk-access.server'
import { questionForm } from '../forms'
import { DeskPage } from '../parts/desk-page'
import { QuestionFields } from '../parts/question-fields'
import type { Refused } from '../parts/refusal'
import { Removal } from '../parts/removal'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, material, may } = await atMaterial(context, params.id)
  return { day: namedDay(day), questions: material.questions, editable: may.ok }
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atReport(context, params.id, ['staff'])
  const form = await readForm(request, questionForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const added = await addQuestion(viewer, day.id, form.value)
  return added.ok
    ? redirectTo(`/desk/open-days/${day.id}/report/questions`)
    : conflict<Result>({ refused: added, state: { values: form.values, errors: {} } })
}

export default function Questions() {
  const { t } = useTranslation('visit-reports')
  const { day, questions, editable } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const at = `/desk/open-days/${day.id}/report/questions`
  type Row = (typeof questions)[number]
  const columns: Column<Row>[] = [
    {
      header: t('desk.questions.question'),
      rowHeader: true,
      cell: ({ id, question }) =>
        editable ? (
          <a href={address(`${at}/${id}`)}>
            <UserText lang={day.lang}>{question}</UserText>
          </a>
        ) : (
          <UserText lang={day.lang}>{question}</UserText>
        ),
    },
    {
      header: t('desk.questions.answer'),
      cell: ({ answer }) => (answer ? <UserText lang={day.lang}>{answer}</UserText> : t('desk.questions.missing')),
    },
    {
      header: t('desk.questions.answered-by'),
      cell: ({ answeredBy }) => (answeredBy ? <UserText lang={day.lang}>{answeredBy}</UserText> : '—'),
    },
  ]
  return (
    <DeskPage day={day} title={t('desk.task.questions')} lead={t('desk.questions.lead')} errors={errors} refused={result?.refused}>
      <Table<Row>
        caption={t('desk.task.questions')}
        captionHidden
        rows={questions}
        rowKey={({ id }) => id}
        empty={t('desk.questions.none')}
        columns={
          editable
            ? [...columns, { header: t('desk.remove'), cell: (row) => <Removal path={`${at}/${row.id}/removal`} about={row.question} /> }]
            : columns
        }
      />
      {editable ? (
        <Section title={t('desk.questions.add')}>
          <form method="post" action={address(at)} className="form" noValidate>
            <QuestionFields values={result?.state.values ?? {}} errors={errors} lang={day.lang} />
            <Button>{t('desk.questions.add')}</Button>
          </form>
        </Section>
      ) : null}
    </DeskPage>
  )
}

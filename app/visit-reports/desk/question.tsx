import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { Button } from '~/ui/button'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { changeQuestion } from '../content-writes.server'
import { atMaterial } from '../desk-access.server'
import { questionForm } from '../forms'
import { DeskPage } from '../parts/desk-page'
import { QuestionFields } from '../parts/question-fields'
import type { Refused } from '../parts/refusal'

async function atQuestion({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const found = await atMaterial(context, params.id, ['staff'])
  const question = found.material.questions.find(({ id }) => String(id) === params.question)
  if (!question) throw notFound()
  return { ...found, question }
}

export async function loader(args: LoaderFunctionArgs) {
  const { day, question, refused } = await atQuestion(args)
  return { day: namedDay(day), question, refused }
}

type Result = { state: FormState; refused?: Refused }

export async function action(args: ActionFunctionArgs) {
  const { viewer, day, question } = await atQuestion(args)
  const form = await readForm(args.request, questionForm, args.context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const changed = await changeQuestion(viewer, day.id, question.id, form.value)
  return changed.ok
    ? redirectTo(`/desk/open-days/${day.id}/report/questions`)
    : conflict<Result>({ refused: changed, state: { values: form.values, errors: {} } })
}

export default function Question() {
  const { t } = useTranslation('visit-reports')
  const { day, question, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const { id, answer, answeredBy } = question
  return (
    <DeskPage day={day} title={t('desk.questions.question')} errors={errors} refused={result?.refused ?? refused}>
      {refused ? null : (
        <form method="post" action={address(`/desk/open-days/${day.id}/report/questions/${id}`)} className="form" noValidate>
          <QuestionFields
            values={result?.state.values ?? { question: question.question, answer, answeredBy }}
            errors={errors}
            lang={day.lang}
          />
          <Button>{t('desk.save')}</Button>
        </form>
      )}
    </DeskPage>
  )
}

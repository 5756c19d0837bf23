import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEdit } from '~/approval/rules'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { atDay } from '../desk-access.server'
import { plannedFor } from '../desk-reads.server'
import { questionForm } from '../forms'
import { changeQuestion } from '../parts-writes.server'
import { QuestionFields } from '../parts/question-fields'
import { PartPage, type Result } from '../parts/part-page'
import { namedDay } from '../rules'

async function atQuestion({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const found = await atDay(context, params.id, ['staff'])
  const question = (await plannedFor(found.day.id)).questions.find(({ id }) => String(id) === params.question)
  if (!question) throw notFound()
  return { ...found, question }
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, day, question } = await atQuestion(args)
  const may = mayEdit(viewer, day)
  return { day: namedDay(day), question, refused: may.ok ? undefined : may }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, day, question } = await atQuestion(args)
  const form = await readForm(args.request, questionForm, args.context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const changed = await changeQuestion(viewer, day.id, question.id, form.value)
  return changed.ok
    ? redirectTo(`/desk/open-days/${day.id}/questions`)
    : conflict<Result>({ refused: changed, state: { values: form.values, errors: {} } })
}

export default function Question() {
  const { day, question, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const { label, kind, options, required } = question
  const stored = { label, kind, options: options.join('\n'), required: required ? 'on' : undefined }
  return (
    <PartPage day={day} noun="questions" id={question.id} errors={errors} refused={refused} result={result}>
      <QuestionFields values={result?.state.values ?? stored} errors={errors} />
    </PartPage>
  )
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Quote } from '~/ui/quote'
import { TextArea } from '~/ui/text-area'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { notFound } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { concluded, mistyped, outsideDone, shownToAct } from '../acting.server'
import { correctAnswer } from '../answers-writes.server'
import { answeringAt } from '../desk-access.server'
import { correctionForm } from '../desk-forms'
import { ActPage, type Acted } from '../parts/act-page'
import { ANSWER_MAX, WHY_MAX } from '../rules'

async function correcting({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const at = await answeringAt(context, params)
  const answer = at.question.answers.find(({ id }) => String(id) === params.answer)
  if (!answer || (answer.way === 'live' && !at.hosts)) throw notFound()
  return { ...at, answer }
}

export async function loader(given: LoaderFunctionArgs) {
  const { session, question, answer, hosts } = await correcting(given)
  return { shown: await shownToAct(given.request, session, question), answer: { id: answer.id, body: answer.body }, hosts }
}

export async function action(given: ActionFunctionArgs) {
  const { request, context } = given
  const at = await correcting(given)
  const form = await readForm(request, correctionForm, context)
  if (!form.ok) return mistyped(form.state)
  const corrected = { corrects: at.answer.id, ...form.value }
  const done = await correctAnswer(at.viewer, { sessionId: at.session.id, number: at.question.number }, corrected)
  if (done.ok && !at.hosts) return outsideDone(at, 'correction')
  return concluded(request, at, 'correction', { done, values: form.values })
}

export default function AnswerCorrection() {
  const { t } = useTranslation('live')
  const { shown, answer, hosts } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>() as Acted
  const errors = useFormErrors(acted?.state)
  const values = acted?.state?.values ?? { body: answer.body }
  return (
    <ActPage
      act="correction"
      at={`answers/${answer.id}/correction`}
      {...{ shown, acted, errors }}
      outside={!hosts}
      lead={t('desk.correction-lead')}
    >
      <Quote text={answer.body} lang={shown.session.lang} by={t('desk.corrected')} />
      <TextArea
        name="body"
        label={t('desk.answer-text')}
        hint={t('desk.answer-hint', { max: ANSWER_MAX })}
        value={values.body}
        error={errors.of('body')}
        lang={shown.session.lang}
        rows={8}
      />
      <TextArea
        name="why"
        label={t('desk.correction-reason')}
        hint={t('desk.why-hint', { max: WHY_MAX })}
        value={values.why}
        error={errors.of('why')}
        rows={2}
      />
    </ActPage>
  )
}

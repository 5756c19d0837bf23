import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Field } from '~/ui/field'
import { Fieldset } from '~/ui/fieldset'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { useTranslation } from '~/web/translation'
import { concluded, mistyped, outsideDone, shownToAct } from '../acting.server'
import { answerQuestion } from '../answers-writes.server'
import { clockFor } from '../clocks.server'
import { answeringAt } from '../desk-access.server'
import { writtenAnswerForm } from '../desk-forms'
import { lastAnswererOf, presentAnswerers } from '../desk-reads.server'
import { ownAnswerer } from '../own-answerer'
import { ActPage, type Acted } from '../parts/act-page'
import { AnswersAtDesk } from '../parts/answers-at-desk'
import { DueLine } from '../parts/due'
import { ANSWER_MAX } from '../rules'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, session, question, hosts } = await answeringAt(context, params)
  const [shown, answerers, clock, before] = await Promise.all([
    shownToAct(request, session, question),
    presentAnswerers(session.id),
    clockFor(question, session, context.county.zone),
    hosts ? null : lastAnswererOf(viewer.id),
  ])
  const own = ownAnswerer(viewer, answerers)
  // Another department has nobody on the list, and mostly answers by the same person.
  const by = own === null ? { answererId: '', ...before } : { answererId: String(own) }
  return { shown, answerers, by, clock, hosts, answers: question.answers }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = await answeringAt(context, params)
  const answerers = await presentAnswerers(at.session.id)
  const form = await readForm(request, writtenAnswerForm(answerers.map(({ id }) => id)), context)
  if (!form.ok) return mistyped(form.state)
  const { version, body, answererId, ...by } = form.value
  const seen = { sessionId: at.session.id, number: at.question.number, version }
  const who = answererId === null ? { by } : { answererId }
  const done = await answerQuestion(at.viewer, seen, { way: 'written', body, ...who })
  if (done.ok && !at.hosts) return outsideDone(at, 'written-answer')
  return concluded(request, at, 'written-answer', { done, values: form.values })
}

export default function WrittenAnswer() {
  const { t } = useTranslation('live')
  const { shown, answerers, by, clock, hosts, answers } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>() as Acted
  const errors = useFormErrors(acted?.state)
  const values: Record<string, string | undefined> = acted?.state?.values ?? by
  const text = (name: string) => ({ name, value: values[name], error: errors.of(name) })
  return (
    <ActPage act="written-answer" {...{ shown, acted, errors }} outside={!hosts} lead={t('desk.written-answer-lead')}>
      <AnswersAtDesk session={shown.session} number={shown.question.number} answers={answers} hosts />
      <DueLine clock={clock} />
      <TextArea
        {...text('body')}
        label={t('desk.answer-text')}
        hint={t('desk.answer-hint', { max: ANSWER_MAX })}
        lang={shown.session.lang}
        rows={8}
      />
      <Select
        {...text('answererId')}
        label={t('desk.answers-it')}
        options={[
          { value: '', label: t('desk.somebody-else') },
          ...answerers.map(({ id, name, office }) => ({ value: String(id), label: `${name} ${office}` })),
        ]}
      />
      <Fieldset id="other" legend={t('desk.somebody-else')} hint={t('desk.somebody-else-hint')}>
        <Field {...text('name')} label={t('desk.answerers.name')} width="medium" />
        <Field {...text('office')} label={t('desk.answerers.office')} hint={t('desk.answerers.office-hint')} />
      </Fieldset>
    </ActPage>
  )
}

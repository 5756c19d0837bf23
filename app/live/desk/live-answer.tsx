import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { useTranslation } from '~/web/translation'
import { actLoader, concluded, mistyped } from '../acting.server'
import { answerQuestion } from '../answers-writes.server'
import { hostAtQuestion } from '../desk-access.server'
import { liveAnswerForm } from '../desk-forms'
import { presentAnswerers } from '../desk-reads.server'
import { ActPage, type Acted } from '../parts/act-page'
import { ANSWER_MAX } from '../rules'

export async function loader(given: LoaderFunctionArgs) {
  const shown = await actLoader(given)
  return { shown, answerers: await presentAnswerers(shown.session.id) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = await hostAtQuestion(context, params)
  const answerers = await presentAnswerers(at.session.id)
  const form = await readForm(request, liveAnswerForm(answerers.map(({ id }) => id)), context)
  if (!form.ok) return mistyped(form.state)
  const { version, ...answer } = form.value
  const seen = { sessionId: at.session.id, number: at.question.number, version }
  return concluded(request, at, 'live-answer', {
    done: await answerQuestion(at.viewer, seen, { way: 'live', ...answer }),
    values: form.values,
  })
}

export default function LiveAnswer() {
  const { t } = useTranslation('live')
  const { shown, answerers } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>() as Acted
  const errors = useFormErrors(acted?.state)
  const values = acted?.state?.values ?? {}
  return (
    <ActPage act="live-answer" {...{ shown, acted, errors }} lead={t('desk.live-answer-lead')}>
      <Select
        name="answererId"
        label={t('desk.answered-by')}
        value={values.answererId}
        error={errors.of('answererId')}
        options={[
          { value: '', label: t('desk.choose') },
          ...answerers.map(({ id, name, office }) => ({ value: String(id), label: `${name} ${office}` })),
        ]}
      />
      <TextArea
        name="body"
        label={t('desk.what-was-said')}
        hint={t('desk.answer-hint', { max: ANSWER_MAX })}
        value={values.body}
        error={errors.of('body')}
        lang={shown.session.lang}
        rows={8}
      />
    </ActPage>
  )
}

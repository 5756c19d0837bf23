import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RadioGroup } from '~/ui/choices'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { useTranslation } from '~/web/translation'
import { concluded, mistyped, shownToAct } from '../acting.server'
import { hostAtQuestion } from '../desk-access.server'
import { mergeForm } from '../desk-forms'
import { likelySame } from '../likeness'
import { mergeQuestion } from '../moderation-writes.server'
import { ActPage, type Acted } from '../parts/act-page'
import { isShown } from '../rules'

async function merging(context: AppLoadContext, params: LoaderFunctionArgs['params']) {
  const at = await hostAtQuestion(context, params)
  const others = at.questions.filter((each) => isShown(each) && each.id !== at.question.id)
  return { ...at, others: others.map(({ number, body }) => ({ number, body })) }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { session, question, others } = await merging(context, params)
  const likely = likelySame(question, others)
  const rest = others.filter((other) => !likely.includes(other)).toReversed()
  return { shown: await shownToAct(request, session, question), likely, rest }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = await merging(context, params)
  const form = await readForm(request, mergeForm(at.others.map(({ number }) => number)), context)
  if (!form.ok) return mistyped(form.state)
  const { version, into } = form.value
  const done = await mergeQuestion(at.viewer, { sessionId: at.session.id, number: at.question.number, version }, into)
  return concluded(request, at, 'merging', { done, values: form.values })
}

export default function Merging() {
  const { t } = useTranslation('live')
  const { shown, likely, rest } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>() as Acted
  const errors = useFormErrors(acted?.state)
  const option = ({ number, body }: (typeof rest)[number]) => ({
    value: String(number),
    label: (
      <>
        {t('desk.question', { number })} <bdi lang={shown.session.lang}>{body}</bdi>
      </>
    ),
  })
  const group = { name: 'into', value: acted?.state?.values.into }
  const error = errors.of('into')
  return (
    <ActPage
      act="merging"
      {...{ shown, acted, errors }}
      lead={t(shown.question.state === 'pending' ? 'desk.merge-lead-waiting' : 'desk.merge-lead')}
    >
      {likely.length > 0 ? <RadioGroup {...group} legend={t('desk.merge-likely')} error={error} options={likely.map(option)} /> : null}
      {rest.length > 0 ? (
        <RadioGroup
          {...group}
          id={likely.length > 0 ? 'into-rest' : 'into'}
          legend={t(likely.length > 0 ? 'desk.merge-others' : 'desk.merge-all')}
          error={likely.length > 0 ? undefined : error}
          options={rest.map(option)}
        />
      ) : null}
      {likely.length + rest.length === 0 ? <p>{t('desk.merge-none')}</p> : null}
    </ActPage>
  )
}

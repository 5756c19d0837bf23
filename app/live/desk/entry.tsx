import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Field } from '~/ui/field'
import { UserText } from '~/ui/quote'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { newFormKey } from '~/web/form-key.server'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, noStore, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { enterQuestion } from '../asking-writes.server'
import { hostAt, shownAtDesk } from '../desk-access.server'
import { entryForm } from '../desk-forms'
import { DeskRefusal, type WhyRefused } from '../parts/desk-refusal'
import { sessionTrail } from '../parts/desk-trail'
import { QUESTION_MAX } from '../rules'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { session } = await hostAt(context, params.id)
  const channel = new URL(request.url).searchParams.get('channel') === 'paper' ? 'paper' : 'hall'
  return json({ session: shownAtDesk(session), key: newFormKey(), channel }, { headers: noStore })
}

export const headers = () => noStore

type Result = { state: FormState; why?: WhyRefused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, session } = await hostAt(context, params.id)
  const form = await readForm(request, entryForm, context)
  if (!form.ok) return unprocessable<Result>({ state: freshKey(form.state, Boolean(form.state.errors.key)) })
  const { key: formKey, ...said } = form.value
  const entered = await enterQuestion({ sessionId: session.id, viewer, formKey, ...said })
  if (entered.ok) return redirectTo(`/desk/live/${session.id}/questions/${entered.number}?done=entry#done`)
  const why = entered.why as WhyRefused
  return conflict<Result>({ why, state: freshKey({ values: form.values, errors: {} }, why === 'other-body') })
}

const freshKey = (state: FormState, spent: boolean) => (spent ? { ...state, values: { ...state.values, key: newFormKey() } } : state)

export default function Entry() {
  const { t } = useTranslation(['live', 'web'])
  const { session, key, channel } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state, { max: QUESTION_MAX })
  const values = { key, channel, ...result?.state.values }
  const over = session.stage === 'prepared' || session.stage === 'closed'
  return (
    <Page
      title={t('desk.entry.title')}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      lead={t('desk.entry.lead')}
      errors={errors}
      trail={sessionTrail(t, session)}
    >
      <DeskRefusal why={result?.why ?? (over ? 'not-now' : undefined)} />
      {over ? null : <EntryForm id={session.id} lang={session.lang} values={values} errorOf={errors.of} />}
    </Page>
  )
}

type FormProps = {
  id: number
  lang: string
  values: Record<string, string | undefined>
  errorOf: (field: string) => string | undefined
}

function EntryForm({ id, lang, values, errorOf }: FormProps) {
  const { t } = useTranslation('live')
  return (
    <form method="post" action={address(`/desk/live/${id}/entry`)} className="form" noValidate>
      <input type="hidden" name="key" value={values.key} />
      <RadioGroup
        name="channel"
        legend={t('desk.entry.channel')}
        value={values.channel}
        error={errorOf('channel')}
        options={(['hall', 'paper'] as const).map((value) => ({ value, label: t(`channel.${value}`) }))}
        inline
      />
      <TextArea
        name="body"
        label={t('desk.entry.question')}
        hint={t('desk.entry.question-hint', { max: QUESTION_MAX })}
        value={values.body}
        error={errorOf('body')}
        lang={lang}
        rows={4}
      />
      <Field
        name="name"
        label={t('desk.entry.name')}
        mark={t('desk.optional')}
        hint={t('desk.entry.name-hint')}
        value={values.name}
        error={errorOf('name')}
        width="medium"
      />
      <Button>{t('desk.entry.submit')}</Button>
    </form>
  )
}

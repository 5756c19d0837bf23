import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { CheckboxField, RadioGroup } from '~/ui/choices'
import { Notification } from '~/ui/notification'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { heldHeaders, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { feedbackForm } from '../forms'
import { ownFeedback } from '../reads.server'
import { eases, FEWEST_SHOWN, mayAnswer, OPEN_DAYS, OVERALL, type WhyNotAnswer } from '../rules'
import { visitBehind } from '../visit-reads.server'
import { giveFeedback } from '../writes.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const code = params.code!
  const found = await visitBehind(code)
  if (!found) throw notFound()
  const may = mayAnswer(found.visit, found.slot, found.day, found.now)
  const done = new URL(request.url).searchParams.has('done')
  return json({ code, why: may.ok ? null : may.why, own: await ownFeedback(code), done }, { headers: heldHeaders })
}

export const headers = () => heldHeaders
export const meta = () => [{ name: 'robots', content: 'noindex, nofollow' }]

type Refused = { state: FormState; why: WhyNotAnswer | 'unknown' | null }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const code = params.code!
  const form = await readForm(request, feedbackForm, context)
  if (!form.ok) return unprocessable<Refused>({ state: form.state, why: null })
  const given = await giveFeedback(code, form.value)
  if (!given.ok && given.why === 'unknown') throw notFound()
  return given.ok
    ? redirectTo(`/registrations/${code}/feedback?done`)
    : unprocessable<Refused>({ state: { values: form.values, errors: {} }, why: given.why })
}

export default function Answer() {
  const { t } = useTranslation(['feedback', 'registrations'])
  const { code, why, own, done } = useLoaderData<typeof loader>()
  const late = useActionData<typeof action>() as Refused | undefined
  const errors = useFormErrors(late?.state)
  const refused = late?.why ?? why
  const said: Record<string, string> = late?.state.values ?? asTyped(own)
  const typed = (name: string) => ({ name, value: said[name], error: errors.of(name) })
  return (
    <Page
      title={t('title')}
      lead={refused ? undefined : t('lead', { days: OPEN_DAYS })}
      errors={errors}
      trail={[
        { label: t('registrations:find.title'), href: '/registrations' },
        { label: t('registrations:visit.title'), href: `/registrations/${code}` },
      ]}
    >
      {refused ? <Notification tone="warning" title={t(`why.${refused}`)} announce /> : null}
      {done && !late ? (
        <Notification tone="success" title={t('done')} announce>
          <p>{t('done-more', { days: OPEN_DAYS })}</p>
        </Notification>
      ) : own && !refused && !late ? (
        <p>{t('answered')}</p>
      ) : null}
      {refused ? null : (
        <form className="form" method="post" action={address(`/registrations/${code}/feedback`)} noValidate>
          <RadioGroup
            {...typed('overall')}
            legend={t('overall')}
            options={OVERALL.map((mark) => ({ value: String(mark), label: t(`mark.m${mark}`) }))}
            required
          />
          <RadioGroup
            {...typed('ease')}
            legend={t('ease')}
            options={eases.map((value) => ({ value, label: t(`eases.${value}`) }))}
            required
          />
          <TextArea {...typed('good')} label={t('good')} hint={t('text-hint')} rows={3} />
          <TextArea {...typed('better')} label={t('better')} hint={t('text-hint')} rows={3} />
          <CheckboxField name="suggested" label={t('suggested')} hint={t('suggested-hint')} checked={Boolean(said.suggested)} />
          <p className="hint">{t('kept', { least: FEWEST_SHOWN })}</p>
          <Button>{t(own ? 'change' : 'send')}</Button>
        </form>
      )}
    </Page>
  )
}

type Own = { overall: number; ease: string; good: string; better: string; suggested: boolean }

const asTyped = (own: Own | null): Record<string, string> =>
  own ? { ...own, overall: String(own.overall), suggested: own.suggested ? 'on' : '' } : {}

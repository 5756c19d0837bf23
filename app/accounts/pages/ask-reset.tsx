import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Notification } from '~/ui/notification'
import { Section } from '~/ui/section'
import { readCode } from '~/sealing.server'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { noStore, shownAt, statusOf } from '../door.server'
import { askResetForm } from '../forms'
import { ContactField } from '../parts/contact-field'
import { OfficeContact } from '../parts/office-contact'
import { askReset } from '../writes.server'

export const headers = noStore

export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const typed = asked.get('code')
  const code = typed && readCode(typed)
  if (code) throw redirectTo(`/password-reset/${code}`)
  const wrong: FormState | undefined =
    typed === null ? undefined : { values: { code: typed.slice(0, 40) }, errors: { code: 'accounts:error.code-unreadable' } }
  return json({ sent: asked.has('sent'), wrong }, wrong ? 422 : 200)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, askResetForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const asked = await askReset({ ...read.value, lang: context.lang, client: context.client })
  if (!asked.ok) return json({ state: shownAt('contact', asked.why, read.values) }, statusOf(asked.why))
  return redirectTo('/password-reset?sent')
}

export default function AskReset() {
  const { sent, wrong } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state ?? wrong
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(state)
  return (
    <Page
      title={t('ask-reset.title')}
      lead={sent ? undefined : t('ask-reset.lead')}
      trail={[{ href: '/sign-in', label: t('sign-in.title') }]}
      errors={errors}
    >
      {sent ? (
        <Notification tone="success" title={t('ask-reset.sent')}>
          <p>{t('ask-reset.sent-note')}</p>
        </Notification>
      ) : (
        <form className="form" method="post" action={address('/password-reset')}>
          <ContactField value={state?.values.contact} errors={errors} />
          <Button>{t('ask-reset.button')}</Button>
        </form>
      )}
      <Section title={t('ask-reset.have-code')}>
        <form className="form" method="get" action={address('/password-reset')}>
          <Field
            name="code"
            label={t('ask-reset.code')}
            hint={t('ask-reset.code-hint')}
            width="medium"
            autoComplete="one-time-code"
            value={state?.values.code}
            error={errors.of('code')}
          />
          <Button variant="secondary">{t('ask-reset.enter-code')}</Button>
        </form>
      </Section>
      <Section title={t('ask-reset.counter')}>
        <p>{t('ask-reset.counter-note')}</p>
        <OfficeContact />
      </Section>
    </Page>
  )
}

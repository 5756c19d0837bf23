import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Notification } from '~/ui/notification'
import { Section } from '~/ui/section'
import { address, returnPath } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { cameFrom, noStore, readSecretForm, shownAt, statusOf, withCookies } from '../door.server'
import { signInForm } from '../forms'
import { ContactField } from '../parts/contact-field'
import { OfficeContact } from '../parts/office-contact'
import { homeOf } from '../rules'
import { signIn } from '../writes.server'

export const headers = noStore

export function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const back = returnPath(asked.get('back'), '')
  if (context.viewer) throw redirectTo(back || homeOf(context.viewer.role))
  const after = (['made', 'reset', 'closed'] as const).find((name) => name === asked.get('after'))
  return json({ back, after })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readSecretForm(request, signInForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const opened = await signIn(read.value, cameFrom(request, context))
  if (!opened.ok) return json({ state: shownAt('contact', opened.why, read.values) }, statusOf(opened.why))
  const back = returnPath(new URL(request.url).searchParams.get('back'), homeOf(opened.role))
  return redirectTo(back, withCookies(opened.cookies))
}

export default function SignIn() {
  const { back, after } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(state)
  return (
    <Page title={t('sign-in.title')} lead={back ? t('sign-in.back') : undefined} errors={errors}>
      {after && !state ? (
        <Notification tone="success" title={t(`sign-in.${after}`)}>
          <p>{t(`sign-in.${after}-note`)}</p>
        </Notification>
      ) : null}
      <form className="form" method="post" action={address('/sign-in', { back })}>
        <ContactField value={state?.values.contact} errors={errors} />
        <Field name="password" type="password" label={t('password')} autoComplete="current-password" error={errors.of('password')} />
        <ActionBar>
          <Button>{t('sign-in.button')}</Button>
          <a href={address('/password-reset')}>{t('sign-in.ask')}</a>
        </ActionBar>
      </form>
      <Section title={t('sign-in.no-account')}>
        <p>
          <a href={address('/sign-up')}>{t('sign-in.sign-up')}</a>
        </p>
        <p className="hint">{t('sign-in.read-free')}</p>
      </Section>
      <Section title={t('sign-in.forgotten')}>
        <p>{t('sign-in.by-mail')}</p>
        <p>{t('sign-in.at-counter')}</p>
        <OfficeContact />
      </Section>
    </Page>
  )
}

import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Inset } from '~/ui/inset'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { noStore, passwordsField, readSecretForm, shownAt, statusOf } from '../door.server'
import { signUpForm } from '../forms'
import { ContactField } from '../parts/contact-field'
import { NewPasswordField } from '../parts/new-password-field'
import { OfficeContact } from '../parts/office-contact'
import { homeOf } from '../rules'
import { signUp } from '../writes.server'

export const headers = noStore

export function loader({ context }: LoaderFunctionArgs) {
  if (context.viewer) throw redirectTo(homeOf(context.viewer.role))
  return json(null)
}

/** New or not, the answer is the sign-in page: who had an account is not told to a stranger. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readSecretForm(request, signUpForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const done = await signUp(read.value, context.client)
  if (!done.ok) return json({ state: shownAt(passwordsField(done.why), done.why, read.values) }, statusOf(done.why))
  return redirectTo('/sign-in?after=made')
}

export default function SignUp() {
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(state)
  return (
    <Page title={t('sign-up.title')} lead={t('sign-up.lead')} trail={[{ href: '/sign-in', label: t('sign-in.title') }]} errors={errors}>
      <form className="form" method="post" action={address('/sign-up')}>
        <Field
          name="name"
          label={t('name')}
          hint={t('sign-up.name-hint')}
          autoComplete="name"
          value={state?.values.name}
          error={errors.of('name')}
        />
        <ContactField value={state?.values.contact} errors={errors} />
        <NewPasswordField of="resident" errors={errors} />
        <Inset>
          <p>{t('sign-up.kept')}</p>
          <OfficeContact />
        </Inset>
        <Button>{t('sign-up.button')}</Button>
      </form>
      <p>
        {t('sign-up.have')} <a href={address('/sign-in')}>{t('sign-in.title')}</a>
      </p>
    </Page>
  )
}

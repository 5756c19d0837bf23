import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { signedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { cameFrom, passwordsField, readSecretForm, shownAt, statusOf, withCookies } from '../door.server'
import { changePasswordForm } from '../forms'
import { NewPasswordField } from '../parts/new-password-field'
import { changePassword } from '../writes.server'

export const loader = ({ context }: LoaderFunctionArgs) => json({ role: signedIn(context).role })

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = signedIn(context)
  const read = await readSecretForm(request, changePasswordForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const changed = await changePassword(viewer, read.value, cameFrom(request, context))
  if (!changed.ok) return json({ state: shownAt(passwordsField(changed.why), changed.why, {}) }, statusOf(changed.why))
  return redirectTo('/account?after=password-changed', withCookies(changed.cookies))
}

export default function ChangePassword() {
  const { role } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(useActionData<typeof action>()?.state)
  return (
    <Page
      title={t('change-password.title')}
      lead={t('reset.lead')}
      trail={[{ href: '/account', label: t('account.title') }]}
      errors={errors}
    >
      <form className="form" method="post" action={address('/account/password')}>
        <Field name="current" type="password" label={t('current-password')} autoComplete="current-password" error={errors.of('current')} />
        <NewPasswordField replaces of={role} errors={errors} />
        <ActionBar>
          <Button>{t('change-password.button')}</Button>
          <a href={address('/password-reset')}>{t('sign-in.forgotten')}</a>
        </ActionBar>
      </form>
    </Page>
  )
}

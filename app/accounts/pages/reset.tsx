import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { Button, LinkButton } from '~/ui/button'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { noStore, readSecretForm, shownAt, statusOf, withCookies } from '../door.server'
import { resetForm } from '../forms'
import { NewPasswordField } from '../parts/new-password-field'
import { resetByCode } from '../reads.server'
import { resetPassword } from '../writes.server'

export const headers = noStore

export async function loader({ params }: LoaderFunctionArgs) {
  const reset = await resetByCode(params.code)
  return json({ code: params.code!, role: reset?.role }, reset ? 200 : 410)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const read = await readSecretForm(request, resetForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const done = await resetPassword(params.code!, read.value.password)
  if (!done.ok) return json({ state: shownAt('password', done.why, {}) }, statusOf(done.why))
  return redirectTo('/sign-in?after=reset', withCookies([done.cookie]))
}

export default function Reset() {
  const { code, role } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(useActionData<typeof action>()?.state)
  const trail = [{ href: '/sign-in', label: t('sign-in.title') }]
  if (!role)
    return (
      <Page title={t('reset.over')} lead={t('reset.over-note')} trail={trail}>
        <LinkButton href={address('/password-reset')}>{t('reset.ask')}</LinkButton>
      </Page>
    )
  return (
    <Page title={t('reset.title')} lead={t('reset.lead')} trail={trail} errors={errors}>
      <form className="form" method="post" action={address(`/password-reset/${code}`)}>
        <NewPasswordField replaces of={role} errors={errors} />
        <Button>{t('reset.button')}</Button>
      </form>
    </Page>
  )
}

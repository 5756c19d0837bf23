import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { signedIn } from '~/web/access.server'
import { address, returnPath } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { cameFrom, noStore, readSecretForm, shownAt, statusOf, withCookies } from '../door.server'
import { signInAgainForm } from '../forms'
import { signInAgain } from '../writes.server'

export const headers = noStore

export function loader({ request, context }: LoaderFunctionArgs) {
  signedIn(context)
  return json({ back: returnPath(new URL(request.url).searchParams.get('back'), '/account') })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = signedIn(context)
  const read = await readSecretForm(request, signInAgainForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const opened = await signInAgain(viewer, read.value.password, cameFrom(request, context))
  if (!opened.ok) return json({ state: shownAt('password', opened.why, {}) }, statusOf(opened.why))
  return redirectTo(returnPath(new URL(request.url).searchParams.get('back'), '/account'), withCookies(opened.cookies))
}

export default function SignInAgain() {
  const { back } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(useActionData<typeof action>()?.state)
  return (
    <Page title={t('again.title')} lead={t('again.lead')} errors={errors}>
      <form className="form" method="post" action={address('/sign-in/again', { back })}>
        <Field name="password" type="password" label={t('password')} autoComplete="current-password" error={errors.of('password')} />
        <ActionBar>
          <Button>{t('again.button')}</Button>
          <a href={address('/password-reset')}>{t('sign-in.ask')}</a>
        </ActionBar>
      </form>
    </Page>
  )
}

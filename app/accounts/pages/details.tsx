import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { databaseNow } from '~/web/clock.server'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { noStore, shownAt, statusOf } from '../door.server'
import { detailsForm } from '../forms'
import { correctOwn } from '../own-writes.server'
import { mayChangeOwn, mayKeepOwn } from '../people-rules'
import { ownDetails } from '../reads.server'

export const headers = noStore

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = allowedIn(context, mayChangeOwn(context.viewer, await databaseNow()))
  const { name, phone, email } = (await ownDetails(viewer.id))!
  return json({ name, phone: phone ?? '', email: email ?? '' })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayKeepOwn(context.viewer))
  const read = await readForm(request, detailsForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const done = await correctOwn(viewer, read.value)
  if (done.ok) return redirectTo('/account?after=corrected')
  return json({ state: shownAt(done.field, done.why, read.values) }, statusOf(done.why))
}

export default function Details() {
  const kept = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation(['accounts', 'web'])
  const errors = useFormErrors(state)
  const given = (name: keyof typeof kept) => ({ name, value: state?.values[name] ?? kept[name], error: errors.of(name) })
  const plain = { autoCapitalize: 'none', spellCheck: false }
  return (
    <Page title={t('details.title')} lead={t('details.lead')} trail={[{ href: '/account', label: t('account.title') }]} errors={errors}>
      <form className="form" method="post" action={address('/account/details')}>
        <Field {...given('name')} label={t('name')} autoComplete="name" />
        <Field {...given('phone')} {...plain} label={t('phone')} autoComplete="tel" />
        <Field {...given('email')} {...plain} label={t('email')} autoComplete="email" />
        <ActionBar>
          <Button>{t('web:save')}</Button>
          <a href={address('/account')}>{t('web:cancel')}</a>
        </ActionBar>
      </form>
    </Page>
  )
}

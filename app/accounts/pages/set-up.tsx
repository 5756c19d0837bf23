import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { cameFrom, noStore, passwordsField, readSecretForm, shownAt, statusOf, withCookies } from '../door.server'
import { setUpForm } from '../forms'
import { setUpCounty } from '../invitations-writes.server'
import { ContactField } from '../parts/contact-field'
import { NewPasswordField } from '../parts/new-password-field'
import { invitationByCode } from '../reads.server'

export const headers = noStore

export async function loader({ params }: LoaderFunctionArgs) {
  const found = await invitationByCode(params.code)
  const open = Boolean(found?.may.ok && !found.invitedBy)
  return json({ code: params.code!, open }, open ? 200 : 410)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const read = await readSecretForm(request, setUpForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const done = await setUpCounty(params.code!, read.value, cameFrom(request, context))
  if (!done.ok) return json({ state: shownAt(passwordsField(done.why), done.why, read.values) }, statusOf(done.why))
  return redirectTo('/desk', withCookies(done.cookies))
}

export default function SetUp() {
  const { code, open } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(state)
  const given = (name: string) => ({ name, value: state?.values[name], error: errors.of(name) })
  if (!open)
    return (
      <Page title={t('set-up.over')} lead={t('set-up.over-note')}>
        {null}
      </Page>
    )
  return (
    <Page title={t('set-up.title')} lead={t('set-up.lead')} errors={errors}>
      <form className="form" method="post" action={address(`/set-up/${code}`)}>
        <Section title={t('set-up.county')}>
          <Field {...given('county')} label={t('set-up.county-name')} hint={t('set-up.county-name-hint')} />
          <Field {...given('countyEn')} label={t('set-up.county-en')} mark={t('desk.departments.optional')} />
          <Field {...given('office')} label={t('set-up.office')} hint={t('set-up.office-hint')} />
          <Field {...given('phone')} label={t('set-up.phone')} type="tel" width="medium" />
          <Field {...given('department')} label={t('set-up.department')} />
        </Section>
        <Section title={t('set-up.you')}>
          <Field {...given('name')} label={t('name')} autoComplete="name" />
          <ContactField value={state?.values.contact} errors={errors} />
          <NewPasswordField of="administrator" errors={errors} />
        </Section>
        <Button>{t('set-up.button')}</Button>
      </form>
    </Page>
  )
}

import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { Button } from '~/ui/button'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { cameFrom, noStore, passwordsField, readSecretForm, shownAt, statusOf, withCookies } from '../door.server'
import { invitationForm } from '../forms'
import { acceptInvitation } from '../invitations-writes.server'
import { ContactField } from '../parts/contact-field'
import { DepartmentName } from '../parts/department-name'
import { NewPasswordField } from '../parts/new-password-field'
import { invitationByCode } from '../reads.server'

export const headers = noStore

export async function loader({ params }: LoaderFunctionArgs) {
  const found = await invitationByCode(params.code)
  const open = found?.may.ok && found.invitedBy ? { name: found.name, role: found.role, department: found.department } : null
  return json({ code: params.code!, open }, open ? 200 : 410)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const read = await readSecretForm(request, invitationForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const accepted = await acceptInvitation(params.code!, read.value, cameFrom(request, context))
  if (!accepted.ok) return json({ state: shownAt(passwordsField(accepted.why), accepted.why, read.values) }, statusOf(accepted.why))
  return redirectTo('/desk', withCookies(accepted.cookies))
}

export default function Invitation() {
  const { code, open } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(state)
  if (!open)
    return (
      <Page title={t('invitation.over')} lead={t('invitation.over-note')}>
        {null}
      </Page>
    )
  return (
    <Page title={t('invitation.title')} lead={t('invitation.lead', { name: open.name })} errors={errors}>
      <SummaryList
        plain
        items={[
          { key: t('invitation.role'), value: t(`role.${open.role}`) },
          { key: t('invitation.department'), value: <DepartmentName of={open.department} /> },
        ]}
      />
      <form className="form" method="post" action={address(`/invitations/${code}`)}>
        <ContactField value={state?.values.contact} errors={errors} />
        <NewPasswordField of={open.role} errors={errors} />
        <Button>{t('invitation.button')}</Button>
      </form>
    </Page>
  )
}

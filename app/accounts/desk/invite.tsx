import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '~/ui/button'
import { ConfirmationPanel } from '~/ui/confirmation-panel'
import { CopyButton } from '~/ui/enhanced-buttons'
import { ActionBar } from '~/ui/action-bar'
import { Field } from '~/ui/field'
import { Section } from '~/ui/section'
import { allowedIn } from '~/web/access.server'
import { address, fullAddress } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { databaseNow } from '~/web/clock.server'
import { postField, shownAt } from '../door.server'
import { inviteForm } from '../forms'
import { invite } from '../invitations-writes.server'
import { OpenInvitations } from '../parts/open-invitations'
import { PostFields } from '../parts/post-fields'
import { mayGrant } from '../people-rules'
import { departmentList, openInvitations } from '../reads.server'

type Answer = { state?: FormState; made?: { link: string; name: string; mailed: boolean } }

export async function loader({ context }: LoaderFunctionArgs) {
  allowedIn(context, mayGrant(context.viewer, await databaseNow()))
  const [departments, open] = await Promise.all([departmentList(), openInvitations()])
  return json({ departments, open })
}

/** The link is in this one answer and nowhere else: the database keeps only its hash. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayGrant(context.viewer, await databaseNow()))
  const read = await readForm(request, inviteForm, context)
  if (!read.ok) return unprocessable<Answer>({ state: read.state })
  const made = await invite(viewer, read.value, context.lang)
  if (!made.ok) return conflict<Answer>({ state: shownAt(postField(made.why), made.why, read.values) })
  return json<Answer>(
    { made: { link: fullAddress(context.origin, `/invitations/${made.code}`), name: read.value.name, mailed: made.mailed } },
    { status: 201 },
  )
}

export default function InvitePage() {
  const { departments, open } = useLoaderData<typeof loader>()
  const { state, made } = (useActionData<typeof action>() ?? {}) as Answer
  const { t } = useTranslation(['accounts', 'web'])
  const errors = useFormErrors(state)
  const trail = [
    { href: '/desk', label: t('desk.home') },
    { href: '/desk/people', label: t('desk.people.title') },
  ]
  if (made) return <Made {...made} />
  return (
    <Page title={t('desk.invite.title')} lead={t('desk.invite.lead')} trail={trail} errors={errors}>
      <form className="form" method="post" action={address('/desk/people/invitations')}>
        <Field name="name" label={t('name')} value={state?.values.name} error={errors.of('name')} autoComplete="off" width="medium" />
        <PostFields role={state?.values.role} department={state?.values.department} departments={departments} errors={errors} />
        <Field
          name="email"
          type="email"
          label={t('desk.invite.email')}
          mark={t('desk.invite.optional')}
          hint={t('desk.invite.email-hint')}
          value={state?.values.email}
          error={errors.of('email')}
          autoComplete="off"
        />
        <Button>{t('desk.invite.button')}</Button>
      </form>
      <Section title={t('desk.invite.open')}>
        <OpenInvitations rows={open} />
      </Section>
    </Page>
  )
}

function Made({ link, name, mailed }: Required<Answer>['made']) {
  const { t } = useTranslation(['accounts', 'web'])
  return (
    <Page
      title={t('desk.invite.made')}
      heading={null}
      trail={[
        { href: '/desk', label: t('desk.home') },
        { href: '/desk/people', label: t('desk.people.title') },
      ]}
    >
      <ConfirmationPanel title={t('desk.invite.made')}>
        <p>{t('desk.invite.made-note', { name })}</p>
      </ConfirmationPanel>
      <p>
        {t('desk.invite.link')}
        <br />
        <strong id="link" className="code">
          {link}
        </strong>
      </p>
      <p>{mailed ? t('desk.invite.mailed') : t('desk.invite.not-mailed')}</p>
      <ActionBar>
        <CopyButton target="link" done={t('web:enhance.copied')} failed={t('desk.invite.copy-failed')}>
          {t('web:enhance.copy')}
        </CopyButton>
        <LinkButton variant="secondary" href={address('/desk/people')}>
          {t('desk.invite.back-to-people')}
        </LinkButton>
      </ActionBar>
    </Page>
  )
}

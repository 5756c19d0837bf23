import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Field } from '~/ui/field'
import { Notification } from '~/ui/notification'
import { Section } from '~/ui/section'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { useFormErrors, type FormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { postField, shownAt } from '../door.server'
import { postForm } from '../forms'
import { PersonSummary } from '../parts/person-summary'
import { PostFields } from '../parts/post-fields'
import { mayGrant, mayManagePeople, maySeePeople } from '../people-rules'
import { changePost } from '../people-writes.server'
import { departmentList, personById } from '../reads.server'
import type { Viewer } from '../rules'

type Found = NonNullable<Awaited<ReturnType<typeof personById>>>

/** What the viewer can do with this person now: nothing, only after giving the password again, or change them. */
function reach(viewer: Viewer, person: Found) {
  if (!mayManagePeople(viewer).ok) return 'looks'
  if (person.id === viewer.id) return 'yourself'
  return mayGrant(viewer, person.now).ok ? 'changes' : 'again'
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const viewer = allowedIn(context, maySeePeople(context.viewer))
  const [person, departments] = await Promise.all([personById(params.id), departmentList()])
  if (!person) throw notFound()
  const { now: _now, ...shown } = person
  return json({ person: shown, departments, reach: reach(viewer, person), changed: new URL(request.url).searchParams.has('changed') })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayManagePeople(context.viewer))
  const read = await readForm(request, postForm, context)
  if (!read.ok) return unprocessable<{ state: FormState }>({ state: read.state })
  const changed = await changePost(viewer, params.id!, read.value)
  if (changed.ok) return redirectTo(`/desk/people/${params.id}?changed`)
  if (changed.why === 'person-unknown') throw notFound()
  return conflict({ state: shownAt(postField(changed.why), changed.why, read.values) })
}

export default function Person() {
  const { person, reach, changed, departments } = useLoaderData<typeof loader>()
  const state = (useActionData<typeof action>() as { state: FormState } | undefined)?.state
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(state)
  const trail = [
    { href: '/desk', label: t('desk.home') },
    { href: '/desk/people', label: t('desk.people.title') },
  ]
  return (
    <Page title={person.name} trail={trail} errors={errors}>
      {changed && !state ? <Notification tone="success" title={t('desk.person.changed')} /> : null}
      <PersonSummary person={person} />
      <p>
        <a href={address('/desk/record', { subject: 'account', id: person.id })}>{t('desk.person.record')}</a>
      </p>
      {reach === 'yourself' ? <p className="hint">{t('desk.person.yourself')}</p> : null}
      {reach === 'again' && !state ? <Unlock id={person.id} /> : null}
      {(reach === 'changes' || state) && person.role !== 'resident' && !person.disabledAt ? (
        <Change {...{ person, departments, state, errors }} />
      ) : null}
      {reach === 'changes' ? <More id={person.id} disabled={person.disabledAt !== null} /> : null}
    </Page>
  )
}

function Unlock({ id }: { id: string }) {
  const { t } = useTranslation('accounts')
  return (
    <Section title={t('desk.person.more')}>
      <p>{t('desk.person.unlock-note')}</p>
      <LinkButton variant="secondary" href={address('/sign-in/again', { back: `/desk/people/${id}` })}>
        {t('desk.person.unlock')}
      </LinkButton>
    </Section>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

function Change({
  person,
  departments,
  state,
  errors,
}: Pick<Loaded, 'person' | 'departments'> & { state?: FormState; errors: FormErrors }) {
  const { t } = useTranslation('accounts')
  const { role, department } = state?.values ?? { role: person.role, department: person.departmentId ? String(person.departmentId) : '' }
  return (
    <Section title={t('desk.person.change')}>
      <p>{t('desk.person.change-note')}</p>
      <form className="form" method="post" action={address(`/desk/people/${person.id}`)}>
        <PostFields role={role} department={department} departments={departments} errors={errors} />
        <Field
          name="why"
          label={t('desk.person.why')}
          hint={t('desk.person.why-hint')}
          value={state?.values.why}
          error={errors.of('why')}
        />
        <Button>{t('desk.person.save')}</Button>
      </form>
    </Section>
  )
}

function More({ id, disabled }: { id: string; disabled: boolean }) {
  const { t } = useTranslation('accounts')
  return (
    <Section title={t('desk.person.more')}>
      <ActionBar>
        {disabled ? (
          <form method="post" action={address(`/desk/people/${id}/enabling`)}>
            <Button variant="secondary">{t('desk.person.enable')}</Button>
          </form>
        ) : (
          <>
            <LinkButton variant="secondary" href={address(`/desk/people/${id}/reset-code`)}>
              {t('desk.person.reset-code')}
            </LinkButton>
            <LinkButton variant="warning" href={address(`/desk/people/${id}/disabling`)}>
              {t('desk.person.disable')}
            </LinkButton>
          </>
        )}
      </ActionBar>
    </Section>
  )
}

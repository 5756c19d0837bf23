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
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { shownAt } from '../door.server'
import { disablingForm } from '../forms'
import { mayGrant, mayManagePeople } from '../people-rules'
import { disablePerson } from '../people-writes.server'
import { personById } from '../reads.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  allowedIn(context, mayGrant(context.viewer, await databaseNow()))
  const person = await personById(params.id)
  if (!person) throw notFound()
  return json({ id: person.id, name: person.name })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayManagePeople(context.viewer))
  const read = await readForm(request, disablingForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const done = await disablePerson(viewer, params.id!, read.value.why)
  if (done.ok) return redirectTo(`/desk/people/${params.id}?changed`)
  if (done.why === 'person-unknown') throw notFound()
  return conflict({ state: shownAt('why', done.why, read.values) })
}

export default function Disabling() {
  const { id, name } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation(['accounts', 'web'])
  const errors = useFormErrors(state)
  const trail = [
    { href: '/desk', label: t('desk.home') },
    { href: '/desk/people', label: t('desk.people.title') },
    { href: `/desk/people/${id}`, label: name },
  ]
  return (
    <Page title={t('desk.disabling.title')} lead={t('desk.disabling.lead', { name })} trail={trail} errors={errors}>
      <form className="form" method="post" action={address(`/desk/people/${id}/disabling`)}>
        <Field
          name="why"
          label={t('desk.person.why')}
          hint={t('desk.person.why-hint')}
          value={state?.values.why}
          error={errors.of('why')}
        />
        <ActionBar>
          <Button variant="warning">{t('desk.disabling.button')}</Button>
          <a href={address(`/desk/people/${id}`)}>{t('web:cancel')}</a>
        </ActionBar>
      </form>
    </Page>
  )
}

import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { personFor, shownAt } from '../door.server'
import { counterActForm } from '../forms'
import { CounterActFields } from '../parts/counter-act-fields'
import { PersonSummary } from '../parts/person-summary'
import { mayCloseFor } from '../people-rules'
import { closeAccountFor } from '../people-writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { person } = await personFor(context, params.id, mayCloseFor)
  const { now: _now, ...shown } = person
  return json({ person: shown })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { viewer, person } = await personFor(context, params.id, mayCloseFor)
  const read = await readForm(request, counterActForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const done = await closeAccountFor(viewer, person.id, read.value.why)
  if (!done.ok) return conflict({ state: shownAt('why', done.why, read.values) })
  return redirectTo('/desk/reset-codes?closed')
}

export default function ClosingFor() {
  const { person } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation(['accounts', 'web'])
  const errors = useFormErrors(state)
  const trail = [
    { href: '/desk', label: t('desk.home') },
    { href: '/desk/reset-codes', label: t('desk.counter.title') },
  ]
  return (
    <Page title={t('desk.closing.title')} caption={person.name} lead={t('desk.closing.lead')} trail={trail} errors={errors}>
      <PersonSummary person={person} />
      <form className="form" method="post" action={address(`/desk/people/${person.id}/closing`)}>
        <CounterActFields state={state} errors={errors} />
        <ActionBar>
          <Button variant="warning">{t('closing.button')}</Button>
          <a href={address('/desk/reset-codes')}>{t('web:cancel')}</a>
        </ActionBar>
      </form>
    </Page>
  )
}

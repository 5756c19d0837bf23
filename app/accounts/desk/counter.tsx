import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { shownAt } from '../door.server'
import { counterForm } from '../forms'
import { ContactField } from '../parts/contact-field'
import { mayServeCounter } from '../people-rules'
import { idByContact } from '../reads.server'

export function loader({ request, context }: LoaderFunctionArgs) {
  allowedIn(context, mayServeCounter(context.viewer))
  return json({ closed: new URL(request.url).searchParams.has('closed') })
}

/** Posted, so that the number stands in no address and no log. */
export async function action({ request, context }: ActionFunctionArgs) {
  allowedIn(context, mayServeCounter(context.viewer))
  const read = await readForm(request, counterForm, context)
  if (!read.ok) return unprocessable({ state: read.state })
  const id = await idByContact(read.value.contact)
  if (!id) return unprocessable({ state: shownAt('contact', 'person-unknown', read.values) })
  return redirectTo(`/desk/people/${id}/reset-code`)
}

export default function Counter() {
  const { closed } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation('accounts')
  const errors = useFormErrors(state)
  return (
    <Page title={t('desk.counter.title')} lead={t('desk.counter.lead')} trail={[{ href: '/desk', label: t('desk.home') }]} errors={errors}>
      {closed && !state ? <Notification tone="success" title={t('desk.closing.done')} /> : null}
      <form className="form" method="post" action={address('/desk/reset-codes')}>
        <ContactField value={state?.values.contact} errors={errors} autoComplete="off" />
        <Button>{t('desk.counter.button')}</Button>
      </form>
    </Page>
  )
}

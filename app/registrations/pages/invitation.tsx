import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newFormKey } from '~/web/form-key.server'
import { heldHeaders } from '~/web/responses.server'
import { KnownPerson } from '../parts/known-person'
import { RegistrationPage } from '../parts/registration-page'
import { registeringFor } from '../registering.server'
import { takeRegistration } from '../taking.server'

/** The registration form for the group of an invitation 定向邀请. */
export async function loader(given: LoaderFunctionArgs) {
  return json({ on: await registeringFor(given), key: newFormKey() }, { headers: heldHeaders })
}

export const headers = () => heldHeaders
export const meta = () => [{ name: 'robots', content: 'noindex, nofollow' }]

export const action = takeRegistration

export default function Invitation() {
  const { on, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.known) return <KnownPerson day={on.day} />
  return <RegistrationPage on={on} turn={answer?.turn ?? { values: { key }, errors: {}, why: on.why }} />
}

import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newFormKey } from '~/web/form-key.server'
import { noStore } from '~/web/responses.server'
import { KnownPerson } from '../parts/known-person'
import { RegistrationPage } from '../parts/registration-page'
import { registeringFor } from '../registering.server'
import { takeRegistration } from '../taking.server'

export async function loader(given: LoaderFunctionArgs) {
  return json({ on: await registeringFor(given), key: newFormKey() }, { headers: noStore })
}

export const headers = () => noStore

/** Sign-up opens at a stated minute, and a county waits for it. */
export const handle = { rush: true }

export const action = takeRegistration

export default function Registration() {
  const { on, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.known) return <KnownPerson day={on.day} />
  return <RegistrationPage on={on} turn={answer?.turn ?? { values: { key }, errors: {}, why: on.why }} />
}

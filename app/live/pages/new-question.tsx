import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newFormKey } from '~/web/form-key.server'
import { noStore } from '~/web/responses.server'
import { askingIn, takeQuestion } from '../asking.server'
import { AskPage } from '../parts/ask-page'

export async function loader(given: LoaderFunctionArgs) {
  const { on, headers } = await askingIn(given)
  return json({ on, key: newFormKey() }, { headers: { ...noStore, ...headers } })
}

export const headers = () => noStore

/** A hall asks in the same minute. */
export const handle = { rush: true }

export const action = takeQuestion

export default function NewQuestion() {
  const { on, key } = useLoaderData<typeof loader>()
  const turn = useActionData<typeof action>()
  return <AskPage on={on} turn={turn ?? { values: { key }, errors: {}, why: on.why, seconds: on.seconds }} />
}

import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { noStore } from '~/web/responses.server'
import { SupportPage } from '../parts/support-page'
import { supportedAt, takeSupport } from '../supporting.server'

export const loader = supportedAt
export const headers = () => noStore

/** A hall presses at once, and lets go. */
export const handle = { rush: true }

export const action = (given: ActionFunctionArgs) => takeSupport(given, false)

export default function SupportWithdrawal() {
  return <SupportPage at={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} on={false} />
}

import type { ActionFunctionArgs } from '@remix-run/node'
import { notFound, redirectTo } from '~/web/responses.server'
import { handlingIn } from '../access.server'
import { retryMessage } from '../desk-writes.server'

export function loader() {
  throw notFound()
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, message } = await handlingIn(context, params.message)
  const kept = await retryMessage(viewer, message.id)
  return redirectTo(kept ? '/desk/messages?done=sent-again' : `/desk/messages/${message.id}`)
}

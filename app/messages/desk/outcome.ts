import type { ActionFunctionArgs } from '@remix-run/node'
import { readForm } from '~/web/forms.server'
import { notFound, redirectTo } from '~/web/responses.server'
import { handlingIn } from '../access.server'
import { recordOutcome } from '../desk-writes.server'
import { outcomeForm } from '../forms'

export function loader() {
  throw notFound()
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, message } = await handlingIn(context, params.message)
  const form = await readForm(request, outcomeForm, context)
  const kept = form.ok && (await recordOutcome(viewer, message.id, form.value.outcome))
  return redirectTo(kept ? '/desk/messages?done=outcome-saved' : `/desk/messages/${message.id}`)
}

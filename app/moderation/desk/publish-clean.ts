import type { ActionFunctionArgs } from '@remix-run/node'
import { readForm } from '~/web/forms.server'
import { notFound, redirectTo } from '~/web/responses.server'
import { decidingIn } from '../access.server'
import { numbersForm } from '../forms'
import { publishClean } from '../writes.server'

export function loader() {
  throw notFound()
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { consultation, viewer } = await decidingIn(context, params.id)
  const form = await readForm(request, numbersForm, context)
  const published = form.ok ? await publishClean(viewer, consultation, form.value.number) : 0
  return redirectTo(`/desk/consultations/${consultation.id}/comments?published=${published}`)
}

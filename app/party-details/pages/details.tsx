import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NoSuchRegistration } from '~/registrations/parts/no-such-registration'
import { registrationByCode } from '~/registrations/reads.server'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { conflict, heldHeaders, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { askingFor, keptFields } from '../filling.server'
import { detailsForm } from '../forms'
import { DetailsPage } from '../parts/details-page'
import { detailsOf } from '../reads.server'
import { asksAnything, dueAt, mayFill } from '../rules'
import { fillInDetails } from '../writes.server'

export const headers = () => heldHeaders
export const meta = () => [{ name: 'robots', content: 'noindex, nofollow' }]

export async function loader({ params }: LoaderFunctionArgs) {
  const found = await registrationByCode(params.code ?? '')
  if (!found) return json({ on: null }, { status: 404 })
  const { own, slot, day, now } = found
  const may = asksAnything(day) ? mayFill(own.state, slot, now) : { ok: false as const, why: 'unknown' as const }
  const kept = may.ok ? (await detailsOf([own.id])).get(own.id) : undefined
  const { values, hints } = keptFields(kept ?? { members: [], plates: [] })
  return json({
    on: {
      ...{ code: own.code, size: own.size, day, slot, why: may.ok ? null : may.why, hints },
      dueAt: dueAt(slot.arriveAt, day.detailsDays),
      values: { ...(own.name && may.ok ? { 'name-1': own.name } : {}), ...values },
    },
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const found = await registrationByCode(params.code ?? '')
  if (!found || !asksAnything(found.day)) throw notFound()
  const { own, slot, day, now } = found
  const kept = (await detailsOf([own.id])).get(own.id)?.members
  const asking = askingFor({ size: own.size, day, slot, now, zone: context.county.zone, kept })
  const read = await readForm(request, detailsForm(asking), context)
  if (!read.ok) return unprocessable<Refused>({ state: read.state, why: null })
  const done = await fillInDetails({ code: own.code }, read.value)
  if (done.ok) return redirectTo(`/registrations/${own.code}`)
  return conflict<Refused>({ state: { values: read.values, errors: {} }, why: done.why })
}

type Refused = { state: FormState; why: Extract<Awaited<ReturnType<typeof fillInDetails>>, { ok: false }>['why'] | null }

export default function Details() {
  const { on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as Refused | undefined
  const errors = useFormErrors(answer?.state)
  return on ? (
    <DetailsPage on={on} values={answer?.state.values ?? on.values} why={answer?.why ?? on.why} errors={errors} />
  ) : (
    <NoSuchRegistration />
  )
}

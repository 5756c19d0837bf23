import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newFormKey } from '~/web/form-key.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { fieldOf } from '../forms'
import { waitBeforeRegistering } from '../limits.server'
import { KnownPerson } from '../parts/known-person'
import { RegistrationPage } from '../parts/registration-page'
import type { Turn } from '../parts/turn'
import { registerParty } from '../register-writes.server'
import { again, neverFits, noStore, readRegistration, registeringFor, type Registering } from '../registering.server'

export async function loader(given: LoaderFunctionArgs) {
  return json({ on: await registeringFor(given), key: newFormKey() }, { headers: noStore })
}

export const headers = () => noStore

/** Sign-up opens at a stated minute, and a county waits for it. */
export const handle = { rush: true }

type Answer = { turn: Turn; known: false } | { turn: null; known: true }
const shown = (turn: Turn): Answer => ({ turn: again(turn), known: false })

export async function action({ context, ...given }: ActionFunctionArgs) {
  const on = await registeringFor(given)
  const read = await readRegistration(given.request, on, context)
  if (!read.ok) return unprocessable(shown({ ...read.state, why: on.why }))
  const { values, value } = read
  const minutes = await waitBeforeRegistering(value.contact.address, context.client)
  if (minutes > 0)
    return json(shown({ values, errors: {}, why: 'too-many', minutes }), { status: 429, headers: { 'Retry-After': String(minutes * 60) } })
  const errors = neverFits(
    on.places.find((place) => place.value === value.place)!,
    value,
  )
  if (errors) return unprocessable(shown({ values, errors }))
  const done = await registerParty({ ...asRegistration(on, read), lang: context.lang })
  if (done.ok) return redirectTo(`/registrations/${done.code}`)
  if (done.why === 'known-person') return conflict<Answer>({ turn: null, known: true })
  return unprocessable(shown({ values, errors: {}, why: done.why }))
}

type Sent = Extract<Awaited<ReturnType<typeof readRegistration>>, { ok: true }>

function asRegistration({ day }: Registering, { value }: Sent) {
  const { key: formKey, place, photo, size, wheelchairs, interpreter, quiet, name, contact } = value
  const [slotId, quotaId] = place.split('-').map(Number) as [number, number]
  const read = value as Record<string, unknown>
  const said = day.questions.map((question) => [String(question.id), read[fieldOf(question)] as string] as const)
  const answers = Object.fromEntries(said.filter(([, text]) => text !== ''))
  const photoConsent = day.asksPhotoConsent && photo ? photo === 'yes' : null
  return { slotId, quotaId, size, wheelchairs, interpreter, quiet, name, contact, answers, photoConsent, formKey }
}

export default function Registration() {
  const { on, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.known) return <KnownPerson day={on.day} />
  return <RegistrationPage on={on} turn={answer?.turn ?? { values: { key }, errors: {}, why: on.why }} />
}

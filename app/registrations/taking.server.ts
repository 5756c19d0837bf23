import { json, type ActionFunctionArgs } from '@remix-run/node'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { countedOnce } from '~/web/slowing.server'
import { fieldOf } from './forms'
import { waitBeforeRegistering } from './limits.server'
import type { Turn } from './parts/turn'
import { registerParty } from './register-writes.server'
import { again, neverFits, readRegistration, registeringFor, type Registering } from './registering.server'

type Answer = { turn: Turn; known: false } | { turn: null; known: true }
const shown = (turn: Turn): Answer => ({ turn: again(turn), known: false })

/** The form is sent: on to the registration's page, or the form once more and why. */
export async function takeRegistration({ context, ...given }: ActionFunctionArgs) {
  const on = await registeringFor(given)
  const read = await readRegistration(given.request, on, context)
  if (!read.ok) return unprocessable(shown({ ...read.state, why: on.why }))
  const { values, value } = read
  const minutes = await countedOnce(context, () => waitBeforeRegistering(value.contact.address, context.client))
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

function asRegistration({ day, invitation }: Registering, { value }: Sent) {
  const { key: formKey, place, photo, size, wheelchairs, interpreter, quiet, name, contact } = value
  const [slotId, quotaId] = place.split('-').map(Number) as [number, number]
  const read = value as Record<string, unknown>
  const said = day.questions.map((question) => [String(question.id), read[fieldOf(question)] as string] as const)
  const answers = Object.fromEntries(said.filter(([, text]) => text !== ''))
  const photoConsent = day.asksPhotoConsent && photo ? photo === 'yes' : null
  return {
    slotId,
    quotaId,
    size,
    wheelchairs,
    interpreter,
    quiet,
    name,
    contact,
    answers,
    photoConsent,
    formKey,
    invitationId: invitation?.id,
  }
}

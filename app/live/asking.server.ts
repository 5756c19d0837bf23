import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { newFormKey } from '~/web/form-key.server'
import { readForm } from '~/web/forms.server'
import { redirectTo, unprocessable } from '~/web/responses.server'
import { countedOnce } from '~/web/slowing.server'
import { askQuestion } from './asking-writes.server'
import { questionForms } from './forms'
import { waitBeforeAsking } from './limits.server'
import type { Turn } from './parts/turn'
import { ownOf } from './reads.server'
import { mayAsk, secondsToWait } from './rules'
import { participantOrNewIn, sessionFor, shownSession } from './session.server'

/**
 * What an asker sees before writing: the session, how many questions are left, and why not now. The device gets its
 * mark here already, so that a form sent twice is of one and the same person.
 */
export async function askingIn(given: LoaderFunctionArgs) {
  const session = await sessionFor(given.params.code)
  const { participant, headers } = participantOrNewIn(session, given)
  const own = await ownOf(session.id, participant)
  const asked = own.questions.filter(({ state }) => state !== 'withdrawn')
  const asker = {
    mutedUntil: own.mutedUntil,
    bannedAt: own.banned ? session.now : null,
    asked: asked.length,
    lastAskedAt: own.questions[0]?.askedAt ?? null,
  }
  const may = mayAsk(session.stage, { ...session, naming: 'either' }, asker, '', session.now)
  return {
    headers,
    on: {
      session: shownSession(session),
      before: own.questions.length,
      left: Math.max(0, session.questionsMost - asked.length),
      why: may.ok ? null : may.why,
      mutedUntil: own.mutedUntil,
      seconds: secondsToWait(session, asker, session.now),
    },
  }
}

export type AskingIn = Awaited<ReturnType<typeof askingIn>>['on']

/** On to one's own questions, or the form once more and why. */
export async function takeQuestion({ params, ...given }: ActionFunctionArgs) {
  const session = await sessionFor(params.code)
  const read = await readForm(given.request, questionForms[session.naming], given.context)
  if (!read.ok) return unprocessable(again(read.state))
  const { values, value } = read
  const { participant, headers } = participantOrNewIn(session, given)
  const minutes = await countedOnce(given.context, () => waitBeforeAsking(participant.key, given.context.client))
  if (minutes > 0)
    return json(again({ values, errors: {}, why: 'too-fast', minutes }), { status: 429, headers: { 'Retry-After': String(minutes * 60) } })
  const { key: formKey, body, name } = value
  const done = await askQuestion({ sessionId: session.id, participant, body, name, formKey })
  if (done.ok) return redirectTo(`/live/${session.code}/mine?asked=${done.number}`, headers)
  const { why, seconds } = done
  return unprocessable(again({ values, errors: why === 'name-needed' ? { name: 'live:why.name-needed' } : {}, why, seconds }))
}

/** The form once more; where its key is spent or damaged, with one that still opens. */
const again = (turn: Turn): Turn =>
  turn.errors.key || turn.why === 'other-body' ? { ...turn, values: { ...turn.values, key: newFormKey() } } : turn

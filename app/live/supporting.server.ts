import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { returnPath } from '~/web/address'
import { formOf } from '~/web/posted.server'
import { conflict, postAgain, redirectTo } from '~/web/responses.server'
import { countedOnce } from '~/web/slowing.server'
import { waitBeforeSupporting } from './limits.server'
import { numberIn, participantOrNewIn, sessionFor } from './session.server'
import type { WhyNotSupport } from './rules'
import { support } from './supports-writes.server'

export type SupportRefused = { why: WhyNotSupport | 'too-fast' | 'no-cookie'; minutes?: number }

/**
 * Supports or takes it back, and goes to where the button stood, or says why not. A device without a mark is given one
 * and sends the form once more with it: two presses in one moment are then of one and the same, and what keeps no mark
 * is not counted as somebody new at every press.
 */
export async function takeSupport({ params, ...given }: ActionFunctionArgs, on: boolean) {
  const session = await sessionFor(params.code)
  const number = numberIn(params.number)
  const back = backTo((await formOf(given.request, given.context)).get('back'), session.code, number)
  const { participant, headers } = participantOrNewIn(session, given)
  if (headers && new URL(given.request.url).searchParams.has('marked')) return conflict<SupportRefused>({ why: 'no-cookie' })
  if (headers) return postAgain(`/live/${session.code}/questions/${number}/support${on ? '' : '-withdrawal'}?marked=yes`, headers)
  const minutes = await countedOnce(given.context, () => waitBeforeSupporting(participant.key, given.context.client))
  const refused = (why: SupportRefused['why']): SupportRefused => ({ why, minutes })
  if (minutes > 0) return json(refused('too-fast'), { status: 429, headers: { 'Retry-After': String(minutes * 60) } })
  const done = await support({ sessionId: session.id, number, participant, on })
  return done.ok ? redirectTo(`${back}#question-${number}`) : conflict(refused(done.why))
}

/** The page that a button leads to where nothing can be counted. */
export async function supportedAt({ params }: LoaderFunctionArgs) {
  const { code } = await sessionFor(params.code)
  return { code, number: numberIn(params.number) }
}

export type SupportedAt = Awaited<ReturnType<typeof supportedAt>>

/** Only to pages of the same session; by its supports a question may stand on another page than before. */
function backTo(given: unknown, code: string, number: number): string {
  const board = `/live/${code}`
  const question = `${board}/questions/${number}`
  const back = returnPath(given, question)
  if (back !== board && !back.startsWith(`${board}?`)) return question
  const search = new URLSearchParams(back.slice(board.length))
  search.delete('page')
  search.set('at', String(number))
  return `${board}?${search}`
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { departmentList } from '~/accounts/reads.server'
import { withQuery } from '~/web/address'
import type { FormState } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { listQuery, type Back } from './back'
import type { OutsideDeed } from './deeds'
import { hostAtQuestion, shownAtDesk, type KnownQuestion } from './desk-access.server'
import type { Act } from './desk-acts'
import { cardOf } from './desk-cards'
import { backQuery } from './desk-forms'
import { articlesFor, type DeskSession } from './desk-reads.server'
import type { WhyRefused } from './parts/desk-refusal'

type Given = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>
export type Acted = { state?: FormState; why?: WhyRefused }

const listIn = (request: Request): Back | undefined => {
  const { searchParams } = new URL(request.url)
  return searchParams.has('show') ? backQuery.parse(Object.fromEntries(searchParams)) : undefined
}

/** A question as the page of any act shows it above its form. */
export async function shownToAct(request: Request, session: DeskSession, question: KnownQuestion) {
  const [departments, articles] = await Promise.all([departmentList({ closed: true }), articlesFor(session.consultationId)])
  const { last, sameAsker } = question
  return { session: shownAtDesk(session), question: cardOf(question, { departments, articles }), last, sameAsker, back: listIn(request) }
}

export async function actLoader({ request, params, context }: Given) {
  const { session, question } = await hostAtQuestion(context, params)
  return shownToAct(request, session, question)
}

/** Back to the list or the question, with what was done; or the page again, with the sentence and what was typed. */
export function concluded(
  request: Request,
  { session, question }: { session: { id: number }; question: { number: number } },
  act: Act | 'correction',
  { done, values }: { done: { ok: true } | { ok: false; why: WhyRefused }; values: Record<string, string> },
) {
  if (!done.ok) return conflict<Acted>({ why: done.why, state: { values, errors: {} } })
  const back = listIn(request)
  const desk = `/desk/live/${session.id}/questions`
  if (!back) return redirectTo(`${desk}/${question.number}?done=${act}#done`)
  return redirectTo(`${withQuery(desk, { ...listQuery(back), done: act, number: question.number })}#done`)
}

/** Back to the list of what is owed: whoever has no desk at the session cannot go back to its questions. */
export const outsideDone = ({ session, question }: { session: { id: number }; question: { number: number } }, done: OutsideDeed) =>
  redirectTo(`${withQuery('/desk/live', { done, session: session.id, number: question.number })}#done`)

export const mistyped = (state: FormState) => unprocessable<Acted>({ state })

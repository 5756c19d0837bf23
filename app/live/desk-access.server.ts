import type { AppLoadContext } from '@remix-run/node'
import { answersOf } from './reads.server'
import { allowedIn, inRole } from '~/web/access.server'
import { notFound } from '~/web/responses.server'
import { lastLineOn } from '~/record/reads.server'
import { isSessionDeed, outsideDeeds, replacedIn, sessionDeeds } from './deeds'
import { outsideQuery } from './desk-forms'
import { questionsAtDesk, sessionAtDesk, sessionOwing, type DeskQuestion, type DeskSession } from './desk-reads.server'
import { hostRoles, mayAnswer, mayHost } from './rules'

export const deskReaders = [...hostRoles, 'auditor'] as const

/** Who stands at the desk and before which session; that of another department is not there for them. */
export async function atSession(context: AppLoadContext, id: string | undefined) {
  const viewer = inRole(context, deskReaders)
  const session = await sessionAtDesk(viewer, id)
  if (!session) throw notFound()
  return { viewer, session, hosts: mayHost(viewer, session.departmentId).ok }
}

/** The same where only hosts come: the auditor reads, and changes nothing. */
export async function hostAt(context: AppLoadContext, id: string | undefined) {
  const at = await atSession(context, id)
  allowedIn(context, mayHost(at.viewer, at.session.departmentId))
  return at
}

/** What the address says was just done to a session, if it is what was done to it last: an address can be typed, or kept. */
export async function doneTo(sessionId: number, { url }: Request) {
  const done = new URL(url).searchParams.get('done')
  if (!isSessionDeed(done)) return undefined
  const last = await lastLineOn('live', String(sessionId))
  return last?.act === sessionDeeds[done] ? done : undefined
}

/** The same of a question in a session that the viewer has no desk for. */
export async function doneOutside({ url }: Request) {
  const { done, session, number } = outsideQuery.parse(Object.fromEntries(new URL(url).searchParams))
  if (!done) return {}
  const last = await lastLineOn('question', `${session}/${number}`)
  return last?.act === outsideDeeds[done] ? { done, number } : {}
}

type Params = { id?: string; number?: string }

const numbered = <Q extends { number: number }>(questions: readonly Q[], number: string | undefined): Q => {
  const found = questions.find((question) => String(question.number) === number)
  if (!found) throw notFound()
  return found
}

/** A question with what the desk knows about it: its answers, who acted last, and what else its asker asked. */
async function known(session: DeskSession, questions: DeskQuestion[], question: DeskQuestion) {
  const [answers, line] = await Promise.all([answersOf([question.id]), lastLineOn('question', `${session.id}/${question.number}`)])
  const sameAsker = question.asker ? questions.filter(({ asker, id }) => asker?.id === question.asker!.id && id !== question.id) : []
  const parts = questions.filter(({ mergedInto }) => mergedInto === question.id)
  return {
    ...question,
    answers: answers.get(question.id) ?? [],
    last: line && { at: line.at, actorName: line.actorName, act: line.act },
    replaced: replacedIn(line),
    sameAsker: sameAsker.map(({ number }) => number),
    parts: parts.map(({ number }) => number),
  }
}

export type KnownQuestion = Awaited<ReturnType<typeof known>>

export async function atQuestion(context: AppLoadContext, { id, number }: Params) {
  const at = await atSession(context, id)
  const questions = await questionsAtDesk(at.session.id)
  return { ...at, questions, question: await known(at.session, questions, numbered(questions, number)) }
}

export async function hostAtQuestion(context: AppLoadContext, params: Params) {
  const at = await atQuestion(context, params)
  allowedIn(context, mayHost(at.viewer, at.session.departmentId))
  return at
}

/** Who may write an answer: the hosts, and the staff of the department that owes it, whoever holds the session. */
export async function answeringAt(context: AppLoadContext, { id, number }: Params) {
  const viewer = inRole(context, deskReaders)
  const session = (await sessionAtDesk(viewer, id)) ?? (await sessionOwing(viewer, id, number))
  if (!session) throw notFound()
  const questions = await questionsAtDesk(session.id)
  const question = await known(session, questions, numbered(questions, number))
  allowedIn(context, mayAnswer(viewer, session, question.departmentId))
  return { viewer, session, question, hosts: mayHost(viewer, session.departmentId).ok }
}

/** What pages say about a session. */
export const shownAtDesk = ({ id, title, lang, stage, code }: DeskSession) => ({ id, title, lang, stage, code })

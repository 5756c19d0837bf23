import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { liveAnswerers, liveAnswers, type liveQuestions } from '#db/schema/live'
import type { Viewer, WhyNotHere } from '~/accounts/rules'
import type { Decision } from '../decision'
import { asHost, questionIn, store, trace, type Question, type Seen } from './moderation-writes.server'
import { mayAnswer, mayAnswerLive, mayHandle, mayMarkLive, mayUnmarkLive, type WhyNotAct } from './rules'
import { change, type LockedSession } from './session-lock-writes.server'

type Why = WhyNotAct | WhyNotHere | 'gone' | 'no-such-answerer'
export type Answered = { ok: true } | { ok: false; why: Why }

/** Who answers in writing may be none of the session's answerers: then with name and office, for the department that owes it. */
export type Answer = { way: 'live' | 'written'; body: string; answererId: number } | { way: 'written'; body: string; by: By }
export type By = { name: string; office: string }

/** What was answered, in the hall or in writing. It is answered from then on; the answer itself is never changed, only corrected. */
export const answerQuestion = (viewer: Viewer, seen: Seen, answer: Answer) =>
  change<Answered>(seen.sessionId, async (tx, session) => {
    const question = await questionIn(tx, session.id, seen.number)
    const here = mayAnswer(viewer, session, answer.way === 'written' ? (question?.departmentId ?? null) : null)
    if (!here.ok) return here
    const may = mayAnswerNow(session, question, seen.version, answer.way)
    if (!may.ok) return may
    const answerer = 'by' in answer ? await outside(tx, session, question!, answer.by) : await answererIn(tx, session.id, answer.answererId)
    if (!answerer) return { ok: false, why: 'no-such-answerer' }
    const { way, body } = answer
    const values = { way, body, answererId: answerer.id, sessionId: session.id, questionId: question!.id, enteredBy: viewer.id }
    const at = way === 'live' && question!.unrecorded ? question!.answeredAt! : session.now
    await tx.insert(liveAnswers).values({ ...values, at })
    const { departmentId } = answerer
    const decided = answer.way === 'live' ? { disposition: 'live' as const } : { disposition: 'written' as const, departmentId }
    await store(tx, session, question!, { ...decided, dispositionWhy: '', answeredAt: at, unrecorded: false, stagedAt: null })
    await trace(tx, viewer, session, seen.number, 'question-answered', { facts: { way: answer.way } })
    return { ok: true }
  })

/** In the hall a press is quick and writing is not: it is answered from now on, and what was said is owed to the record. */
export const markAnsweredLive = (viewer: Viewer, seen: Seen) =>
  marking(viewer, seen, mayMarkLive, ({ now }) => ({
    disposition: 'live',
    dispositionWhy: '',
    answeredAt: now,
    unrecorded: true,
    stagedAt: null,
  }))

export const unmarkAnsweredLive = (viewer: Viewer, seen: Seen) =>
  marking(viewer, seen, mayUnmarkLive, () => ({ disposition: null, answeredAt: null, unrecorded: false }))

type Allows = (stage: LockedSession['stage'], question: Question | null, version: number) => Decision<WhyNotAct>

const marking = (viewer: Viewer, seen: Seen, allows: Allows, to: (session: LockedSession) => Partial<Question>) =>
  asHost(viewer, seen, async (tx, session, question) => {
    const may = allows(session.stage, question, seen.version)
    if (!may.ok) return may
    await store(tx, session, question!, to(session))
    await trace(tx, viewer, session, seen.number, question!.unrecorded ? 'question-unmarked' : 'question-marked')
    return { ok: true }
  })

/** What a department owes in writing it may send also after the session was closed. */
function mayAnswerNow(session: LockedSession, question: Question | null, seenVersion: number, way: Answer['way']) {
  if (way === 'live') return mayAnswerLive(session.stage, question, seenVersion)
  const owed = session.stage === 'closed' && question?.disposition === 'written'
  return mayHandle(owed ? 'ended' : session.stage, question, seenVersion)
}

/** Stands beside the answer, and not on the list of who sat in the hall. */
async function outside(tx: Tx, session: LockedSession, question: Question, by: By) {
  const [made] = await tx
    .insert(liveAnswerers)
    .values({ ...by, sessionId: session.id, departmentId: question.departmentId ?? session.departmentId, removedAt: session.now })
    .returning()
  return made!
}

async function answererIn(tx: Tx, sessionId: number, id: number) {
  const [row] = await tx
    .select()
    .from(liveAnswerers)
    .where(and(eq(liveAnswerers.sessionId, sessionId), eq(liveAnswerers.id, id), isNull(liveAnswerers.removedAt)))
  return row ?? null
}

async function answerTo(tx: Tx, questionId: number, id: number) {
  const [row] = await tx
    .select({ way: liveAnswers.way, answererId: liveAnswers.answererId, departmentId: liveAnswerers.departmentId })
    .from(liveAnswers)
    .innerJoin(liveAnswerers, eq(liveAnswerers.id, liveAnswers.answererId))
    .where(and(eq(liveAnswers.questionId, questionId), eq(liveAnswers.id, id)))
  return row ?? null
}

/** A correction stands beside what it corrects, with its reason. The newest answer of a chain is corrected, never one twice. */
export const correctAnswer = (viewer: Viewer, seen: Omit<Seen, 'version'>, given: { corrects: number; body: string; why: string }) =>
  change<Answered>(seen.sessionId, async (tx, session) => {
    const question = await questionIn(tx, session.id, seen.number)
    const old = question && (await answerTo(tx, question.id, given.corrects))
    const here = mayAnswer(viewer, session, old?.way === 'written' ? old.departmentId : null)
    if (!here.ok) return here
    if (!question || !old) return { ok: false, why: 'gone' }
    const { way, answererId } = old
    const made = await tx
      .insert(liveAnswers)
      .values({ ...given, way, answererId, sessionId: session.id, questionId: question.id, enteredBy: viewer.id, at: session.now })
      .onConflictDoNothing({ target: liveAnswers.corrects })
      .returning({ id: liveAnswers.id })
    if (made.length === 0) return { ok: false, why: 'decided-meanwhile' }
    await store(tx, session, question, {})
    await trace(tx, viewer, session, seen.number, 'answer-corrected', { why: given.why })
    return { ok: true }
  })

export type Owed = { disposition: 'written'; departmentId: number } | { disposition: 'out-of-scope'; why: string } | { disposition: null }

/** What becomes of a public question that nobody answered: a department owes it in writing, or it is out of scope for a stated reason. */
export const disposeQuestion = (viewer: Viewer, seen: Seen, owed: Owed) =>
  asHost(viewer, seen, async (tx, session, question) => {
    const may = mayHandle(session.stage, question, seen.version)
    if (!may.ok) return may
    if (question!.answeredAt) return { ok: false, why: 'same' }
    const why = owed.disposition === 'out-of-scope' ? owed.why : ''
    const columns: Partial<typeof liveQuestions.$inferInsert> = { disposition: owed.disposition, dispositionWhy: why, stagedAt: null }
    await store(tx, session, question!, { ...columns, ...(owed.disposition === 'written' && { departmentId: owed.departmentId }) })
    await trace(tx, viewer, session, seen.number, 'question-disposed', { why, facts: { disposition: owed.disposition } })
    return { ok: true }
  })

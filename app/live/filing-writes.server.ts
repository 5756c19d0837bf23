import { transaction } from '#db/connection.server'
import type { Viewer } from '~/accounts/rules'
import type { WhyNotEnter } from '~/comments/rules'
import { enterComment } from '~/comments/writes.server'
import { questionIn, store, trace, type Moderated, type Question, type Seen } from './moderation-writes.server'
import { mayFile, mayHost, type WhyNotFile } from './rules'
import { change, lockSession, type LockedSession } from './session-lock-writes.server'

export type Filed = Moderated | { ok: false; why: WhyNotFile | WhyNotEnter | 'other-body' }

/**
 * A question becomes a comment of the consultation that the session is about. The two domains keep locks of their own,
 * so the comment comes first, under a key that is this question's alone: pressed twice, or stopped half way and pressed
 * again, it is the same comment.
 */
export async function fileAsComment(viewer: Viewer, { sessionId, number }: Seen): Promise<Filed> {
  const asked = await transaction(async (tx) => {
    const session = await lockSession(tx, sessionId)
    return session && filing(viewer, session, await questionIn(tx, sessionId, number))
  })
  if (!asked) return { ok: false, why: 'gone' }
  if (!asked.ok) return asked
  const { question, consultationId, lang } = asked
  const entered = await enterComment({
    ...{ consultationId, viewer, lang, channel: 'live', articleId: question.articleId, body: question.body, name: question.displayName },
    ...{ stance: null, replacement: '', contact: null, receivedAt: question.askedAt, formKey: `live:${sessionId}:${number}` },
  })
  if (!entered.ok) return entered
  return change<Filed>(sessionId, async (tx, session) => {
    const may = filing(viewer, session, await questionIn(tx, sessionId, number))
    if (!may.ok) return may
    await store(tx, session, may.question, { commentNumber: entered.number })
    await trace(tx, viewer, session, number, 'question-filed', { facts: { comments: [entered.number] } })
    return { ok: true }
  })
}

function filing(viewer: Viewer, { departmentId, consultationId, lang }: LockedSession, question: Question | null) {
  const here = mayHost(viewer, departmentId)
  if (!here.ok) return here
  const may = mayFile(consultationId !== null, question)
  return may.ok ? ({ ok: true, question: question!, consultationId: consultationId!, lang } as const) : may
}

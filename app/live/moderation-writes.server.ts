import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { liveQuestions } from '#db/schema/live'
import type { Viewer, WhyNotHere } from '~/accounts/rules'
import { record } from '~/record/writes.server'
import { isOfDraft } from './reads.server'
import { mayDecide, mayHandle, mayHost, mayMerge, mayStage, mayTag, mayUnmerge, type DeclineReason, type WhyNotAct } from './rules'
import { change, nextSeq, type LockedSession } from './session-lock-writes.server'

export type Question = typeof liveQuestions.$inferSelect
export type Moderated = { ok: true } | { ok: false; why: WhyNotAct | WhyNotHere | 'gone' }

/** Which question, and as which version the person saw it. */
export type Seen = { sessionId: number; number: number; version: number }

type Act = (tx: Tx, session: LockedSession, question: Question | null) => Promise<Moderated>

export const questionIn = async (tx: Tx, sessionId: number, number: number): Promise<Question | null> =>
  (
    await tx
      .select()
      .from(liveQuestions)
      .where(and(eq(liveQuestions.sessionId, sessionId), eq(liveQuestions.number, number)))
  )[0] ?? null

/** An act of whoever holds the session, behind its lock. */
export const asHost = (viewer: Viewer, { sessionId, number }: Seen, act: Act) =>
  change<Moderated>(sessionId, async (tx, session) => {
    const here = mayHost(viewer, session.departmentId)
    return here.ok ? act(tx, session, await questionIn(tx, sessionId, number)) : here
  })

/** One more version of a question, and the act that made it. */
export const acted = (session: LockedSession) => ({ version: sql`${liveQuestions.version} + 1`, act: session.acts + 1 })

/** Changes a question as the public sees it. */
export const store = (tx: Tx, session: LockedSession, { id }: Question, columns: Partial<Question>) =>
  tx
    .update(liveQuestions)
    .set({ ...columns, seq: nextSeq(session), ...acted(session) })
    .where(eq(liveQuestions.id, id))

export const trace = (
  tx: Tx,
  viewer: Viewer,
  { id, departmentId }: LockedSession,
  number: number,
  act: string,
  more: { why?: string; facts?: object } = {},
) =>
  record(tx, viewer, {
    act,
    subject: 'question',
    subjectId: `${id}/${number}`,
    departmentId,
    ...(more.why && { why: more.why }),
    ...(more.facts && { facts: { ...more.facts } }),
  })

export const publishQuestion = (viewer: Viewer, seen: Seen) =>
  asHost(viewer, seen, async (tx, session, question) => {
    const may = mayDecide(session.stage, question, seen.version, 'published')
    if (!may.ok) return may
    const columns = { state: 'published', publishedAt: question!.publishedAt ?? session.now, decidedBy: viewer.id } as const
    await store(tx, session, question!, { ...columns, declineReason: null, declineNote: '' })
    await trace(tx, viewer, session, seen.number, 'question-published')
    return { ok: true }
  })

/** The asker sees the reason; the public sees neither question nor note, only how many were declined for what. */
export const declineQuestion = (viewer: Viewer, seen: Seen, { reason, note }: { reason: DeclineReason; note: string }) =>
  asHost(viewer, seen, async (tx, session, question) => {
    const may = mayDecide(session.stage, question, seen.version, 'declined')
    if (!may.ok) return may
    const columns = { state: 'declined', declineReason: reason, declineNote: note, decidedBy: viewer.id } as const
    await releaseParts(tx, session, question!.id)
    const disposition = question!.answeredAt ? question!.disposition : null
    const put = { ...columns, pinnedAt: null, stagedAt: null, disposition, dispositionWhy: '' }
    if (question!.publishedAt) await store(tx, session, question!, put)
    else
      await tx
        .update(liveQuestions)
        .set({ ...put, ...acted(session) })
        .where(eq(liveQuestions.id, question!.id))
    await trace(tx, viewer, session, seen.number, 'question-declined', { facts: { reason } })
    return { ok: true }
  })

/**
 * One question becomes part of another: whoever supported both is one person there. Nothing is lost, so it can be undone.
 * One that waited is out from then on, as what it is merged into.
 */
export const mergeQuestion = (viewer: Viewer, seen: Seen, into: number) =>
  asHost(viewer, seen, async (tx, session, question) => {
    const root = into === seen.number ? null : await questionIn(tx, session.id, into)
    const parts = question ? await tx.$count(liveQuestions, eq(liveQuestions.mergedInto, question.id)) : 0
    const may = mayMerge(session.stage, question, seen.version, root, parts)
    if (!may.ok) return may
    const merged = { mergedInto: root!.id, disposition: 'merged', dispositionBefore: before(question!) } as const
    const waited = question!.state === 'pending'
    const out = { state: 'published', publishedAt: session.now, decidedBy: viewer.id } as const
    await store(tx, session, question!, { ...merged, ...(waited && out), pinnedAt: null, stagedAt: null })
    await recount(tx, session, root!.id)
    if (waited) await trace(tx, viewer, session, seen.number, 'question-published')
    await trace(tx, viewer, session, seen.number, 'question-merged', { facts: { into } })
    return { ok: true }
  })

const before = ({ disposition }: Question) => (disposition === 'merged' || disposition === 'withdrawn' ? null : disposition)

export const unmergeQuestion = (viewer: Viewer, seen: Seen) =>
  asHost(viewer, seen, async (tx, session, question) => {
    const may = mayUnmerge(session.stage, question, seen.version)
    if (!may.ok) return may
    const root = question!.mergedInto!
    await store(tx, session, question!, { mergedInto: null, disposition: question!.dispositionBefore, dispositionBefore: null })
    await recount(tx, session, question!.id)
    await recount(tx, session, root)
    await trace(tx, viewer, session, seen.number, 'question-unmerged')
    return { ok: true }
  })

/** What was merged into a question that goes stands for itself again. */
export async function releaseParts(tx: Tx, session: LockedSession, root: number) {
  const parts = await tx.select({ id: liveQuestions.id }).from(liveQuestions).where(eq(liveQuestions.mergedInto, root))
  if (parts.length === 0) return
  const { dispositionBefore } = liveQuestions
  await tx
    .update(liveQuestions)
    .set({ mergedInto: null, disposition: sql`${dispositionBefore}`, dispositionBefore: null })
    .where(eq(liveQuestions.mergedInto, root))
  for (const { id } of parts) await recount(tx, session, id)
}

/** People, not presses: everybody who supported this question or one that is part of it, once. */
export const recount = (tx: Tx, session: LockedSession, id: number) =>
  tx.execute(sql`
    update live_questions q set seq = ${nextSeq(session)}, version = q.version + 1, act = ${session.acts + 1}, residents = c.residents, guests = c.guests
      from (select (count(distinct p.id) filter (where p.resident))::int as residents, (count(distinct p.id) filter (where not p.resident))::int as guests
              from live_questions part join live_supports s on s.question_id = part.id join live_participants p on p.id = s.participant_id
             where part.id = ${id} or part.merged_into = ${id}) c
     where q.id = ${id}`)

type Handling = { pinned: boolean } | { staged: boolean } | { departmentId: number | null; articleId: number | null }

/** Pins it, puts it on the stage in the place of what was there, or says whom and which article it is about. */
export const handleQuestion = (viewer: Viewer, seen: Seen, to: Handling) =>
  asHost(viewer, seen, async (tx, session, question) => {
    const may = mayDo(to, session, question, seen.version)
    if (!may.ok) return may
    if ('articleId' in to && to.articleId !== null && !(await isOfDraft(tx, session.consultationId, to.articleId)))
      return { ok: false, why: 'gone' }
    const replaced = 'staged' in to && to.staged ? await clearStage(tx, viewer, session) : null
    await store(tx, session, question!, columnsOf(to, session.now))
    await trace(tx, viewer, session, seen.number, actOf(to), replaced === null ? {} : { facts: { replaced } })
    return { ok: true }
  })

function mayDo(to: Handling, { stage }: LockedSession, question: Question | null, version: number) {
  if ('staged' in to && to.staged) {
    const may = mayStage(stage, question, version)
    return may.ok && question!.stagedAt ? ({ ok: false, why: 'same' } as const) : may
  }
  return 'departmentId' in to ? mayTag(stage, question, version, to.departmentId) : mayHandle(stage, question, version)
}

const columnsOf = (to: Handling, now: Date): Partial<Question> => {
  if ('pinned' in to) return { pinnedAt: to.pinned ? now : null }
  return 'staged' in to ? { stagedAt: to.staged ? now : null } : to
}

const actOf = (to: Handling) =>
  'pinned' in to
    ? to.pinned
      ? 'question-pinned'
      : 'question-unpinned'
    : 'staged' in to
      ? to.staged
        ? 'question-staged'
        : 'question-unstaged'
      : 'question-tagged'

/** Takes down what stands there, and answers what it was. */
export async function clearStage(tx: Tx, viewer: Viewer, session: LockedSession): Promise<number | null> {
  const cleared = await tx
    .update(liveQuestions)
    .set({ stagedAt: null, seq: nextSeq(session), ...acted(session) })
    .where(and(eq(liveQuestions.sessionId, session.id), isNotNull(liveQuestions.stagedAt)))
    .returning({ number: liveQuestions.number })
  const number = cleared[0]?.number ?? null
  if (number !== null) await trace(tx, viewer, session, number, 'question-unstaged')
  return number
}

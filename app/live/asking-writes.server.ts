import { and, eq, inArray, max, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { liveParticipants, liveQuestions } from '#db/schema/live'
import type { Viewer, WhyNotHere } from '~/accounts/rules'
import { record } from '~/record/writes.server'
import { lookupKey } from '~/sealing.server'
import { acted, recount, releaseParts } from './moderation-writes.server'
import type { Participant } from './participant.server'
import { mayAsk, mayHost, mayWithdraw, secondsToWait, type channels, type State, type WhyNotAsk } from './rules'
import { change, nextSeq, type LockedSession } from './session-lock-writes.server'

export type Ask = { sessionId: number; participant: Participant; body: string; name: string; formKey: string }
export type Asked = { ok: true; number: number; state: State } | { ok: false; why: WhyNotAsk | 'other-body' | 'gone'; seconds?: number }

/** A participant's question. The same form, or the same words, sent again answer with the number they have. */
export const askQuestion = ({ sessionId, participant, body, name, formKey }: Ask): Promise<Asked> =>
  change<Asked>(sessionId, async (tx, session) => {
    const formPrint = lookupKey('form', JSON.stringify([sessionId, participant.key, body, name]))
    const earlier = await earlierQuestion(tx, formKey)
    if (earlier) return earlier.formPrint === formPrint ? { ok: true, ...answerOf(earlier) } : { ok: false, why: 'other-body' }
    const asker = await askerOf(tx, sessionId, participant)
    const shownName = session.naming === 'anonymous' ? '' : name
    const may = mayAsk(session.stage, session, asker, shownName, session.now)
    const said = asker && (may.ok || may.why === 'slow' || may.why === 'too-many') ? await sameOf(tx, asker.id, body) : null
    if (said) return { ok: true, ...answerOf(said) }
    if (!may.ok) return { ...may, ...(may.why === 'slow' && { seconds: secondsToWait(session, asker!, session.now) }) }
    const participantId = asker?.id ?? (await join(tx, sessionId, participant))
    const out = session.premoderated ? {} : ({ state: 'published', publishedAt: session.now, seq: nextSeq(session) } as const)
    return insert(tx, session, { participantId, body, displayName: shownName, formKey, formPrint, ...out })
  })

export type Entry = {
  sessionId: number
  viewer: Viewer
  channel: Exclude<(typeof channels)[number], 'web'>
  body: string
  name: string
  formKey: string
}

/** Clerk's entry 代录: what is asked aloud in the hall or handed in on paper, with the same number and the same clock. It is out at once. */
export const enterQuestion = ({ sessionId, viewer, channel, body, name, formKey }: Entry) =>
  change<Asked | { ok: false; why: WhyNotHere | 'not-now' }>(sessionId, async (tx, session) => {
    const here = mayHost(viewer, session.departmentId)
    if (!here.ok) return here
    const formPrint = lookupKey('form', JSON.stringify([sessionId, viewer.id, channel, body, name]))
    const earlier = await earlierQuestion(tx, formKey)
    if (earlier) return earlier.formPrint === formPrint ? { ok: true, ...answerOf(earlier) } : { ok: false, why: 'other-body' }
    if (session.stage === 'prepared' || session.stage === 'closed') return { ok: false, why: 'not-now' }
    const out = { state: 'published', publishedAt: session.now, seq: nextSeq(session), decidedBy: viewer.id } as const
    const made = await insert(tx, session, { channel, enteredBy: viewer.id, body, displayName: name, formKey, formPrint, ...out })
    if (!made.ok) return made
    const { departmentId } = session
    const subjectId = `${sessionId}/${made.number}`
    await record(tx, viewer, { act: 'question-entered', subject: 'question', subjectId, departmentId, facts: { channel } })
    return made
  })

type Columns = Omit<typeof liveQuestions.$inferInsert, 'sessionId' | 'number' | 'askedAt'>

/** Its form may have been taken by another session at this very moment. */
async function insert(tx: Tx, session: LockedSession, columns: Columns) {
  const number = (session.lastNumber += 1)
  const values = { ...columns, sessionId: session.id, number, askedAt: session.now, act: session.acts + 1 }
  const [made] = await tx
    .insert(liveQuestions)
    .values(values)
    .onConflictDoNothing({ target: liveQuestions.formKey })
    .returning({ number: liveQuestions.number, state: liveQuestions.state })
  return made ? ({ ok: true, ...made } as const) : ({ ok: false, why: 'other-body' } as const)
}

async function earlierQuestion(tx: Tx, formKey: string) {
  const [row] = await tx.select().from(liveQuestions).where(eq(liveQuestions.formKey, formKey))
  return row ?? null
}

/** Back, and sent once more: a form with another key and the same words. */
async function sameOf(tx: Tx, participantId: number, body: string) {
  const [row] = await tx
    .select({ number: liveQuestions.number, state: liveQuestions.state })
    .from(liveQuestions)
    .where(
      and(
        eq(liveQuestions.participantId, participantId),
        eq(liveQuestions.body, body),
        inArray(liveQuestions.state, ['pending', 'published']),
      ),
    )
  return row ?? null
}

const answerOf = ({ number, state }: { number: number; state: State }) => ({ number, state })

async function askerOf(tx: Tx, sessionId: number, { key }: Participant) {
  const [row] = await tx
    .select({
      id: liveParticipants.id,
      mutedUntil: liveParticipants.mutedUntil,
      bannedAt: liveParticipants.bannedAt,
      asked: sql<number>`(count(${liveQuestions.id}) filter (where ${liveQuestions.state} <> 'withdrawn'))::int`,
      lastAskedAt: max(liveQuestions.askedAt),
    })
    .from(liveParticipants)
    .leftJoin(liveQuestions, eq(liveQuestions.participantId, liveParticipants.id))
    .where(and(eq(liveParticipants.sessionId, sessionId), eq(liveParticipants.key, key)))
    .groupBy(liveParticipants.id)
  return row ?? null
}

async function join(tx: Tx, sessionId: number, { key, resident }: Participant): Promise<number> {
  const [made] = await tx.insert(liveParticipants).values({ sessionId, key, resident }).returning({ id: liveParticipants.id })
  return made!.id
}

/** The asker takes a question back. What was public stays counted under its number, without its words. */
export const withdrawQuestion = (sessionId: number, participant: Participant, number: number) =>
  change<{ ok: true } | { ok: false; why: 'over' | 'gone' }>(sessionId, async (tx, session) => {
    const [found] = await tx
      .select({
        id: liveQuestions.id,
        state: liveQuestions.state,
        publishedAt: liveQuestions.publishedAt,
        mergedInto: liveQuestions.mergedInto,
      })
      .from(liveQuestions)
      .innerJoin(liveParticipants, eq(liveParticipants.id, liveQuestions.participantId))
      .where(and(eq(liveQuestions.sessionId, sessionId), eq(liveQuestions.number, number), eq(liveParticipants.key, participant.key)))
    if (!found) return { ok: false, why: 'gone' }
    const may = mayWithdraw(session.stage, found.state)
    if (!may.ok) return may
    const wasOut = found.publishedAt !== null
    await releaseParts(tx, session, found.id)
    await tx
      .update(liveQuestions)
      .set({
        state: 'withdrawn',
        withdrawnAt: session.now,
        disposition: wasOut ? 'withdrawn' : null,
        mergedInto: null,
        dispositionBefore: null,
        stagedAt: null,
        pinnedAt: null,
        ...acted(session),
        ...(wasOut && { seq: nextSeq(session) }),
      })
      .where(eq(liveQuestions.id, found.id))
    if (found.mergedInto !== null) await recount(tx, session, found.mergedInto)
    return { ok: true }
  })

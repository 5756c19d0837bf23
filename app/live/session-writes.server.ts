import { randomInt } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { liveAnswerers, liveQuestions, liveSessions } from '#db/schema/live'
import type { Viewer, WhyNotHere } from '~/accounts/rules'
import { refused, allowed } from '~/decision'
import { record, type Act } from '~/record/writes.server'
import { clearStage } from './moderation-writes.server'
import { isEarly, mayHost, mayStep, ANSWERERS_MOST, type Naming, type Stage, type Unfinished, type WhyNotStep } from './rules'
import { change, nextSeq, type LockedSession } from './session-lock-writes.server'

export type Session = {
  title: string
  lang: string
  summary: string
  houseRules: string
  openDayId: number | null
  consultationId: number | null
  startsAt: Date
  endsAt: Date
  naming: Naming
  premoderated: boolean
  questionsMost: number
  answerWithinDays: number
}

const line = ({ id, departmentId }: { id: number; departmentId: number }, act: string): Act => ({
  act,
  subject: 'live',
  subjectId: id,
  departmentId,
})

/** Six digits that no session has, or had: an old poster leads to no other hall. */
const freeCode = sql<string>`(select lpad(n::text, 6, '0') from (select (${randomInt(1e6)} + g * 7919) % 1000000 as n from generate_series(0, 999) g) c
  where not exists (select from live_sessions s where s.code = lpad(c.n::text, 6, '0')) limit 1)`

export const createSession = (viewer: Viewer, departmentId: number, given: Session) =>
  transaction(async (tx) => {
    const here = mayHost(viewer, departmentId)
    if (!here.ok) return here
    const [made] = await tx
      .insert(liveSessions)
      .values({ ...given, departmentId, createdBy: viewer.id, code: freeCode })
      .returning({ id: liveSessions.id, departmentId: liveSessions.departmentId, code: liveSessions.code })
    await record(tx, viewer, line(made!, 'live-created'))
    return { ok: true, id: made!.id, code: made!.code } as const
  })

type Changed = { ok: true } | { ok: false; why: WhyNotHere | WhyNotStep | 'too-many' | 'gone' }

const asHost = (viewer: Viewer, id: number, act: (tx: Tx, session: LockedSession) => Promise<Changed>) =>
  change<Changed>(id, async (tx, session) => {
    const here = mayHost(viewer, session.departmentId)
    return here.ok ? act(tx, session) : here
  })

/** Title, times, rules and limits. Where people have taken part already, the numbers they know stay theirs. */
export const changeSession = (viewer: Viewer, id: number, given: Session) =>
  asHost(viewer, id, async (tx, session) => {
    if (session.stage === 'closed') return refused('not-now')
    await tx.update(liveSessions).set(given).where(eq(liveSessions.id, id))
    nextSeq(session)
    await record(tx, viewer, line(session, 'live-changed'))
    return allowed
  })

/** Slow mode: so many seconds between two questions of one participant; 0 ends it. */
export const slowDown = (viewer: Viewer, id: number, slowSeconds: number) =>
  asHost(viewer, id, async (tx, session) => {
    if (session.stage === 'closed') return refused('not-now')
    await tx.update(liveSessions).set({ slowSeconds }).where(eq(liveSessions.id, id))
    nextSeq(session)
    await record(tx, viewer, { ...line(session, 'live-slowed'), facts: { seconds: slowSeconds } })
    return allowed
  })

const instants = {
  announced: (now: Date, by: string) => ({ announcedAt: now, announcedBy: by }),
  open: (now: Date, by: string) => ({ openedAt: now, openedBy: by }),
  ended: (now: Date, by: string) => ({ endedAt: now, endedBy: by }),
  closed: (now: Date, by: string) => ({ closedAt: now, closedBy: by }),
}

/** Announces, opens, ends or closes. To close it, every public question must have what becomes of it, and what was said in the hall must be written down. `sure`: it is to open however early. */
export const takeStep = (viewer: Viewer, id: number, to: Exclude<Stage, 'prepared'>, { sure = false } = {}) =>
  asHost(viewer, id, async (tx, session) => {
    const early = !sure && isEarly(session, session.now)
    const may = mayStep(to, session.stage, { answerers: await presentIn(tx, id), ...(await unfinishedIn(tx, id)), early })
    if (!may.ok) return may
    if (to === 'ended') await clearStage(tx, viewer, session)
    await tx.update(liveSessions).set(instants[to](session.now, viewer.id)).where(eq(liveSessions.id, id))
    nextSeq(session)
    await record(tx, viewer, line(session, `live-${to}`))
    return allowed
  })

/** Those nobody has read yet keep a session open too: silence is no answer. */
async function unfinishedIn(tx: Tx, sessionId: number): Promise<Unfinished> {
  const { state, disposition, unrecorded } = liveQuestions
  const inSession = eq(liveQuestions.sessionId, sessionId)
  return {
    waiting: await tx.$count(liveQuestions, and(inSession, eq(state, 'pending'))),
    undecided: await tx.$count(liveQuestions, and(inSession, eq(state, 'published'), isNull(disposition))),
    unrecorded: await tx.$count(liveQuestions, and(inSession, eq(state, 'published'), eq(disposition, 'live'), unrecorded)),
  }
}

const presentIn = (tx: Tx, sessionId: number) =>
  tx.$count(liveAnswerers, and(eq(liveAnswerers.sessionId, sessionId), isNull(liveAnswerers.removedAt)))

export const addAnswerer = (viewer: Viewer, id: number, answerer: { departmentId: number; name: string; office: string }) =>
  asHost(viewer, id, async (tx, session) => {
    if (session.stage === 'closed') return refused('not-now')
    if ((await presentIn(tx, id)) >= ANSWERERS_MOST) return refused('too-many')
    await tx.insert(liveAnswerers).values({ ...answerer, sessionId: id })
    nextSeq(session)
    await record(tx, viewer, line(session, 'answerer-added'))
    return allowed
  })

/** Whoever answered stays beside the answer; the list of those who may answer loses them. */
export const removeAnswerer = (viewer: Viewer, id: number, answererId: number) =>
  asHost(viewer, id, async (tx, session) => {
    if (session.stage === 'closed') return refused('not-now')
    const removed = await tx
      .update(liveAnswerers)
      .set({ removedAt: session.now })
      .where(and(eq(liveAnswerers.sessionId, id), eq(liveAnswerers.id, answererId), isNull(liveAnswerers.removedAt)))
      .returning({ id: liveAnswerers.id })
    if (removed.length === 0) return refused('gone')
    nextSeq(session)
    await record(tx, viewer, line(session, 'answerer-removed'))
    return allowed
  })

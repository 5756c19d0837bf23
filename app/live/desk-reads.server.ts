import { and, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { articles, consultations } from '#db/schema/consultations'
import { liveAnswerers, liveAnswers, liveParticipants, liveQuestions, liveSessions, liveSupports } from '#db/schema/live'
import { openDays } from '#db/schema/open-days'
import type { Viewer } from '~/accounts/rules'
import { onClock } from './clocks.server'
import { BURST_MINUTES, isBurst, mayAnswer, maySeeDesk, stageOf } from './rules'
import { isId } from '~/web/ids'

const now = sql<Date>`app_now()`.mapWith(liveSessions.createdAt)
const department = { id: departments.id, name: departments.name, nameEn: departments.nameEn }
const waiting = sql<number>`(select count(*) from live_questions w where w.session_id = live_sessions.id and w.state = 'pending')::int`
const undecided = sql<number>`(select count(*) from live_questions u where u.session_id = live_sessions.id
  and u.state = 'published' and u.disposition is null)::int`
const unrecorded = sql<number>`(select count(*) from live_questions r where r.session_id = live_sessions.id
  and r.state = 'published' and r.disposition = 'live' and r.unrecorded)::int`

/** Everything in the viewer's reach, the newest first. */
export async function sessionsForDesk(viewer: Viewer) {
  const rows = await db
    .select({ session: liveSessions, department, waiting, undecided })
    .from(liveSessions)
    .innerJoin(departments, eq(departments.id, liveSessions.departmentId))
    .where(viewer.departmentId === null ? undefined : eq(liveSessions.departmentId, viewer.departmentId))
    .orderBy(desc(liveSessions.startsAt), desc(liveSessions.id))
  return rows.map(({ session, ...row }) => ({ ...session, ...row, stage: stageOf(session) }))
}

const numberIn = (given: string | undefined) => {
  const wanted = Number(given)
  return isId(wanted) ? wanted : null
}

async function sessionRow(id: number | null) {
  if (id === null) return null
  const [row] = await db
    .select({
      session: liveSessions,
      department,
      unfinished: { waiting, undecided, unrecorded },
      consultation: { id: consultations.id, slug: consultations.slug, title: consultations.title, lang: consultations.lang },
      openDay: { id: openDays.id, slug: openDays.slug, title: openDays.title, lang: openDays.lang },
      now,
    })
    .from(liveSessions)
    .innerJoin(departments, eq(departments.id, liveSessions.departmentId))
    .leftJoin(consultations, eq(consultations.id, liveSessions.consultationId))
    .leftJoin(openDays, eq(openDays.id, liveSessions.openDayId))
    .where(eq(liveSessions.id, id))
  if (!row) return null
  const { session, ...rest } = row
  return { ...session, ...rest, stage: stageOf(session) }
}

/** One session as its hosts see it; null where the viewer may not know that it is there. */
export async function sessionAtDesk(viewer: Viewer | null, id: string | undefined) {
  const session = await sessionRow(numberIn(id))
  return session && maySeeDesk(viewer, session.departmentId).ok ? session : null
}

/** The session of another department in which the viewer's owes the answer to this question. */
export async function sessionOwing(viewer: Viewer, id: string | undefined, number: string | undefined) {
  const [session, wanted] = [await sessionRow(numberIn(id)), numberIn(number)]
  if (!session || wanted === null || viewer.departmentId === null) return null
  const owed = await db.$count(
    liveQuestions,
    and(
      eq(liveQuestions.sessionId, session.id),
      eq(liveQuestions.number, wanted),
      owes,
      eq(liveQuestions.departmentId, viewer.departmentId),
    ),
  )
  return owed > 0 ? session : null
}

const owes = and(eq(liveQuestions.state, 'published'), eq(liveQuestions.disposition, 'written'))

/** Answers in writing that are still to be given. */
const stillOwed = (about?: SQL) =>
  db
    .select({
      hostId: liveSessions.departmentId,
      sessionId: liveSessions.id,
      title: liveSessions.title,
      lang: liveSessions.lang,
      number: liveQuestions.number,
      body: liveQuestions.body,
      disposition: liveQuestions.disposition,
      answeredAt: liveQuestions.answeredAt,
      endedAt: liveSessions.endedAt,
      answerWithinDays: liveSessions.answerWithinDays,
      department,
      now,
    })
    .from(liveQuestions)
    .innerJoin(liveSessions, eq(liveSessions.id, liveQuestions.sessionId))
    .innerJoin(departments, eq(departments.id, liveQuestions.departmentId))
    .where(and(owes, isNull(liveQuestions.answeredAt), about))
    .orderBy(liveSessions.startsAt, liveQuestions.number)

/** Those of one session, whoever owes them, each with until when; `zone`: the county's. */
export const answersOwedIn = async (sessionId: number, zone: string) => onTheirClock(await stillOwed(eq(liveSessions.id, sessionId)), zone)

/** Those that this person may give, those of the oldest session first. */
export async function answersOwed(viewer: Viewer, zone: string) {
  const rows = await stillOwed(viewer.departmentId === null ? undefined : eq(liveQuestions.departmentId, viewer.departmentId))
  const theirs = rows.filter(({ hostId, department }) => mayAnswer(viewer, { departmentId: hostId }, department.id).ok)
  return onTheirClock(theirs, zone)
}

const onTheirClock = (rows: Awaited<ReturnType<typeof stillOwed>>, zone: string) =>
  onClock(
    rows.map(({ hostId: _host, ...row }) => row),
    zone,
    (row) => row,
  )

export type DeskSession = NonNullable<Awaited<ReturnType<typeof sessionAtDesk>>>

// Asked once, not for every row.
const since = (minutes: number) => sql`(select app_now() - ${minutes} * interval '1 minute')`

/** What guests supported in the last minutes and in as many before them, by question: few rows, however many supports there are. */
const guestsLately = (sessionId: number) =>
  db
    .select({
      questionId: liveSupports.questionId,
      lately: sql<number>`count(*) filter (where ${liveSupports.at} > ${since(BURST_MINUTES)})::int`.as('lately'),
      before: sql<number>`count(*) filter (where ${liveSupports.at} <= ${since(BURST_MINUTES)})::int`.as('before'),
    })
    .from(liveSupports)
    .innerJoin(liveParticipants, eq(liveParticipants.id, liveSupports.participantId))
    .where(
      and(
        eq(liveParticipants.sessionId, sessionId),
        eq(liveParticipants.resident, false),
        sql`${liveSupports.at} > ${since(2 * BURST_MINUTES)}`,
      ),
    )
    .groupBy(liveSupports.questionId)
    .as('guests_lately')

/** All questions of a session with who asked them as far as the desk may know: which questions are the same asker's, and whether they are barred. */
export async function questionsAtDesk(sessionId: number) {
  const into = alias(liveQuestions, 'into')
  const guests = guestsLately(sessionId)
  const rows = await db
    .select({
      question: liveQuestions,
      into: into.number,
      asker: {
        id: liveParticipants.id,
        resident: liveParticipants.resident,
        mutedUntil: liveParticipants.mutedUntil,
        bannedAt: liveParticipants.bannedAt,
      },
      lately: guests.lately,
      before: guests.before,
    })
    .from(liveQuestions)
    .leftJoin(into, eq(into.id, liveQuestions.mergedInto))
    .leftJoin(liveParticipants, eq(liveParticipants.id, liveQuestions.participantId))
    .leftJoin(guests, eq(guests.questionId, liveQuestions.id))
    .where(eq(liveQuestions.sessionId, sessionId))
    .orderBy(liveQuestions.number)
  return rows.map(
    ({ question: { formKey: _key, formPrint: _print, participantId: _participant, ...question }, into, asker, lately, before }) => ({
      ...question,
      into,
      asker,
      burst: lately !== null && isBurst(lately, before ?? 0) ? lately : null,
    }),
  )
}

export type DeskQuestion = Awaited<ReturnType<typeof questionsAtDesk>>[number]

/** Published consultations and open days of a department that a session may be about. */
export const linksFor = async (departmentId: number) => {
  const [drafts, days] = await Promise.all([
    db
      .select({ id: consultations.id, title: consultations.title, lang: consultations.lang })
      .from(consultations)
      .where(and(eq(consultations.departmentId, departmentId), isNotNull(consultations.publishedAt)))
      .orderBy(desc(consultations.id)),
    db
      .select({ id: openDays.id, title: openDays.title, lang: openDays.lang })
      .from(openDays)
      .where(and(eq(openDays.departmentId, departmentId), isNotNull(openDays.publishedAt)))
      .orderBy(desc(openDays.id)),
  ])
  return { consultations: drafts, openDays: days }
}

/** The articles of the draft that a session is about. */
export const articlesFor = async (consultationId: number | null) =>
  consultationId === null
    ? []
    : db
        .select({ id: articles.id, label: articles.label, title: articles.title })
        .from(articles)
        .where(and(eq(articles.consultationId, consultationId), eq(articles.commentable, true)))
        .orderBy(articles.position)

/** Those who may answer now. */
export const presentAnswerers = (sessionId: number) =>
  db
    .select({ id: liveAnswerers.id, name: liveAnswerers.name, office: liveAnswerers.office, departmentId: liveAnswerers.departmentId })
    .from(liveAnswerers)
    .where(and(eq(liveAnswerers.sessionId, sessionId), isNull(liveAnswerers.removedAt)))
    .orderBy(liveAnswerers.id)

/** Under which name and in which office this person last wrote down an answer. */
export async function lastAnswererOf(userId: string) {
  const [last] = await db
    .select({ name: liveAnswerers.name, office: liveAnswerers.office })
    .from(liveAnswers)
    .innerJoin(liveAnswerers, eq(liveAnswerers.id, liveAnswers.answererId))
    .where(eq(liveAnswers.enteredBy, userId))
    .orderBy(desc(liveAnswers.id))
    .limit(1)
  return last ?? null
}

import { and, asc, desc, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db, type Tx } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { articles, consultations } from '#db/schema/consultations'
import { liveAnswerers, liveAnswers, liveParticipants, liveQuestions, liveSessions } from '#db/schema/live'
import { openDays } from '#db/schema/open-days'
import { ownMark } from './board'
import type { Participant } from './participant.server'
import { isShown, stageOf } from './rules'

const now = sql<Date>`app_now()`.mapWith(liveSessions.createdAt)
const department = { id: departments.id, name: departments.name, nameEn: departments.nameEn }
const shownSession = {
  id: liveSessions.id,
  code: liveSessions.code,
  departmentId: liveSessions.departmentId,
  title: liveSessions.title,
  lang: liveSessions.lang,
  summary: liveSessions.summary,
  houseRules: liveSessions.houseRules,
  startsAt: liveSessions.startsAt,
  endsAt: liveSessions.endsAt,
  naming: liveSessions.naming,
  premoderated: liveSessions.premoderated,
  questionsMost: liveSessions.questionsMost,
  slowSeconds: liveSessions.slowSeconds,
  answerWithinDays: liveSessions.answerWithinDays,
  seq: liveSessions.seq,
  announcedAt: liveSessions.announcedAt,
  openedAt: liveSessions.openedAt,
  endedAt: liveSessions.endedAt,
  closedAt: liveSessions.closedAt,
}

/** An announced session by its join code, with what it is linked to; null for anything else. */
export async function sessionByCode(code: string | undefined) {
  const [row] = await db
    .select({
      ...shownSession,
      department,
      openDay: { slug: openDays.slug, title: openDays.title, lang: openDays.lang },
      consultation: { id: consultations.id, slug: consultations.slug, title: consultations.title, lang: consultations.lang },
      now,
    })
    .from(liveSessions)
    .innerJoin(departments, eq(departments.id, liveSessions.departmentId))
    .leftJoin(openDays, and(eq(openDays.id, liveSessions.openDayId), isNotNull(openDays.publishedAt)))
    .leftJoin(consultations, and(eq(consultations.id, liveSessions.consultationId), isNotNull(consultations.publishedAt)))
    .where(and(eq(liveSessions.code, code ?? ''), isNotNull(liveSessions.announcedAt)))
  return row ? { ...row, stage: stageOf(row) } : null
}

export type PublicSession = NonNullable<Awaited<ReturnType<typeof sessionByCode>>>

const announced = (about?: SQL) =>
  db
    .select({ ...shownSession, department, now })
    .from(liveSessions)
    .innerJoin(departments, eq(departments.id, liveSessions.departmentId))
    .where(and(isNotNull(liveSessions.announcedAt), about))
    .orderBy(
      sql`${liveSessions.endedAt} is not null`,
      asc(sql`case when ${liveSessions.endedAt} is null then ${liveSessions.startsAt} end`),
      desc(liveSessions.startsAt),
    )

const listed = (rows: Awaited<ReturnType<typeof announced>>) => rows.map((row) => ({ ...row, stage: stageOf(row) }))

/** What is announced, on or over; what is on or to come first, the soonest on top. */
export const publicSessions = async () => listed(await announced())

export const sessionsAboutDraft = async (consultationId: number) => listed(await announced(eq(liveSessions.consultationId, consultationId)))

export const sessionsOfDay = async (openDayId: number) => listed(await announced(eq(liveSessions.openDayId, openDayId)))

/** What is on or to come. */
export const nextSessions = async (limit: number) => listed(await announced().limit(limit)).filter(({ endedAt }) => !endedAt)

/** Who answers, and those who did and were removed since. */
export const answerersOf = (sessionId: number) =>
  db
    .select({
      id: liveAnswerers.id,
      name: liveAnswerers.name,
      office: liveAnswerers.office,
      removedAt: liveAnswerers.removedAt,
      department,
    })
    .from(liveAnswerers)
    .innerJoin(departments, eq(departments.id, liveAnswerers.departmentId))
    .where(eq(liveAnswerers.sessionId, sessionId))
    .orderBy(liveAnswerers.id)

const owing = alias(departments, 'owing')

/** Every question that was public once and changed after `since`. Never one that waits or was declined unseen. */
async function questionsSince(sessionId: number, since: number) {
  const rows = await db
    .select({
      id: liveQuestions.id,
      number: liveQuestions.number,
      seq: sql<number>`${liveQuestions.seq}`.mapWith(Number),
      state: liveQuestions.state,
      mergedInto: liveQuestions.mergedInto,
      body: liveQuestions.body,
      name: liveQuestions.displayName,
      channel: liveQuestions.channel,
      publishedAt: liveQuestions.publishedAt,
      pinnedAt: liveQuestions.pinnedAt,
      stagedAt: liveQuestions.stagedAt,
      answeredAt: liveQuestions.answeredAt,
      disposition: liveQuestions.disposition,
      dispositionWhy: liveQuestions.dispositionWhy,
      residents: liveQuestions.residents,
      guests: liveQuestions.guests,
      department: { name: owing.name, nameEn: owing.nameEn },
      article: { anchor: articles.anchor, label: articles.label, position: articles.position },
      parts: sql<number[]>`array(select p.number from live_questions p where p.merged_into = ${liveQuestions.id} order by p.number)`,
    })
    .from(liveQuestions)
    .leftJoin(owing, eq(owing.id, liveQuestions.departmentId))
    .leftJoin(articles, eq(articles.id, liveQuestions.articleId))
    .where(and(eq(liveQuestions.sessionId, sessionId), isNotNull(liveQuestions.publishedAt), sql`${liveQuestions.seq} > ${since}`))
    .orderBy(liveQuestions.number)
  const answers = await answersOf(rows.filter(isShown).map(({ id }) => id))
  const shown = rows.filter(isShown).map(({ id, seq: _seq, state: _state, mergedInto: _into, article, publishedAt, ...row }) => ({
    ...row,
    publishedAt: publishedAt!,
    article,
    articlePosition: article?.position ?? null,
    answers: answers.get(id) ?? [],
  }))
  return { shown, gone: rows.filter((row) => !isShown(row)).map(({ number }) => number) }
}

export type BoardQuestion = Awaited<ReturnType<typeof questionsSince>>['shown'][number]

/** What was answered to each, oldest first; a correction says what it corrects. */
export async function answersOf(questionIds: number[]) {
  if (questionIds.length === 0) return new Map<number, Answer[]>()
  const rows = await db
    .select({
      questionId: liveAnswers.questionId,
      id: liveAnswers.id,
      way: liveAnswers.way,
      body: liveAnswers.body,
      corrects: liveAnswers.corrects,
      why: liveAnswers.why,
      at: liveAnswers.at,
      name: liveAnswerers.name,
      office: liveAnswerers.office,
      department: departments.name,
      departmentEn: departments.nameEn,
    })
    .from(liveAnswers)
    .innerJoin(liveAnswerers, eq(liveAnswerers.id, liveAnswers.answererId))
    .innerJoin(departments, eq(departments.id, liveAnswerers.departmentId))
    .where(inArray(liveAnswers.questionId, questionIds))
    .orderBy(liveAnswers.id)
  const found = new Map<number, Answer[]>()
  for (const { questionId, ...answer } of rows) found.set(questionId, [...(found.get(questionId) ?? []), answer])
  return found
}

type Answer = {
  id: number
  way: 'live' | 'written'
  body: string
  corrects: number | null
  why: string
  at: Date
  name: string
  office: string
  department: string
  departmentEn: string
}

const boardState = {
  id: liveSessions.id,
  code: liveSessions.code,
  seq: liveSessions.seq,
  slowSeconds: liveSessions.slowSeconds,
  announcedAt: liveSessions.announcedAt,
  openedAt: liveSessions.openedAt,
  endedAt: liveSessions.endedAt,
  closedAt: liveSessions.closedAt,
}

/**
 * What the public sees of a session that changed after the number `since`; from 0 the whole board. The number it
 * answers is read before the questions: what changes in between is told again with the next, never missed.
 */
export async function boardSince(sessionId: number, since = 0) {
  const [state] = await db
    .select(boardState)
    .from(liveSessions)
    .where(and(eq(liveSessions.id, sessionId), isNotNull(liveSessions.announcedAt)))
  if (!state) return null
  const { shown, gone } = state.seq > since ? await questionsSince(sessionId, since) : { shown: [], gone: [] }
  return { since, seq: state.seq, stage: stageOf(state), slowSeconds: state.slowSeconds, questions: shown, gone: since === 0 ? [] : gone }
}

export type Board = NonNullable<Awaited<ReturnType<typeof boardSince>>>

/** What a participant alone sees: their questions with what became of each, what they support, and whether they are kept from asking. */
export async function ownOf(sessionId: number, participant: Participant | null) {
  const [person] = participant
    ? await db
        .select({
          id: liveParticipants.id,
          mutedUntil: liveParticipants.mutedUntil,
          bannedAt: liveParticipants.bannedAt,
          why: liveParticipants.barredWhy,
        })
        .from(liveParticipants)
        .where(and(eq(liveParticipants.sessionId, sessionId), eq(liveParticipants.key, participant.key)))
    : []
  if (!person) return withMark({ questions: [], supported: [], mutedUntil: null, banned: false, why: '' })
  const into = alias(liveQuestions, 'into')
  const [questions, supported] = await Promise.all([
    db
      .select({
        number: liveQuestions.number,
        body: liveQuestions.body,
        state: liveQuestions.state,
        askedAt: liveQuestions.askedAt,
        answeredAt: liveQuestions.answeredAt,
        declineReason: liveQuestions.declineReason,
        declineNote: liveQuestions.declineNote,
        disposition: liveQuestions.disposition,
        dispositionWhy: liveQuestions.dispositionWhy,
        // The number first: by the first column drizzle tells whether there is any.
        root: { number: into.number, disposition: into.disposition, dispositionWhy: into.dispositionWhy, answeredAt: into.answeredAt },
      })
      .from(liveQuestions)
      .leftJoin(into, eq(into.id, liveQuestions.mergedInto))
      .where(eq(liveQuestions.participantId, person.id))
      .orderBy(desc(liveQuestions.number)),
    db.execute<{ number: number }>(sql`
      select distinct coalesce(root.number, q.number) as number from live_supports s join live_questions q on q.id = s.question_id
        left join live_questions root on root.id = q.merged_into where s.participant_id = ${person.id} order by 1`),
  ])
  const { mutedUntil, bannedAt, why } = person
  return withMark({ questions, supported: supported.map(({ number }) => number), mutedUntil, banned: bannedAt !== null, why })
}

const withMark = <O extends Parameters<typeof ownMark>[0]>(own: O) => ({ ...own, mark: ownMark(own) })

export type Own = Awaited<ReturnType<typeof ownOf>>

/** Whether an article is of the draft that a session is about. */
export const isOfDraft = async (tx: Tx, consultationId: number | null, articleId: number) =>
  consultationId !== null && (await tx.$count(articles, and(eq(articles.id, articleId), eq(articles.consultationId, consultationId)))) === 1

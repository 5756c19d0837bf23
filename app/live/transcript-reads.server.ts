import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { articles } from '#db/schema/consultations'
import { liveQuestions, liveSessions } from '#db/schema/live'
import { answersOf } from './reads.server'

const owing = alias(departments, 'owing')

/** How many were not shown, by reason: the public ledger of what moderators did. */
export async function declinedCounts(sessionId: number) {
  const rows = await db
    .select({ reason: liveQuestions.declineReason, count: sql<number>`count(*)::int` })
    .from(liveQuestions)
    .where(and(eq(liveQuestions.sessionId, sessionId), eq(liveQuestions.state, 'declined')))
    .groupBy(liveQuestions.declineReason)
    .orderBy(liveQuestions.declineReason)
  return rows.map(({ reason, count }) => ({ reason: reason!, count }))
}

/** Everything that was public, in the order of its numbers, also what became part of another or was taken back. */
export async function transcriptOf(sessionId: number) {
  const into = alias(liveQuestions, 'into')
  const rows = await db
    .select({
      id: liveQuestions.id,
      number: liveQuestions.number,
      state: liveQuestions.state,
      body: liveQuestions.body,
      name: liveQuestions.displayName,
      channel: liveQuestions.channel,
      askedAt: liveQuestions.askedAt,
      publishedAt: liveQuestions.publishedAt,
      answeredAt: liveQuestions.answeredAt,
      disposition: liveQuestions.disposition,
      dispositionWhy: liveQuestions.dispositionWhy,
      residents: liveQuestions.residents,
      guests: liveQuestions.guests,
      commentNumber: liveQuestions.commentNumber,
      mergedInto: into.number,
      department: { name: owing.name, nameEn: owing.nameEn },
      article: { anchor: articles.anchor, label: articles.label },
    })
    .from(liveQuestions)
    .leftJoin(into, eq(into.id, liveQuestions.mergedInto))
    .leftJoin(owing, eq(owing.id, liveQuestions.departmentId))
    .leftJoin(articles, eq(articles.id, liveQuestions.articleId))
    .where(
      and(
        eq(liveQuestions.sessionId, sessionId),
        inArray(liveQuestions.state, ['published', 'withdrawn']),
        isNotNull(liveQuestions.publishedAt),
      ),
    )
    .orderBy(liveQuestions.number)
  const answers = await answersOf(rows.map(({ id }) => id))
  return rows.map(({ id, body, name, ...row }) => ({
    ...row,
    // Taken back by the asker: its number stays, its words go.
    body: row.state === 'withdrawn' ? '' : body,
    name: row.state === 'withdrawn' ? '' : name,
    answers: row.state === 'withdrawn' ? [] : (answers.get(id) ?? []),
  }))
}

export type TranscriptQuestion = Awaited<ReturnType<typeof transcriptOf>>[number]

/** Questions of sessions about a draft, by the anchor of the article they were tagged with. */
export const answeredOnArticles = (consultationId: number) =>
  db
    .select({
      anchor: articles.anchor,
      code: liveSessions.code,
      number: liveQuestions.number,
      body: liveQuestions.body,
      answeredAt: liveQuestions.answeredAt,
    })
    .from(liveQuestions)
    .innerJoin(liveSessions, eq(liveSessions.id, liveQuestions.sessionId))
    .innerJoin(articles, eq(articles.id, liveQuestions.articleId))
    .where(and(eq(articles.consultationId, consultationId), eq(liveQuestions.state, 'published'), isNull(liveQuestions.mergedInto)))
    .orderBy(articles.position, liveQuestions.number)

import { and, eq, gt, inArray, isNotNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '#db/connection.server'
import { liveParticipants, liveQuestions, liveSessions } from '#db/schema/live'

/** How far these sessions are: asked once a second by each process for those somebody watches. */
export const versionsOf = (ids: number[]) =>
  db.select({ id: liveSessions.id, seq: liveSessions.seq, acts: liveSessions.acts }).from(liveSessions).where(inArray(liveSessions.id, ids))

/** Whose questions an act changed after this one, or changed what they are part of. */
export async function askersSince(sessionId: number, acts: number): Promise<string[]> {
  const changed = alias(liveQuestions, 'changed')
  const rows = await db
    .selectDistinct({ key: liveParticipants.key })
    .from(changed)
    .innerJoin(liveQuestions, or(eq(liveQuestions.id, changed.id), eq(liveQuestions.mergedInto, changed.id)))
    .innerJoin(liveParticipants, eq(liveParticipants.id, liveQuestions.participantId))
    .where(and(eq(changed.sessionId, sessionId), gt(changed.act, acts)))
  return rows.map(({ key }) => key)
}

/** Who is banned from these sessions: their connections end. */
export async function bannedFrom(ids: number[]): Promise<string[]> {
  const rows = await db
    .select({ key: liveParticipants.key })
    .from(liveParticipants)
    .where(and(inArray(liveParticipants.sessionId, ids), isNotNull(liveParticipants.bannedAt)))
  return rows.map(({ key }) => key)
}

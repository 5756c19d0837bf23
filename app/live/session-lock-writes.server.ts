import { eq, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { liveSessions } from '#db/schema/live'
import { changed } from './changed'
import { stageOf, type Stage } from './rules'

/** `following`: the number of what this act changes, should the public see it. */
export type LockedSession = typeof liveSessions.$inferSelect & { stage: Stage; now: Date; following: number }

const now = sql<Date>`app_now()`.mapWith(liveSessions.createdAt)

/** Holds one session until the transaction ends: numbers, tallies and the sequence are given out behind this lock alone. */
export async function lockSession(tx: Tx, id: number): Promise<LockedSession | null> {
  const [held] = await tx.select({ session: liveSessions, now }).from(liveSessions).where(eq(liveSessions.id, id)).for('no key update')
  return held ? { ...held.session, stage: stageOf(held.session), now: held.now, following: held.session.seq + 1 } : null
}

type Refusal = { ok: false }

/**
 * One act on a session: lock, ask the rule, write. The act is counted and, where the public board is another than
 * before, the sequence goes on by one; both in the act's own transaction. Who watches is told after the commit.
 */
export async function change<R extends { ok: true } | Refusal>(
  id: number,
  act: (tx: Tx, session: LockedSession) => Promise<R>,
): Promise<R | { ok: false; why: 'gone' }> {
  const answer = await transaction(async (tx): Promise<R | { ok: false; why: 'gone' }> => {
    const session = await lockSession(tx, id)
    if (!session) return { ok: false, why: 'gone' }
    const done = await act(tx, session)
    if (!done.ok) return done
    const { lastNumber, seq, acts } = session
    await tx
      .update(liveSessions)
      .set({ lastNumber, seq, acts: acts + 1 })
      .where(eq(liveSessions.id, id))
    return done
  })
  if (answer.ok) changed(id)
  return answer
}

/** The number under which everything that this act changes on the public board is found again: one for the whole act. */
export const nextSeq = (session: LockedSession) => (session.seq = session.following)

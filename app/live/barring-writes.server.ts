import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { liveParticipants } from '#db/schema/live'
import type { Viewer, WhyNotHere } from '~/accounts/rules'
import { questionIn, trace } from './moderation-writes.server'
import { mayBar, mayHost } from './rules'
import { change } from './session-lock-writes.server'

export type Barring = { do: 'mute'; minutes: number; why: string } | { do: 'ban'; why: string } | { do: 'lift' }

/**
 * Keeps whoever asked this question from asking for a while, or from taking part at all. Nobody's name is needed: the
 * question is what was wrong. Answers the key of the participant, whose connections end.
 */
export const barAsker = (viewer: Viewer, sessionId: number, number: number, barring: Barring) =>
  change<{ ok: true; key: string } | { ok: false; why: WhyNotHere | 'banned' | 'gone' }>(sessionId, async (tx, session) => {
    const here = mayHost(viewer, session.departmentId)
    if (!here.ok) return here
    const question = await questionIn(tx, sessionId, number)
    if (!question?.participantId) return { ok: false, why: 'gone' }
    const may = mayBar(await barredAs(tx, question.participantId), barring.do)
    if (!may.ok) return may
    const lifted = barring.do === 'lift'
    const [barred] = await tx
      .update(liveParticipants)
      .set({
        mutedUntil: barring.do === 'mute' ? new Date(session.now.getTime() + barring.minutes * 60_000) : null,
        bannedAt: barring.do === 'ban' ? session.now : null,
        barredBy: lifted ? null : viewer.id,
        barredWhy: lifted ? '' : barring.why,
      })
      .where(and(eq(liveParticipants.sessionId, sessionId), eq(liveParticipants.id, question.participantId)))
      .returning({ key: liveParticipants.key })
    const act = { mute: 'asker-muted', ban: 'asker-banned', lift: 'asker-let-in' }[barring.do]
    await trace(tx, viewer, session, number, act, { why: lifted ? '' : barring.why })
    return { ok: true, key: barred!.key }
  })

async function barredAs(tx: Tx, participantId: number) {
  const { mutedUntil, bannedAt, id } = liveParticipants
  const [row] = await tx.select({ mutedUntil, bannedAt }).from(liveParticipants).where(eq(id, participantId))
  return row!
}

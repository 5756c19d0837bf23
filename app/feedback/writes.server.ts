import { eq, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { feedback } from '#db/schema/feedback'
import { allowed, refused } from '~/decision'
import { readCode, seal } from '~/sealing.server'
import { markOf } from './reads.server'
import { mayAnswer, type Ease } from './rules'
import { holdVisit } from './visit-reads.server'

export type Answer = { overall: number; ease: Ease; good: string; better: string; suggested: boolean }

/** Answers, or changes the answer: a code has one. Leaves no line in the record, which would say who answered when. */
export const giveFeedback = (code: string, { overall, ease, good, better, suggested }: Answer) =>
  transaction(async (tx) => {
    const found = await holdVisit(tx, code)
    if (!found) return refused('unknown')
    const may = mayAnswer(found.visit, found.slot, found.day, found.now)
    if (!may.ok) return may
    const said = { overall, ease, suggested, good: good ? seal(good) : null, better: better ? seal(better) : null }
    await tx
      .insert(feedback)
      .values({ ...said, openDayId: found.openDayId, mark: markOf(readCode(code)!) })
      .onConflictDoUpdate({ target: feedback.mark, set: said })
    return allowed
  })

/** What visitors wrote goes with what else they told about themselves. Their marks stay, and no code and no key file leads to them any more. */
export const forgetFeedback = (tx: Tx, openDayId: number) =>
  tx
    .update(feedback)
    .set({ good: null, better: null, mark: sql`gen_random_uuid()::text`, forgottenAt: sql`app_now()` })
    .where(eq(feedback.openDayId, openDayId))

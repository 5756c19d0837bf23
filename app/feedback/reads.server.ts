import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { feedback } from '#db/schema/feedback'
import { lookupKey, readCode, unseal } from '~/sealing.server'
import { isUuid } from '~/web/ids'
import { countsOf, FEWEST_SHOWN } from './rules'

/** The mark of a code: equal for the same code, and without the key file it leads back to nothing. */
export const markOf = (code: string) => lookupKey('feedback', code)

const marks = { overall: feedback.overall, ease: feedback.ease }

export const feedbackCounts = async (openDayId: number, on: Db | Tx = db) =>
  countsOf(await on.select(marks).from(feedback).where(eq(feedback.openDayId, openDayId)))

const texts = (row: { good: Buffer | null; better: Buffer | null }) => ({
  good: row.good ? unseal(row.good) : '',
  better: row.better ? unseal(row.better) : '',
})

/** What the holder of this code answered; null while they have not. */
export async function ownFeedback(typed: string) {
  const code = readCode(typed)
  const [row] = code
    ? await db
        .select()
        .from(feedback)
        .where(eq(feedback.mark, markOf(code)))
    : []
  return row ? { overall: row.overall, ease: row.ease, suggested: row.suggested, ...texts(row) } : null
}

/**
 * What staff may read: in no order that says when, and while few answered only what its author handed in as a
 * suggestion.
 */
export async function feedbackTexts(openDayId: number) {
  const rows = await db
    .select({ id: feedback.id, good: feedback.good, better: feedback.better, suggested: feedback.suggested })
    .from(feedback)
    .where(and(eq(feedback.openDayId, openDayId), or(isNotNull(feedback.good), isNotNull(feedback.better))))
    .orderBy(asc(feedback.id))
  const few = (await db.$count(feedback, eq(feedback.openDayId, openDayId))) < FEWEST_SHOWN
  return rows
    .filter(({ suggested }) => suggested || !few)
    .map(({ id, suggested, ...row }) => ({ id, suggested, ...texts(row), ...(few ? { good: '' } : {}) }))
}

/** A text that its author handed in as a suggestion. */
export async function suggestedText(openDayId: number, id: string | null): Promise<string> {
  if (!isUuid(id)) return ''
  const [row] = await db
    .select({ better: feedback.better })
    .from(feedback)
    .where(and(eq(feedback.id, id), eq(feedback.openDayId, openDayId), eq(feedback.suggested, true)))
  return row?.better ? unseal(row.better) : ''
}

/** How many visitors were asked so far; null while nobody was. */
export async function askedOf(openDayId: number): Promise<number | null> {
  const [row] = await db.execute<{ told: number | null }>(
    sql`select sum(r.told)::int as told from feedback_rounds r join slots s on s.id = r.slot_id where s.open_day_id = ${openDayId}`,
  )
  return row?.told ?? null
}

import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { consultations } from '#db/schema/consultations'

// Without the long texts: these rows are read under lock at every comment.
const { sourceText: _source, explanatoryNote: _note, ...light } = getTableColumns(consultations)
const now = sql<Date>`app_now()`.mapWith(consultations.createdAt)

/** Locks the consultation and gives the next comment its number; a refusal after it must end the transaction. */
export async function takeCommentNumber(tx: Tx, consultationId: number) {
  const [row] = await tx
    .update(consultations)
    .set({ lastCommentNumber: sql`${consultations.lastCommentNumber} + 1` })
    .where(eq(consultations.id, consultationId))
    .returning({ ...light, now })
  if (!row) throw new Error(`no consultation ${consultationId}`)
  const { now: at, ...consultation } = row
  return { number: consultation.lastCommentNumber, consultation, now: at }
}

export async function takePointNumber(tx: Tx, consultationId: number): Promise<number> {
  const [row] = await tx
    .update(consultations)
    .set({ lastPointNumber: sql`${consultations.lastPointNumber} + 1` })
    .where(eq(consultations.id, consultationId))
    .returning({ number: consultations.lastPointNumber })
  if (!row) throw new Error(`no consultation ${consultationId}`)
  return row.number
}

/** Holds the row until the transaction ends; null when it is not there. */
export async function lockConsultation(tx: Tx, id: number) {
  const [row] = await tx.select({ ...light, now }).from(consultations).where(eq(consultations.id, id)).for('update')
  return row ?? null
}

/** The instant of the first report; a later revision does not move it. */
export async function markReported(tx: Tx, id: number) {
  await tx
    .update(consultations)
    .set({ reportedAt: sql`coalesce(${consultations.reportedAt}, app_now())` })
    .where(eq(consultations.id, id))
}

import { and, desc, eq } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { moderations, objections } from '#db/schema/moderation'

export type Moderation = typeof moderations.$inferSelect
export type Objection = typeof objections.$inferSelect

/** What was decided about a comment's visibility, with its objections, newest first; null while it waits. For its author and the desk. */
export async function moderationOf(consultationId: number, number: number): Promise<(Moderation & { objections: Objection[] }) | null> {
  const [moderation] = await db
    .select()
    .from(moderations)
    .where(and(eq(moderations.consultationId, consultationId), eq(moderations.number, number)))
  if (!moderation) return null
  return { ...moderation, objections: await objectionsTo(consultationId, number) }
}

const objectionsTo = (consultationId: number, number: number) =>
  db
    .select()
    .from(objections)
    .where(and(eq(objections.consultationId, consultationId), eq(objections.number, number)))
    .orderBy(desc(objections.id))

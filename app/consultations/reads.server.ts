import { and, asc, eq, getTableColumns, isNotNull, sql } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { articles, consultations } from '#db/schema/consultations'
import { isDesk, reaches, type Viewer } from '~/accounts/rules'

const { sourceText, ...notice } = getTableColumns(consultations)
const department = { id: departments.id, name: departments.name, nameEn: departments.nameEn, phone: departments.phone }
const now = sql<Date>`app_now()`.mapWith(consultations.createdAt)

// Prepared at first use: the pool is opened only when somebody asks.
const once = <T>(make: () => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

const bySlug = once(() =>
  db
    .select({ ...notice, department, now })
    .from(consultations)
    .innerJoin(departments, eq(departments.id, consultations.departmentId))
    .where(and(eq(consultations.slug, sql.placeholder('slug')), isNotNull(consultations.publishedAt)))
    .prepare('consultation_by_slug'),
)

export type PublicConsultation = Awaited<ReturnType<typeof consultationBySlug>> & object

/** A published consultation with its department and the database's now; null for anything else. */
export async function consultationBySlug(slug: string) {
  const [row] = await bySlug().execute({ slug })
  return row ?? null
}

const LARGEST_ID = 2_147_483_647

/** A consultation in any state; null when it is not there or not in the viewer's department. */
export async function consultationForDesk(id: number | string | undefined, viewer: Viewer | null) {
  const wanted = Number(id)
  if (!isDesk(viewer) || !Number.isInteger(wanted) || wanted < 1 || wanted > LARGEST_ID) return null
  const [row] = await db
    .select({ ...notice, sourceText, department, now })
    .from(consultations)
    .innerJoin(departments, eq(departments.id, consultations.departmentId))
    .where(eq(consultations.id, wanted))
  return row && reaches(viewer, row.departmentId) ? row : null
}

export type DeskConsultation = Awaited<ReturnType<typeof consultationForDesk>> & object

const articlesInOrder = once(() =>
  db.select().from(articles).where(eq(articles.consultationId, sql.placeholder('id'))).orderBy(asc(articles.position)).prepare('articles_of'),
)

export type Article = typeof articles.$inferSelect

/** The units of the draft in order; joined they are its source. */
export const articlesOf = (consultationId: number): Promise<Article[]> => articlesInOrder().execute({ id: consultationId })

import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { db, prepared } from '#db/connection.server'
import { accounts, departments } from '#db/schema/accounts'
import { articles, consultationFiles, consultations } from '#db/schema/consultations'
import { files } from '#db/schema/files'
import { isDesk, reaches, type Viewer } from '~/accounts/rules'
import { actorsOn, hasActedOn, hasActedWithin } from '~/record/reads.server'
import { preparingActs as reportingActs } from '~/reports/rules'
import { preparingActs, type Tab } from './rules'
import { isId } from '~/web/ids'

const { sourceText, ...notice } = getTableColumns(consultations)
// Who prepared and who published it, what was sent back and why, stays in the office.
const { preparedBy: _by, submittedBy: _sender, publishedBy: _publisher, returnedWhy: _why, sourceName: _file, ...published } = notice
const department = { id: departments.id, name: departments.name, nameEn: departments.nameEn, phone: departments.phone }
const now = sql<Date>`app_now()`.mapWith(consultations.createdAt)
const attachments = sql<number>`(select count(*)::int from consultation_files f where f.consultation_id = ${consultations.id})`
const sessions = sql<number>`(select count(*)::int from live_sessions l where l.consultation_id = ${consultations.id} and l.announced_at is not null)`
const ofDepartment = eq(departments.id, consultations.departmentId)

const bySlug = prepared(() =>
  db
    .select({ ...published, department, attachments, sessions, now })
    .from(consultations)
    .innerJoin(departments, ofDepartment)
    .where(and(eq(consultations.slug, sql.placeholder('slug')), isNotNull(consultations.publishedAt)))
    .prepare('consultation_by_slug'),
)

export type PublicConsultation = NonNullable<Awaited<ReturnType<typeof consultationBySlug>>>

/** A published consultation with its department and the database's now; null for anything else. */
export async function consultationBySlug(slug: string | undefined) {
  const [row] = await bySlug().execute({ slug: slug ?? '' })
  return row ?? null
}

/** A consultation in any state; null when it is not there or not in the viewer's department. */
export async function consultationForDesk(id: number | string | undefined, viewer: Viewer | null) {
  const wanted = Number(id)
  if (!isDesk(viewer) || !isId(wanted)) return null
  const [row] = await db
    .select({ ...notice, sourceText, department, preparedByName: accounts.name, now })
    .from(consultations)
    .innerJoin(departments, ofDepartment)
    .innerJoin(accounts, eq(accounts.id, consultations.preparedBy))
    .where(eq(consultations.id, wanted))
  return row && reaches(viewer, row.departmentId) ? row : null
}

export type DeskConsultation = NonNullable<Awaited<ReturnType<typeof consultationForDesk>>>

const articlesInOrder = prepared(() =>
  db
    .select()
    .from(articles)
    .where(eq(articles.consultationId, sql.placeholder('id')))
    .orderBy(asc(articles.position))
    .prepare('articles_of'),
)

export type Article = typeof articles.$inferSelect

/** The units of the draft in order; joined they are its source. */
export const articlesOf = (consultationId: number): Promise<Article[]> => articlesInOrder().execute({ id: consultationId })

const attached = { id: files.id, name: files.name, mediaType: files.mediaType, size: files.size, sha256: files.sha256 }

const filesInOrder = prepared(() =>
  db
    .select(attached)
    .from(consultationFiles)
    .innerJoin(files, eq(files.id, consultationFiles.fileId))
    .where(eq(consultationFiles.consultationId, sql.placeholder('id')))
    .orderBy(asc(consultationFiles.position))
    .prepare('files_of'),
)

export const filesOf = (consultationId: number) => filesInOrder().execute({ id: consultationId })

export type AttachedFile = Awaited<ReturnType<typeof filesOf>>[number]

export const fileOf = async (consultationId: number, fileId: string | undefined) =>
  (await filesOf(consultationId)).find((file) => file.id === fileId) ?? null

const inTab: Record<Tab, SQL> = {
  open: sql`${consultations.reportedAt} is null and ${consultations.closesAt} >= app_now()`,
  closed: sql`${consultations.reportedAt} is null and ${consultations.closesAt} < app_now()`,
  reported: sql`${consultations.reportedAt} is not null`,
}
// What closes first stands first; of what is over, the newest.
const inOrder: Record<Tab, SQL> = {
  open: sql`${consultations.opensAt} > app_now(), ${consultations.closesAt}`,
  closed: desc(consultations.closesAt),
  reported: desc(consultations.reportedAt),
}

const listed = {
  id: consultations.id,
  slug: consultations.slug,
  title: consultations.title,
  lang: consultations.lang,
  summary: consultations.summary,
  submittedAt: consultations.submittedAt,
  publishedAt: consultations.publishedAt,
  opensAt: consultations.opensAt,
  closesAt: consultations.closesAt,
  reportedAt: consultations.reportedAt,
  comments: consultations.lastCommentNumber,
  department,
  now,
}

type Wanted = { tab: Tab; departmentId?: number; limit: number; offset?: number }

export const consultationsIn = ({ tab, departmentId, limit, offset = 0 }: Wanted) =>
  db
    .select(listed)
    .from(consultations)
    .innerJoin(departments, ofDepartment)
    .where(
      and(
        isNotNull(consultations.publishedAt),
        inTab[tab],
        departmentId === undefined ? undefined : eq(consultations.departmentId, departmentId),
      ),
    )
    .orderBy(inOrder[tab], desc(consultations.id))
    .limit(limit)
    .offset(offset)

export type ListedConsultation = Awaited<ReturnType<typeof consultationsIn>>[number]

/** How many stand under each tab. */
export async function tabCounts(departmentId?: number): Promise<Record<Tab, number>> {
  const count = (tab: Tab) => sql<number>`count(*) filter (where ${inTab[tab]})::int`
  const [row] = await db
    .select({ open: count('open'), closed: count('closed'), reported: count('reported') })
    .from(consultations)
    .where(and(isNotNull(consultations.publishedAt), departmentId === undefined ? undefined : eq(consultations.departmentId, departmentId)))
  return row!
}

/** Departments that have published something, for the filter. */
export const publishingDepartments = () =>
  db
    .selectDistinct(department)
    .from(departments)
    .innerJoin(consultations, and(ofDepartment, isNotNull(consultations.publishedAt)))
    .orderBy(departments.id)

export const newestPublished = (limit: number) =>
  db
    .select(listed)
    .from(consultations)
    .innerJoin(departments, ofDepartment)
    .where(isNotNull(consultations.publishedAt))
    .orderBy(desc(consultations.publishedAt))
    .limit(limit)

const reportWaits = sql<boolean>`exists (select from reports r where r.consultation_id = ${consultations.id} and r.submitted_at is not null and r.published_at is null)`

/** Everything in the viewer's reach, what is in work first. */
export async function consultationsForDesk(viewer: Viewer) {
  const reach = viewer.departmentId === null ? undefined : eq(consultations.departmentId, viewer.departmentId)
  return db
    .select({
      ...listed,
      ownNotice: hasActedOn(viewer.id, 'consultation', consultations.id, preparingActs),
      // Asked only while a report waits: thousands of lines may have to be looked through.
      ownReport: sql<boolean>`case when ${reportWaits} then ${hasActedWithin(viewer.id, consultations.id, reportingActs)} else false end`,
      objections: sql<number>`(select count(*) from objections o where o.consultation_id = ${consultations.id}
        and o.answered_at is null and o.against <> ${viewer.id})::int`,
      returnedWhy: consultations.returnedWhy,
      unmoderated: sql<number>`(select count(*) from comments c where c.consultation_id = ${consultations.id} and c.withdrawn_at is null
        and not exists (select from moderations m where m.consultation_id = c.consultation_id and m.number = c.number))::int`,
      unsorted: sql<number>`(select count(*) from comments c where c.consultation_id = ${consultations.id} and c.fate is null)::int`,
      reportSubmitted: reportWaits,
    })
    .from(consultations)
    .innerJoin(departments, ofDepartment)
    .where(reach)
    .orderBy(desc(isNull(consultations.reportedAt)), desc(consultations.id))
}

export type DeskRow = Awaited<ReturnType<typeof consultationsForDesk>>[number]

/** Reported so long ago that their residents' contacts are due to go, and none of them gone yet. */
export async function consultationsToForget(): Promise<number[]> {
  const rows = await db
    .select({ id: consultations.id })
    .from(consultations)
    .where(
      sql`${consultations.reportedAt} + make_interval(days => coalesce(${consultations.contactKeptDays}, (select contact_kept_days from county))) < app_now()
        and exists (select from comments c where c.consultation_id = ${consultations.id} and c.contact is not null)`,
    )
  return rows.map(({ id }) => id)
}

export async function departmentNamed(id: number): Promise<string> {
  const [row] = await db.select({ name: departments.name }).from(departments).where(eq(departments.id, id))
  return row?.name ?? ''
}

/** How many units of a draft can be commented on. */
export const commentableUnits = (id: number) => db.$count(articles, and(eq(articles.consultationId, id), articles.commentable))

/** Everyone whose hand is in the notice or the draft. */
export const preparersOf = (id: number) => actorsOn('consultation', id, preparingActs)

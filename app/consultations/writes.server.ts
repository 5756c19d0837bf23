import { and, eq, getTableColumns, inArray, max, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { articles, consultationFiles, consultations } from '#db/schema/consultations'
import type { Viewer } from '~/accounts/rules'
import { theCounty } from '~/county/reads.server'
import { allowed, refused } from '~/decision'
import type { CheckedFile } from '~/files/sniff.server'
import { removeFile, storeFile } from '~/files/writes.server'
import { actorsOn } from '~/record/reads.server'
import { record } from '~/record/writes.server'
import { effectiveOpening, FILES_MOST, mayDecide, mayEdit, mayPrepare, mayPublish, maySubmit, missingIn, preparingActs } from './rules'

// Without the long texts: these rows are read under lock at every comment.
const { sourceText: _source, explanatoryNote: _note, ...light } = getTableColumns(consultations)
const now = sql<Date>`app_now()`.mapWith(consultations.createdAt)

/** Locks the consultation and gives the next comment its number, or the first of `count`; a refusal after it must end the transaction. */
export async function takeCommentNumber(tx: Tx, consultationId: number, count = 1) {
  const [row] = await tx
    .update(consultations)
    .set({ lastCommentNumber: sql`${consultations.lastCommentNumber} + ${count}` })
    .where(eq(consultations.id, consultationId))
    .returning({ ...light, now })
  if (!row) throw new Error(`no consultation ${consultationId}`)
  const { now: at, ...consultation } = row
  return { number: consultation.lastCommentNumber - count + 1, consultation, now: at }
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
  const [row] = await tx
    .select({ ...light, now })
    .from(consultations)
    .where(eq(consultations.id, id))
    .for('update')
  return row ?? null
}

/** The instant of the first report; a later revision does not move it. */
export async function markReported(tx: Tx, id: number) {
  await tx
    .update(consultations)
    .set({ reportedAt: sql`coalesce(${consultations.reportedAt}, app_now())` })
    .where(eq(consultations.id, id))
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockConsultation>>>

export const leave = (
  tx: Tx,
  viewer: Viewer,
  c: Pick<Locked, 'id' | 'departmentId'>,
  act: string,
  more: { why?: string; facts?: Record<string, unknown> } = {},
) => record(tx, viewer, { act, subject: 'consultation', subjectId: c.id, departmentId: c.departmentId, ...more })

export async function locked(tx: Tx, id: number): Promise<Locked> {
  const row = await lockConsultation(tx, id)
  if (!row) throw new Error(`no consultation ${id}`)
  return row
}

export async function createConsultation(viewer: Viewer, title: string) {
  const decision = mayPrepare(viewer)
  if (!decision.ok) return decision
  return transaction(async (tx) => {
    const departmentId = viewer.departmentId!
    const [made] = await tx
      .insert(consultations)
      .values({ slug: crypto.randomUUID(), departmentId, title, preparedBy: viewer.id })
      .returning({ id: consultations.id })
    const id = made!.id
    // A short address that can be read out: year and number.
    await tx
      .update(consultations)
      .set({ slug: sql`extract(year from app_now())::text || '-' || ${id}::text` })
      .where(eq(consultations.id, id))
    await leave(tx, viewer, { id, departmentId }, 'consultation-created')
    return { ...allowed, id }
  })
}

type NoticeFields = Pick<
  typeof consultations.$inferInsert,
  | 'title'
  | 'summary'
  | 'explanatoryNote'
  | 'legalBasis'
  | 'opensAt'
  | 'closesAt'
  | 'shortPeriodReason'
  | 'access'
  | 'nameMode'
  | 'contactPerson'
  | 'contactPhone'
  | 'contactEmail'
  | 'contactAddress'
  | 'lang'
>

export async function saveNotice(viewer: Viewer, id: number, notice: NoticeFields) {
  return transaction(async (tx) => {
    const c = await locked(tx, id)
    const decision = mayEdit(viewer, c)
    if (!decision.ok) return decision
    const [before] = await tx.select().from(consultations).where(eq(consultations.id, id))
    const fields = Object.keys(notice).filter(
      (field) => String(notice[field as keyof NoticeFields]) !== String(before![field as keyof NoticeFields]),
    )
    await tx.update(consultations).set(notice).where(eq(consultations.id, id))
    if (fields.length > 0) await leave(tx, viewer, c, 'notice-changed', { facts: { fields } })
    return allowed
  })
}

export async function attachFiles(viewer: Viewer, id: number, given: readonly CheckedFile[]) {
  return transaction(async (tx) => {
    const c = await locked(tx, id)
    const decision = mayEdit(viewer, c)
    if (!decision.ok) return decision
    const attached = await tx.$count(consultationFiles, eq(consultationFiles.consultationId, id))
    if (attached + given.length > FILES_MOST) return refused('too-many-files')
    const [{ last }] = (await tx
      .select({ last: max(consultationFiles.position) })
      .from(consultationFiles)
      .where(eq(consultationFiles.consultationId, id))) as [{ last: number | null }]
    for (const [i, file] of given.entries()) {
      const fileId = await storeFile(tx, file, viewer.id)
      await tx.insert(consultationFiles).values({ consultationId: id, fileId, position: (last ?? 0) + i + 1 })
    }
    await leave(tx, viewer, c, 'files-attached', { facts: { files: given.length } })
    return allowed
  })
}

export async function detachFile(viewer: Viewer, id: number, fileId: string) {
  return transaction(async (tx) => {
    const c = await locked(tx, id)
    const decision = mayEdit(viewer, c)
    if (!decision.ok) return decision
    const gone = await tx
      .delete(consultationFiles)
      .where(and(eq(consultationFiles.consultationId, id), inArray(consultationFiles.fileId, [fileId])))
      .returning()
    if (gone.length === 0) return refused('no-such-file')
    await removeFile(tx, fileId)
    await leave(tx, viewer, c, 'file-removed')
    return allowed
  })
}

/** What the notice lacks, read under the lock. */
async function missing(tx: Tx, c: Locked, zone: string) {
  const [{ explanatoryNote }] = (await tx
    .select({ explanatoryNote: consultations.explanatoryNote })
    .from(consultations)
    .where(eq(consultations.id, c.id))) as [{ explanatoryNote: string }]
  const commentable = await tx.$count(articles, and(eq(articles.consultationId, c.id), articles.commentable))
  return missingIn({ ...c, explanatoryNote }, commentable, c.now, zone)
}

export async function requestApproval(viewer: Viewer, id: number, zone: string) {
  return transaction(async (tx) => {
    const c = await locked(tx, id)
    const lacks = await missing(tx, c, zone)
    const decision = maySubmit(viewer, c, lacks)
    if (!decision.ok) return { ...decision, missing: lacks }
    await tx
      .update(consultations)
      .set({ submittedAt: sql`app_now()`, submittedBy: viewer.id, returnedWhy: null })
      .where(eq(consultations.id, id))
    await leave(tx, viewer, c, 'approval-requested')
    return allowed
  })
}

const preparersOf = (tx: Tx, id: number) => actorsOn('consultation', id, preparingActs, tx)

/** Goes out under the lock: of two publishers at once the second is told that it is out already. */
export async function publishConsultation(viewer: Viewer, id: number, zone: string) {
  return transaction(async (tx) => {
    const c = await locked(tx, id)
    const lacks = await missing(tx, c, zone)
    const decision = mayPublish(viewer, c, { preparers: await preparersOf(tx, id), missing: lacks, now: c.now })
    if (!decision.ok) return { ...decision, missing: lacks }
    const opensAt = effectiveOpening(c.opensAt!, c.now)
    const { contactKeptDays } = await theCounty()
    await tx
      .update(consultations)
      .set({ publishedAt: c.now, publishedBy: viewer.id, opensAt, contactKeptDays })
      .where(eq(consultations.id, id))
    await leave(tx, viewer, c, 'consultation-published', { why: c.shortPeriodReason, facts: { opensAt, closesAt: c.closesAt } })
    return allowed
  })
}

export async function returnConsultation(viewer: Viewer, id: number, why: string) {
  return transaction(async (tx) => {
    const c = await locked(tx, id)
    const decision = mayDecide(viewer, c, await preparersOf(tx, id))
    if (!decision.ok) return decision
    await tx.update(consultations).set({ submittedAt: null, submittedBy: null, returnedWhy: why }).where(eq(consultations.id, id))
    await leave(tx, viewer, c, 'consultation-returned', { why })
    return allowed
  })
}

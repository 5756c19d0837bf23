import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { inadmissibles, pointComments, points } from '#db/schema/reports'
import type { Viewer } from '~/accounts/rules'
import { settleComment } from '~/comments/writes.server'
import { lockConsultation, takePointNumber } from '~/consultations/writes.server'
import { record, type Act } from '~/record/writes.server'
import { hasArticle, workOf, type Work } from './desk-reads.server'
import { mayWork, wordingOf, type Disposition, type InadmissibleReason, type WhyNoWork } from './rules'

export type WhyNoPoint = WhyNoWork | 'unknown-comment' | 'unknown-point' | 'unknown-article' | 'withdrawn' | 'nothing-chosen' | 'same-point'
type Answer<T = object> = ({ ok: true } & T) | { ok: false; why: WhyNoPoint }
type Desk = { tx: Tx; viewer: Viewer; id: number; departmentId: number; work: Work; now: Date }
type Where = { viewer: Viewer; consultationId: number }

const no = (why: WhyNoPoint): { ok: false; why: WhyNoPoint } => ({ ok: false, why })

/**
 * One staff act on the points: the consultation is locked first, so two people sorting, a clerk entering and a
 * publisher publishing follow one another.
 */
function atDesk<T>({ viewer, consultationId }: Where, act: (desk: Desk) => Promise<Answer<T>>): Promise<Answer<T>> {
  return transaction(async (tx) => {
    const consultation = await lockConsultation(tx, consultationId)
    if (!consultation) return no('not-your-department')
    const { departmentId, now } = consultation
    const work = await workOf(consultationId, tx)
    const may = mayWork(work.facts, viewer, departmentId, now)
    return may.ok ? act({ tx, viewer, id: consultationId, departmentId, work, now }) : may
  })
}

const note = (
  { tx, viewer, departmentId, id }: Desk,
  act: string,
  subject: Act['subject'],
  number: number,
  facts?: Act['facts'],
  why?: string,
) => record(tx, viewer, { act, subject, subjectId: `${id}/${number}`, departmentId, facts, why })

const pointNumbered = ({ work }: Desk, number: number) => work.points.find((point) => point.number === number)

function faultOf({ work }: Desk, numbers: readonly number[]): WhyNoPoint | null {
  const fates = new Map(work.facts.comments.map((comment) => [comment.number, comment.fate]))
  if (numbers.some((number) => !fates.has(number))) return 'unknown-comment'
  return numbers.some((number) => fates.get(number) === 'withdrawn') ? 'withdrawn' : null
}

async function settle({ tx, id }: Desk, number: number, fate: 'in_points' | 'inadmissible' | null) {
  const settled = await settleComment(tx, { consultationId: id, number, fate })
  if (!settled.ok) throw new Error(`comment ${id}/${number} cannot be settled: ${settled.why}`)
}

/** Out of points and refusals, so that it can be put anywhere. */
async function lift(desk: Desk, number: number) {
  const { tx, id } = desk
  await tx.delete(pointComments).where(and(eq(pointComments.consultationId, id), eq(pointComments.number, number)))
  await tx.delete(inadmissibles).where(and(eq(inadmissibles.consultationId, id), eq(inadmissibles.number, number)))
  await settle(desk, number, null)
}

async function put(desk: Desk, number: number, pointIds: readonly number[]) {
  await settle(desk, number, 'in_points')
  await desk.tx
    .insert(pointComments)
    .values(pointIds.map((pointId) => ({ consultationId: desk.id, pointId, number })))
    .onConflictDoNothing()
}

/** Comments that lost their last point are unaccounted for again. */
async function freeLeftovers(desk: Desk, numbers: readonly number[]) {
  for (const number of numbers) {
    const [left] = await desk.tx
      .select({ one: sql`1` })
      .from(pointComments)
      .where(and(eq(pointComments.consultationId, desk.id), eq(pointComments.number, number)))
      .limit(1)
    if (!left) await settle(desk, number, null)
  }
}

export type NewPoint = { summary: string; articleId: number | null }

async function addPoint(desk: Desk, { summary, articleId }: NewPoint) {
  const number = await takePointNumber(desk.tx, desk.id)
  const [row] = await desk.tx
    .insert(points)
    .values({ consultationId: desk.id, number, summary, articleId, createdBy: desk.viewer.id })
    .returning({ id: points.id })
  await note(desk, 'point-created', 'point', number)
  return { id: row!.id, number }
}

export const createPoint = (where: Where, given: NewPoint): Promise<Answer<{ number: number }>> =>
  atDesk<{ number: number }>(where, async (desk) => {
    if (!(await hasArticle(desk.id, given.articleId, desk.tx))) return no('unknown-article')
    return { ok: true, number: (await addPoint(desk, given)).number }
  })

/** The points of one comment, and of those with the same words that a person ticked: exactly these, and a new one if given. */
export function sortComments(
  where: Where,
  { numbers, into, newPoint }: { numbers: readonly number[]; into: readonly number[]; newPoint: NewPoint | null },
): Promise<Answer<{ point: number | null }>> {
  return atDesk<{ point: number | null }>(where, async (desk) => {
    const fault = faultOf(desk, numbers)
    if (fault) return no(fault)
    if (into.length === 0 && !newPoint) return no('nothing-chosen')
    const chosen = into.map((number) => pointNumbered(desk, number))
    if (chosen.some((point) => !point)) return no('unknown-point')
    if (newPoint && !(await hasArticle(desk.id, newPoint.articleId, desk.tx))) return no('unknown-article')
    const added = newPoint && (await addPoint(desk, newPoint))
    const ids = [...chosen.map((point) => point!.id), ...(added ? [added.id] : [])]
    for (const number of numbers) {
      await lift(desk, number)
      await put(desk, number, ids)
      await note(desk, 'comment-sorted', 'comment', number, { points: [...into, ...(added ? [added.number] : [])] })
    }
    return { ok: true, point: added?.number ?? null }
  })
}

/** The whole comment is not taken up, for a reason from the public list. */
export function refuseComment(
  where: Where,
  number: number,
  { reason, note: why }: { reason: InadmissibleReason; note: string },
): Promise<Answer> {
  return atDesk<object>(where, async (desk) => {
    const fault = faultOf(desk, [number])
    if (fault) return no(fault)
    await lift(desk, number)
    await settle(desk, number, 'inadmissible')
    await desk.tx.insert(inadmissibles).values({ consultationId: desk.id, number, reason, note: why, decidedBy: desk.viewer.id })
    await note(desk, 'comment-refused', 'comment', number, { reason })
    return { ok: true }
  })
}

export type PointContent = NewPoint & {
  disposition: Disposition | null
  reason: string
  textBefore: string
  textAfter: string
  newPassage: boolean
}

/** What was said, what is decided, why, and what becomes of the text. */
export function decidePoint(where: Where, number: number, content: PointContent): Promise<Answer> {
  return atDesk<object>(where, async (desk) => {
    const point = pointNumbered(desk, number)
    if (!point) return no('unknown-point')
    if (!(await hasArticle(desk.id, content.articleId, desk.tx))) return no('unknown-article')
    const decided = content.disposition ? { decidedAt: desk.now, decidedBy: desk.viewer.id } : { decidedAt: null, decidedBy: null }
    await desk.tx
      .update(points)
      .set({ ...content, ...wordingOf(content), ...decided })
      .where(eq(points.id, point.id))
    await note(desk, content.disposition ? 'point-decided' : 'point-changed', 'point', number, { disposition: content.disposition })
    return { ok: true }
  })
}

/** Comments put into a point and taken out of it. */
export function changePointComments(
  where: Where,
  number: number,
  { add, remove }: { add: readonly number[]; remove: readonly number[] },
): Promise<Answer> {
  return atDesk<object>(where, async (desk) => {
    const point = pointNumbered(desk, number)
    if (!point) return no('unknown-point')
    const fault = faultOf(desk, add)
    if (fault) return no(fault)
    const leaving = remove.filter((one) => point.comments.includes(one))
    const refusedBefore = new Set(
      desk.work.facts.comments.filter((comment) => comment.fate === 'inadmissible').map((comment) => comment.number),
    )
    if (leaving.length > 0)
      await desk.tx.delete(pointComments).where(and(eq(pointComments.pointId, point.id), inArray(pointComments.number, leaving)))
    await freeLeftovers(desk, leaving)
    for (const one of add) {
      if (refusedBefore.has(one)) await lift(desk, one)
      await put(desk, one, [point.id])
    }
    await note(desk, 'point-comments-changed', 'point', number, { added: add, removed: leaving })
    return { ok: true }
  })
}

/** The authors of one point become authors of the other; none is lost and none counts twice. */
export function mergePoints(where: Where, number: number, intoNumber: number): Promise<Answer<{ into: number }>> {
  return atDesk<{ into: number }>(where, async (desk) => {
    const [from, into] = [pointNumbered(desk, number), pointNumbered(desk, intoNumber)]
    if (!from || !into) return no('unknown-point')
    if (from.id === into.id) return no('same-point')
    const already = desk.tx
      .select({ one: sql`1` })
      .from(sql`${pointComments} there`)
      .where(sql`there.point_id = ${into.id} and there.number = ${pointComments.number}`)
    await desk.tx
      .update(pointComments)
      .set({ pointId: into.id })
      .where(and(eq(pointComments.pointId, from.id), notExists(already)))
    await desk.tx.delete(points).where(eq(points.id, from.id))
    await note(desk, 'points-merged', 'point', number, { into: intoNumber, comments: from.comments })
    return { ok: true, into: intoNumber }
  })
}

/** Its comments are not lost with it: those in no other point wait to be sorted again. */
export function deletePoint(where: Where, number: number): Promise<Answer> {
  return atDesk<object>(where, async (desk) => {
    const point = pointNumbered(desk, number)
    if (!point) return no('unknown-point')
    await desk.tx.delete(points).where(eq(points.id, point.id))
    await freeLeftovers(desk, point.comments)
    await note(desk, 'point-deleted', 'point', number, { comments: point.comments }, point.summary)
    return { ok: true }
  })
}

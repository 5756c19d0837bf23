import { and, asc, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { accounts } from '#db/schema/accounts'
import { comments } from '#db/schema/comments'
import { articles, consultations } from '#db/schema/consultations'
import { moderations, objections } from '#db/schema/moderation'
import { record } from '#db/schema/record'
import { isDesk, reaches, type Viewer } from '~/accounts/rules'
import type { Contact } from '~/comments/rules'
import { unseal } from '~/sealing.server'
import { personalDataIn } from './personal-data'
import type { QueueFilter } from './rules'

// Whose account decided, objected against or answered is for the rules; the history names people.
const { decidedBy: _decider, ...decided } = getTableColumns(moderations)
const { against: _against, answeredBy: _answerer, ...objected } = getTableColumns(objections)

export type Moderation = Omit<typeof moderations.$inferSelect, 'decidedBy'>
export type Objection = Omit<typeof objections.$inferSelect, 'against' | 'answeredBy'>

const ofComment = (table: typeof moderations | typeof objections | typeof comments, consultationId: number, number: number) =>
  and(eq(table.consultationId, consultationId), eq(table.number, number))

/** What was decided about a comment's visibility, with its objections, newest first; null while it waits. For its author and the desk. */
export async function moderationOf(consultationId: number, number: number): Promise<(Moderation & { objections: Objection[] }) | null> {
  const [moderation] = await db
    .select(decided)
    .from(moderations)
    .where(ofComment(moderations, consultationId, number))
  if (!moderation) return null
  const made = await db
    .select(objected)
    .from(objections)
    .where(ofComment(objections, consultationId, number))
    .orderBy(desc(objections.id))
  return { ...moderation, objections: made }
}

/** The same for the author's pages: who decided is not told, what and why is. */
export async function decisionForAuthor(consultationId: number, number: number) {
  const found = await moderationOf(consultationId, number)
  if (!found) return null
  const { visibility, reason, note, decidedAt } = found
  const made = found.objections.map(({ id, text, madeAt, outcome, answer, answeredAt }) => ({
    id,
    text,
    madeAt,
    outcome,
    answer,
    answeredAt,
  }))
  return { visibility, reason, note, decidedAt, objections: made }
}

const onModeration = and(eq(moderations.consultationId, comments.consultationId), eq(moderations.number, comments.number))
const onOpenObjection = and(
  eq(objections.consultationId, comments.consultationId),
  eq(objections.number, comments.number),
  isNull(objections.answeredAt),
)

const inQueue: Record<QueueFilter, SQL | undefined> = {
  waiting: and(isNull(moderations.visibility), isNull(comments.withdrawnAt)),
  published: eq(moderations.visibility, 'published'),
  redacted: eq(moderations.visibility, 'redacted'),
  withheld: eq(moderations.visibility, 'withheld'),
  objections: isNotNull(objections.id),
}

export const QUEUE_PAGE = 20

const queueRow = {
  number: comments.number,
  channel: comments.channel,
  stance: comments.stance,
  lang: comments.lang,
  body: comments.body,
  replacement: comments.replacement,
  displayName: comments.displayName,
  receivedAt: comments.receivedAt,
  article: articles.label,
  visibility: moderations.visibility,
  reason: moderations.reason,
  decidedAt: moderations.decidedAt,
  decidedBy: accounts.name,
  objection: objections.id,
}

/** One page of the queue in the order the comments came, with what was pointed out in each. */
export async function queuePage(consultationId: number, filter: QueueFilter, { after, before }: { after?: number; before?: number }) {
  const rows = await db
    .select(queueRow)
    .from(comments)
    .leftJoin(articles, eq(articles.id, comments.articleId))
    .leftJoin(moderations, onModeration)
    .leftJoin(accounts, eq(accounts.id, moderations.decidedBy))
    .leftJoin(objections, onOpenObjection)
    .where(
      and(
        eq(comments.consultationId, consultationId),
        inQueue[filter],
        after === undefined ? undefined : gt(comments.number, after),
        before === undefined ? undefined : lt(comments.number, before),
      ),
    )
    .orderBy(before === undefined ? asc(comments.number) : desc(comments.number))
    .limit(QUEUE_PAGE + 1)
  const more = rows.length > QUEUE_PAGE
  const page = rows
    .slice(0, QUEUE_PAGE)
    .map((row) => ({ ...row, found: personalDataIn(`${row.body}\n${row.replacement}`).map((piece) => piece.kind) }))
  if (before !== undefined) page.reverse()
  return { rows: page, previous: before === undefined ? after !== undefined : more, next: before === undefined ? more : true }
}

export type QueueRow = Awaited<ReturnType<typeof queuePage>>['rows'][number]

export type QueueCounts = Record<QueueFilter, number>

/** How many comments stand under each heading of the queue. */
export async function queueCounts(consultationId: number): Promise<QueueCounts> {
  const count = (of: SQL | undefined) => sql<number>`(count(*) filter (where ${of}))::int`
  const [row] = await db
    .select({
      waiting: count(inQueue.waiting),
      published: count(inQueue.published),
      redacted: count(inQueue.redacted),
      withheld: count(inQueue.withheld),
      objections: count(inQueue.objections),
    })
    .from(comments)
    .leftJoin(moderations, onModeration)
    .leftJoin(objections, onOpenObjection)
    .where(eq(comments.consultationId, consultationId))
  return row!
}

/** The next comment that waits, after this one and then from the beginning; null when the queue is done. */
export async function nextWaiting(consultationId: number, after: number): Promise<number | null> {
  const [row] = await db
    .select({ number: comments.number })
    .from(comments)
    .leftJoin(moderations, onModeration)
    .where(and(eq(comments.consultationId, consultationId), inQueue.waiting))
    .orderBy(sql`${comments.number} <= ${after}`, comments.number)
    .limit(1)
  return row?.number ?? null
}

/** Of these numbers those that still wait and in which nothing was pointed out. */
export async function cleanAmong(consultationId: number, numbers: number[]): Promise<number[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .select({ number: comments.number, body: comments.body, replacement: comments.replacement })
    .from(comments)
    .leftJoin(moderations, onModeration)
    .where(and(eq(comments.consultationId, consultationId), inArray(comments.number, numbers), inQueue.waiting))
    .orderBy(comments.number)
  return rows.filter((row) => personalDataIn(`${row.body}\n${row.replacement}`).length === 0).map((row) => row.number)
}

/** Whom to tell about a decision and which code opens their receipt; `contact` null when they left none. */
export async function authorOf(consultationId: number, number: number, on: Pick<typeof db, 'select'> = db) {
  const [row] = await on
    .select({
      body: comments.body,
      replacement: comments.replacement,
      withdrawnAt: comments.withdrawnAt,
      lang: comments.lang,
      contact: comments.contact,
      contactKind: comments.contactKind,
      receipt: comments.receiptSealed,
      title: consultations.title,
      departmentId: consultations.departmentId,
    })
    .from(comments)
    .innerJoin(consultations, eq(consultations.id, comments.consultationId))
    .where(ofComment(comments, consultationId, number))
  if (!row) return null
  const { contact, contactKind, receipt, ...rest } = row
  return {
    ...rest,
    code: unseal(receipt),
    contact: contact && contactKind ? ({ kind: contactKind, address: unseal(contact) } satisfies Contact) : null,
  }
}

/** Acts on one comment, newest first: who decided what, when and why. */
export const historyOf = (consultationId: number, number: number) =>
  db
    .select({ seq: record.seq, at: record.at, actorName: record.actorName, act: record.act, why: record.why, facts: record.facts })
    .from(record)
    .where(and(eq(record.subject, 'comment'), eq(record.subjectId, `${consultationId}/${number}`)))
    .orderBy(desc(record.seq))

/** An objection with its comment, for those whose department it is. */
export async function objectionForDesk(id: string | undefined, viewer: Viewer | null) {
  if (!isDesk(viewer) || !/^[1-9]\d{0,8}$/.test(id ?? '')) return null
  const [row] = await db
    .select({
      objection: objections,
      moderation: decided,
      comment: { body: comments.body, lang: comments.lang, withdrawnAt: comments.withdrawnAt },
      consultation: { title: consultations.title, departmentId: consultations.departmentId },
    })
    .from(objections)
    .innerJoin(comments, and(eq(comments.consultationId, objections.consultationId), eq(comments.number, objections.number)))
    .innerJoin(consultations, eq(consultations.id, objections.consultationId))
    .innerJoin(moderations, and(eq(moderations.consultationId, objections.consultationId), eq(moderations.number, objections.number)))
    .where(eq(objections.id, Number(id)))
  return row && reaches(viewer, row.consultation.departmentId) ? row : null
}

import { and, asc, eq, getTableColumns, isNull, ne, sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import { articles, consultations } from '#db/schema/consultations'
import { county } from '#db/schema/county'
import { inadmissibles, pointComments, points, reports } from '#db/schema/reports'
import { periodDays } from '~/calendar/periods'
import { effectiveOpening } from '~/consultations/rules'
import { actorsWithin } from '~/record/reads.server'
import { preparingActs, type ReportFacts } from './rules'

const article = { anchor: articles.anchor, label: articles.label, title: articles.title }

/** Everything decided so far, in the order of the draft. */
export const pointsOf = (consultationId: number, on: Db | Tx = db) =>
  on
    .select({
      ...getTableColumns(points),
      article,
      comments: sql<
        number[]
      >`coalesce(jsonb_agg(${pointComments.number} order by ${pointComments.number}) filter (where ${pointComments.number} is not null), '[]')`,
    })
    .from(points)
    .leftJoin(pointComments, eq(pointComments.pointId, points.id))
    .leftJoin(articles, eq(articles.id, points.articleId))
    .where(eq(points.consultationId, consultationId))
    .groupBy(points.id, articles.id)
    .orderBy(asc(articles.position), asc(points.number))

export type Point = Awaited<ReturnType<typeof pointsOf>>[number]

const revisionsOf = (consultationId: number, on: Db | Tx) => {
  const { document: _document, ...light } = getTableColumns(reports)
  return on.select(light).from(reports).where(eq(reports.consultationId, consultationId)).orderBy(asc(reports.revision))
}

export type Revision = Awaited<ReturnType<typeof revisionsOf>>[number]

const noticeOf = (consultationId: number, on: Db | Tx) =>
  on
    .select({
      publishedAt: consultations.publishedAt,
      opensAt: consultations.opensAt,
      closesAt: consultations.closesAt,
      reason: consultations.shortPeriodReason,
      zone: sql<string>`coalesce((select ${county.zone} from ${county}), 'Asia/Shanghai')`,
    })
    .from(consultations)
    .where(eq(consultations.id, consultationId))

/** The state of the answer: comments and where they ended, points, revisions, and the facts the rules ask about. */
export async function workOf(consultationId: number, on: Db | Tx = db) {
  const [rows, found, revisions, [notice]] = await Promise.all([
    on
      .select({ number: comments.number, channel: comments.channel, late: comments.late, fate: comments.fate })
      .from(comments)
      .where(eq(comments.consultationId, consultationId))
      .orderBy(asc(comments.number)),
    pointsOf(consultationId, on),
    revisionsOf(consultationId, on),
    noticeOf(consultationId, on),
  ])
  const inWork = revisions.find((revision) => !revision.publishedAt) ?? null
  const facts: ReportFacts = {
    comments: rows,
    points: found.map((point) => ({ ...point, inArticle: point.articleId !== null })),
    closesAt: notice?.closesAt ?? null,
    period: { days: daysOf(notice), reason: notice?.reason ?? '' },
    statement: inWork?.statement ?? '',
    submitted: Boolean(inWork?.submittedAt),
    published: revisions.length > 0 && !inWork,
  }
  return { facts, points: found, revisions, inWork }
}

export type Work = Awaited<ReturnType<typeof workOf>>

/** From the record and not from the rows: the rows name only whoever wrote last. */
export const preparersOf = (consultationId: number, on: Db | Tx = db) => actorsWithin(consultationId, preparingActs, on)

export function daysOf(
  notice: { publishedAt: Date | null; opensAt: Date | null; closesAt: Date | null; zone: string } | undefined,
): number {
  if (!notice?.publishedAt || !notice.opensAt || !notice.closesAt) return 0
  return periodDays(effectiveOpening(notice.opensAt, notice.publishedAt), notice.closesAt, notice.zone)
}

/** Whether the draft of this consultation has the article; the draft as a whole always is there. */
export async function hasArticle(consultationId: number, articleId: number | null, on: Db | Tx = db) {
  if (articleId === null) return true
  const rows = await on
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.consultationId, consultationId), eq(articles.id, articleId)))
  return rows.length > 0
}

/** The articles a point can be about, for choosing. */
export const commentableArticles = (consultationId: number) =>
  db
    .select({ id: articles.id, ...article })
    .from(articles)
    .where(and(eq(articles.consultationId, consultationId), articles.commentable))
    .orderBy(asc(articles.position))

/** The article's words, to begin a change from; empty for the draft as a whole. */
export async function articleBody(consultationId: number, articleId: number | null): Promise<string> {
  if (articleId === null) return ''
  const [row] = await db
    .select({ body: articles.body })
    .from(articles)
    .where(and(eq(articles.consultationId, consultationId), eq(articles.id, articleId)))
  return row?.body.trim() ?? ''
}

/** The next comment to sort after this one, then from the start; null when none waits. */
export async function nextUnsorted(consultationId: number, after: number): Promise<number | null> {
  const [row] = await db
    .select({ number: comments.number })
    .from(comments)
    .where(and(eq(comments.consultationId, consultationId), isNull(comments.fate), eq(comments.late, false), ne(comments.number, after)))
    .orderBy(sql`${comments.number} <= ${after}`, asc(comments.number))
    .limit(1)
  return row?.number ?? null
}

const sameText = sql`regexp_replace(lower(${comments.body}), '[[:space:][:punct:]，。；：！？、（）“”《》]', '', 'g')`

// More than anyone ticks at once; the others come with the next of them.
const ALIKE_MOST = 500

/** Numbers of comments with the same words, spaces and punctuation apart: possibly one letter sent by many. */
export async function alikeComments(consultationId: number, number: number): Promise<number[]> {
  const one = db
    .select({ text: sameText })
    .from(comments)
    .where(and(eq(comments.consultationId, consultationId), eq(comments.number, number)))
  const rows = await db
    .select({ number: comments.number })
    .from(comments)
    .where(
      and(
        eq(comments.consultationId, consultationId),
        ne(comments.number, number),
        isNull(comments.fate),
        sql`${sameText} = (${one}) and ${sameText} <> ''`,
      ),
    )
    .orderBy(asc(comments.number))
    .limit(ALIKE_MOST)
  return rows.map((row) => row.number)
}

/** The ground on which a comment was not taken up; null when it was not refused. */
export async function inadmissibleOf(consultationId: number, number: number) {
  const [row] = await db
    .select({ reason: inadmissibles.reason, note: inadmissibles.note, decidedAt: inadmissibles.decidedAt })
    .from(inadmissibles)
    .where(and(eq(inadmissibles.consultationId, consultationId), eq(inadmissibles.number, number)))
  return row ?? null
}

import { createHash } from 'node:crypto'
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { comments } from '#db/schema/comments'
import { articles, consultations } from '#db/schema/consultations'
import { county } from '#db/schema/county'
import { moderations } from '#db/schema/moderation'
import { inadmissibles } from '#db/schema/reports'
import { unseal } from '~/sealing.server'
import { daysOf, type Work } from './desk-reads.server'
import { canonical, type ReportComment, type ReportDocument, type ReportMaterial } from './document'
import type { InadmissibleReason } from './rules'

export const digestOf = (document: ReportDocument) => createHash('sha256').update(canonical(document), 'utf8').digest('hex')

const ref = { anchor: articles.anchor, label: articles.label, title: articles.title }

async function noticeOf(consultationId: number, on: Db | Tx) {
  const [row] = await on
    .select({ consultation: consultations, department: departments, county })
    .from(consultations)
    .innerJoin(departments, eq(departments.id, consultations.departmentId))
    .leftJoin(county, eq(county.only, true))
    .where(eq(consultations.id, consultationId))
  if (!row?.consultation.publishedAt) throw new Error(`consultation ${consultationId} is not published`)
  const { consultation: c, department } = row
  const { name, nameEn, zone } = row.county ?? { name: '', nameEn: '', zone: 'Asia/Shanghai' }
  return {
    county: { name, nameEn, zone },
    consultation: {
      slug: c.slug,
      title: c.title,
      lang: c.lang,
      department: department.name,
      departmentEn: department.nameEn,
      publishedAt: c.publishedAt!.toISOString(),
      opensAt: c.opensAt!.toISOString(),
      closesAt: c.closesAt!.toISOString(),
      periodDays: daysOf({ ...c, zone }),
      shortPeriodReason: c.shortPeriodReason,
    },
  }
}

/** Every comment by number and fate, without its words. */
async function commentsOf(consultationId: number, on: Db | Tx) {
  const rows = await on
    .select({ comment: comments, article: ref, moderation: moderations })
    .from(comments)
    .leftJoin(articles, eq(articles.id, comments.articleId))
    .leftJoin(moderations, and(eq(moderations.consultationId, comments.consultationId), eq(moderations.number, comments.number)))
    .where(eq(comments.consultationId, consultationId))
    .orderBy(asc(comments.number))
  return rows.map(({ comment, article, moderation }): ReportComment => {
    const visibility = comment.withdrawnAt ? 'not-shown' : (moderation?.visibility ?? 'not-shown')
    return {
      number: comment.number,
      channel: comment.channel,
      article,
      stance: comment.stance,
      receivedAt: comment.receivedAt.toISOString(),
      late: comment.late,
      fate: comment.fate,
      visibility,
      withheldFor: visibility === 'withheld' ? moderation!.reason : null,
    }
  })
}

const participantsOf = async (consultationId: number, on: Db | Tx) => {
  const [row] = await on
    .select({ people: sql<number>`(count(distinct ${comments.authorKey}) + count(*) filter (where ${comments.authorKey} is null))::int` })
    .from(comments)
    .where(and(eq(comments.consultationId, consultationId), eq(comments.late, false)))
  return row!.people
}

/** What the revision in work would say if it were published now. */
export async function materialOf(consultationId: number, { points, revisions, inWork }: Work, on: Db | Tx = db): Promise<ReportMaterial> {
  const [notice, said, participants, units, refusals] = await Promise.all([
    noticeOf(consultationId, on),
    commentsOf(consultationId, on),
    participantsOf(consultationId, on),
    on
      .select(ref)
      .from(articles)
      .where(and(eq(articles.consultationId, consultationId), articles.commentable))
      .orderBy(asc(articles.position)),
    on
      .select({ number: inadmissibles.number, reason: inadmissibles.reason, note: inadmissibles.note })
      .from(inadmissibles)
      .where(eq(inadmissibles.consultationId, consultationId))
      .orderBy(asc(inadmissibles.number)),
  ])
  return {
    ...notice,
    revision: inWork?.revision ?? 1,
    correctionWhy: inWork?.correctionWhy ?? '',
    earlier: revisions
      .filter((revision) => revision.publishedAt)
      .map((revision) => ({
        revision: revision.revision,
        publishedAt: revision.publishedAt!.toISOString(),
        correctionWhy: revision.correctionWhy,
        digest: revision.digest!,
      })),
    statement: inWork?.statement ?? '',
    articles: units,
    participants,
    points: points
      .toSorted((a, b) => a.number - b.number)
      .flatMap(({ number, article, summary, disposition, reason, textBefore, textAfter, comments }) =>
        disposition ? [{ number, article, summary, disposition, reason, textBefore, textAfter, comments }] : [],
      ),
    inadmissible: refusals.map((row) => ({ ...row, reason: row.reason as InadmissibleReason })),
    comments: said,
  }
}

/** Authors to be told, with what their receipt needs. */
export async function authorsOf(consultationId: number, on: Db | Tx) {
  const rows = await on
    .select({ kind: comments.contactKind, contact: comments.contact, lang: comments.lang, receipt: comments.receiptSealed })
    .from(comments)
    .where(
      and(eq(comments.consultationId, consultationId), isNotNull(comments.contact), sql`${comments.fate} is distinct from 'withdrawn'`),
    )
    .orderBy(asc(comments.number))
  return rows.map(({ kind, contact, lang, receipt }) => ({
    to: { kind: kind!, address: unseal(contact!) },
    lang: lang === 'en' ? ('en' as const) : ('zh-CN' as const),
    code: unseal(receipt),
  }))
}

import { desc, eq, sql } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { comments } from '#db/schema/comments'
import { articles, consultations } from '#db/schema/consultations'
import { stageOf } from '~/consultations/rules'
import { unseal } from '~/sealing.server'

const moments = {
  submittedAt: consultations.submittedAt,
  publishedAt: consultations.publishedAt,
  opensAt: consultations.opensAt,
  closesAt: consultations.closesAt,
  reportedAt: consultations.reportedAt,
}

/** Everything sent from this account, newest first, with the way to each receipt. */
export async function ownComments(accountId: string) {
  const rows = await db
    .select({
      title: consultations.title,
      lang: consultations.lang,
      number: comments.number,
      article: { anchor: articles.anchor, label: articles.label, title: articles.title },
      receivedAt: comments.receivedAt,
      withdrawnAt: comments.withdrawnAt,
      receipt: comments.receiptSealed,
      moments,
      now: sql<Date>`app_now()`.mapWith(comments.receivedAt),
    })
    .from(comments)
    .innerJoin(consultations, eq(consultations.id, comments.consultationId))
    .leftJoin(articles, eq(articles.id, comments.articleId))
    .where(eq(comments.accountId, accountId))
    .orderBy(desc(comments.receivedAt), desc(comments.number))
  return rows.map(({ receipt, moments, now, withdrawnAt, ...row }) => ({
    ...row,
    code: unseal(receipt),
    stands: withdrawnAt ? ('withdrawn' as const) : stageOf(moments, now),
  }))
}

export type OwnComment = Awaited<ReturnType<typeof ownComments>>[number]

import type { AppLoadContext } from '@remix-run/node'
import { reportDue, stageOf } from '~/consultations/rules'
import { decisionForAuthor } from '~/moderation/reads.server'
import { mayObject } from '~/moderation/rules'
import { outcomeOf } from '~/reports/reads.server'
import { receiptByCode } from './reads.server'
import { mayWithdraw } from './rules'

/** What the holder of a code is shown, ready for the page; null for a code that opens nothing. */
export async function receiptFor(code: string, { county }: Pick<AppLoadContext, 'county'>) {
  const found = await receiptByCode(code)
  if (!found) return null
  const { consultationId, number, consultation: c, now, article } = found
  const [moderation, outcome] = await Promise.all([decisionForAuthor(consultationId, number), outcomeOf(consultationId, number)])
  const due = reportDue(c.closesAt!, county.reportWithinDays, county.zone)
  return {
    ...comment(found),
    about: article && { anchor: article.anchor, label: article.label, title: article.title },
    notice: notice(found),
    stage: stageOf(c, now),
    due,
    overdue: !c.reportedAt && now > due,
    fresh: now.getTime() - found.enteredAt.getTime() < TEN_MINUTES,
    moderation,
    mayObject: mayObject(found, moderation?.visibility ?? null, moderation?.objections.filter((one) => !one.answeredAt).length ?? 0).ok,
    mayWithdraw: mayWithdraw(c, found, now).ok,
    outcome: outcome && { ...outcome, others: outcome.points.map((point) => point.comments.length - 1) },
  }
}

const TEN_MINUTES = 600_000

type Found = NonNullable<Awaited<ReturnType<typeof receiptByCode>>>

const comment = ({
  code,
  number,
  body,
  replacement,
  lang,
  stance,
  channel,
  displayName,
  authorName,
  contactMasked,
  contactKind,
  receiptWay,
  receivedAt,
  enteredAt,
  late,
  withdrawnAt,
}: Found) => ({
  code,
  number,
  body,
  replacement,
  lang,
  stance,
  channel,
  displayName,
  authorName,
  contactMasked,
  contactKind,
  receiptWay,
  receivedAt,
  enteredAt,
  late,
  withdrawnAt,
})

const notice = ({ consultation: c, department }: Found) => ({
  slug: c.slug,
  title: c.title,
  lang: c.lang,
  closesAt: c.closesAt!,
  reportedAt: c.reportedAt,
  contactPerson: c.contactPerson,
  contactPhone: c.contactPhone,
  contactEmail: c.contactEmail,
  contactAddress: c.contactAddress,
  department: { name: department.name, nameEn: department.nameEn, phone: department.phone },
})

/** For pages with a code in their address: no cache, no search engine; the front sends Referrer-Policy: same-origin. */
export const receiptHeaders = {
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex, nofollow',
}

import { and, asc, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, sql as raw, type SQL } from 'drizzle-orm'
import { db, sql } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { comments } from '#db/schema/comments'
import { articles, consultations } from '#db/schema/consultations'
import { moderations } from '#db/schema/moderation'
import { lookupKey, readCode, unseal } from '~/sealing.server'
import { maskContact, type Channel, type Contact, type Fate, type Stance } from './rules'

export type PublicComment = {
  number: number
  articleId: number | null
  anchor: string | null
  label: string | null
  title: string | null
  channel: Channel
  stance: Stance | null
  displayName: string
  lang: string
  receivedAt: Date
  late: boolean
  visibility: 'published' | 'redacted' | 'withheld' | 'withdrawn'
  /** Key of the public list of reasons; empty when published as written. */
  reason: string
  /** Null where only the tombstone is public. */
  body: string | null
  replacement: string | null
}

/** What the public may read, newest first: seen by a moderator, redacted where redacted, withheld and withdrawn ones without their words. */
export function publicComments(
  consultationId: number,
  { before, articleId, limit }: { before?: number; articleId?: number; limit: number },
) {
  return sql<PublicComment[]>`
    select c.number, c.article_id as "articleId", a.anchor, a.label, a.title, c.channel, c.stance, c.lang, c.received_at as "receivedAt", c.late,
           case when hidden then '' else c.display_name end as "displayName",
           case when c.withdrawn_at is null then m.visibility::text else 'withdrawn' end as visibility,
           case when c.withdrawn_at is null then m.reason else '' end as reason,
           case when hidden then null when m.visibility = 'redacted' then m.public_body else c.body end as body,
           case when hidden then null when m.visibility = 'redacted' then coalesce(m.public_replacement, '') else c.replacement end as replacement
      from comments c
      join moderations m using (consultation_id, number)
      left join articles a on a.id = c.article_id
     cross join lateral (select c.withdrawn_at is not null or m.visibility = 'withheld' as hidden) h
     where c.consultation_id = ${consultationId}
       ${before === undefined ? sql`` : sql`and c.number < ${before}`}
       ${articleId === undefined ? sql`` : sql`and c.article_id = ${articleId}`}
     order by c.number desc
     limit ${limit}`
}

/** How many comments of each article can be read; null is the draft as a whole. */
export async function publicCommentCounts(consultationId: number): Promise<Map<number | null, number>> {
  const rows = await sql<{ articleId: number | null; count: number }[]>`
    select c.article_id as "articleId", count(*)::int as count
      from comments c join moderations m using (consultation_id, number)
     where c.consultation_id = ${consultationId} and c.withdrawn_at is null and m.visibility <> 'withheld'
     group by c.article_id`
  return new Map(rows.map((row) => [row.articleId, row.count]))
}

/** Articles with at least one public comment, in the order of the draft. */
export const articlesWithComments = (consultationId: number) => sql<{ anchor: string; label: string; title: string }[]>`
  select a.anchor, a.label, a.title
    from articles a
   where a.consultation_id = ${consultationId}
     and exists (select from comments c join moderations m using (consultation_id, number)
                  where c.consultation_id = a.consultation_id and c.article_id = a.id)
   order by a.position`

const {
  receiptSealed: _sealed,
  receiptKey: _key,
  formKey: _form,
  formPrint: _print,
  authorKey: _author,
  ...plain
} = getTableColumns(comments)
const article = { label: articles.label, title: articles.title, anchor: articles.anchor, body: articles.body }
const deskRow = {
  ...plain,
  article,
  visibility: moderations.visibility,
  reason: moderations.reason,
}
const onModeration = and(eq(moderations.consultationId, comments.consultationId), eq(moderations.number, comments.number))

/** Sealed fields in the clear for the office; the contact only masked. */
function opened<T extends { authorName: Buffer | null; contact: Buffer | null; contactKind: Contact['kind'] | null }>({
  authorName,
  contact,
  ...row
}: T) {
  return {
    ...row,
    authorName: authorName ? unseal(authorName) : '',
    contactMasked: contact && row.contactKind ? maskContact({ kind: row.contactKind, address: unseal(contact) }) : '',
  }
}

const deskComments = () =>
  db.select(deskRow).from(comments).leftJoin(articles, eq(articles.id, comments.articleId)).leftJoin(moderations, onModeration)

/** One comment as the office sees it, words as they were sent. Callers have checked the department. */
export async function commentForDesk(consultationId: number, number: number) {
  const [row] = await deskComments().where(and(eq(comments.consultationId, consultationId), eq(comments.number, number)))
  return row ? opened(row) : null
}

export type DeskComment = Awaited<ReturnType<typeof commentForDesk>> & object

/** What the desk's pages show of it; who entered it, whose account it is and the contact do not travel with it. */
export const shownAtDesk = (comment: DeskComment) => {
  const { number, articleId, article, channel, stance, body, replacement, lang, displayName, receivedAt, late, withdrawnAt } = comment
  return { number, articleId, article, channel, stance, body, replacement, lang, displayName, receivedAt, late, withdrawnAt }
}

type Wanted = {
  /** Keyset: numbers above this one. */
  after?: number
  limit: number
  moderated?: boolean
  /** null: not yet accounted for. */
  fate?: Fate | 'withdrawn' | null
  articleId?: number | null
  channel?: Channel
  numbers?: number[]
}

/** Comments in the order they came, for lists at the desk. */
export async function commentsForDesk(
  consultationId: number,
  { after, limit, moderated, fate, articleId, channel, numbers }: Wanted,
): Promise<DeskComment[]> {
  const only: (SQL | undefined)[] = [
    eq(comments.consultationId, consultationId),
    after === undefined ? undefined : gt(comments.number, after),
    moderated === undefined ? undefined : moderated ? isNotNull(moderations.visibility) : isNull(moderations.visibility),
    fate === undefined ? undefined : fate === null ? isNull(comments.fate) : eq(comments.fate, fate),
    articleId === undefined ? undefined : articleId === null ? isNull(comments.articleId) : eq(comments.articleId, articleId),
    channel && eq(comments.channel, channel),
    numbers && inArray(comments.number, numbers),
  ]
  const rows = await deskComments()
    .where(and(...only))
    .orderBy(asc(comments.number))
    .limit(limit)
  return rows.map(opened)
}

export type ChannelCount = {
  channel: Channel
  late: boolean
  received: number
  inPoints: number
  withdrawn: number
  inadmissible: number
  /** Not yet accounted for. */
  open: number
}

/** Figures of the balance by channel; late ones in rows of their own. */
export const channelCounts = (consultationId: number) => sql<ChannelCount[]>`
  select channel, late, count(*)::int as received,
         count(*) filter (where fate = 'in_points')::int as "inPoints",
         count(*) filter (where fate = 'withdrawn')::int as withdrawn,
         count(*) filter (where fate = 'inadmissible')::int as inadmissible,
         count(*) filter (where fate is null)::int as open
    from comments where consultation_id = ${consultationId}
   group by channel, late order by channel, late`

/** People told apart by their contact or account; each comment without either counts as one more. */
export async function participantCount(consultationId: number): Promise<number> {
  const [row] = await sql<{ people: number }[]>`
    select (count(distinct author_key) + count(*) filter (where author_key is null))::int as people
      from comments where consultation_id = ${consultationId}`
  return row!.people
}

/** Everything a receipt shows to who holds its code, typed in any form; null for a wrong one. */
export async function receiptByCode(typed: string) {
  const code = readCode(typed)
  if (!code) return null
  const { sourceText: _source, explanatoryNote: _note, ...consultation } = getTableColumns(consultations)
  const [row] = await db
    .select({ ...plain, article, consultation, department: departments, now: raw<Date>`app_now()`.mapWith(comments.receivedAt) })
    .from(comments)
    .innerJoin(consultations, eq(consultations.id, comments.consultationId))
    .innerJoin(departments, eq(departments.id, consultations.departmentId))
    .leftJoin(articles, eq(articles.id, comments.articleId))
    .where(eq(comments.receiptKey, lookupKey('receipt', code)))
  return row ? { ...opened(row), code } : null
}

export type Receipt = Awaited<ReturnType<typeof receiptByCode>> & object

/** Whether a code, in its printed form, opens a receipt. */
export async function isReceipt(code: string): Promise<boolean> {
  const [row] = await db
    .select({ number: comments.number })
    .from(comments)
    .where(eq(comments.receiptKey, lookupKey('receipt', code)))
  return row !== undefined
}

/** Tells one participant from another inside one consultation, and nothing across two. */
export const authorKeyOf = (consultationId: number, who: string) => lookupKey(`author:${consultationId}`, who)

const MOST_RECEIPTS = 20

/** Codes of what was sent with this contact, newest first. */
export async function receiptCodesOf({ address }: Contact): Promise<string[]> {
  const ids = await db.select({ id: consultations.id }).from(consultations).where(isNotNull(consultations.publishedAt))
  if (ids.length === 0) return []
  const keys = ids.map(({ id }) => authorKeyOf(id, address))
  const rows = await db
    .select({ sealed: comments.receiptSealed })
    .from(comments)
    .where(and(inArray(comments.authorKey, keys), isNotNull(comments.contact)))
    .orderBy(desc(comments.receivedAt))
    .limit(MOST_RECEIPTS)
  return rows.map((row) => unseal(row.sealed))
}

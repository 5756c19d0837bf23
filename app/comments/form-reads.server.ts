import { and, eq, isNotNull, notLike, sql } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { accounts } from '#db/schema/accounts'
import { comments } from '#db/schema/comments'
import { articles } from '#db/schema/consultations'
import type { Viewer } from '~/accounts/rules'
import { consultationBySlug } from '~/consultations/reads.server'
import { unseal } from '~/sealing.server'
import { mayComment, type Contact } from './rules'

/** The contact of a signed-in resident, so that nobody types again what the county already has. */
export async function accountContact(accountId: string): Promise<Contact | null> {
  const [row] = await db.select({ phone: accounts.phone, email: accounts.email }).from(accounts).where(eq(accounts.id, accountId))
  if (row?.phone) return { kind: 'phone', address: unseal(row.phone) }
  return row?.email ? { kind: 'email', address: unseal(row.email) } : null
}

/** What was sent with this one-time form key. */
export async function earlierSubmission(formKey: string) {
  const [row] = await db
    .select({ number: comments.number, print: comments.formPrint, sealed: comments.receiptSealed })
    .from(comments)
    .where(eq(comments.formKey, formKey))
  return row ? { number: row.number, print: row.print, code: unseal(row.sealed) } : null
}

/** A clerk's entry with the code of its receipt; an imported row is none. */
export async function entryOf(consultationId: number, number: number) {
  const [row] = await db
    .select({
      enteredBy: comments.enteredBy,
      enteredAt: comments.enteredAt,
      sealed: comments.receiptSealed,
      now: sql<Date>`app_now()`.mapWith(comments.enteredAt),
    })
    .from(comments)
    .where(
      and(
        eq(comments.consultationId, consultationId),
        eq(comments.number, number),
        isNotNull(comments.enteredBy),
        notLike(comments.formKey, 'import:%'),
      ),
    )
  if (!row) return null
  const { sealed, ...entry } = row
  return { ...entry, code: unseal(sealed) }
}

const asked = { anchor: articles.anchor, label: articles.label, title: articles.title, body: articles.body, id: articles.id }

/** The article a comment is about; null when it is not there or takes no comments. */
export async function commentableArticle(consultationId: number, anchor: string) {
  const [row] = await db
    .select(asked)
    .from(articles)
    .where(and(eq(articles.consultationId, consultationId), eq(articles.anchor, anchor), eq(articles.commentable, true)))
  return row ?? null
}

/** What the form and its pages need to know of a published consultation; `why` it takes no comment from this person now. */
export async function commentedOn(slug: string, anchor: string | null, viewer: Viewer | null) {
  const found = await consultationBySlug(slug)
  if (!found) return null
  const about = anchor ? await commentableArticle(found.id, anchor) : null
  if (anchor && !about) return null
  const { id, title, lang, access, nameMode, contactKeptDays, department } = found
  const { contactPerson, contactPhone, contactEmail, contactAddress } = found
  const office = { contactPerson, contactPhone, contactEmail, contactAddress, department }
  const notice = { id, slug, title, lang, access, nameMode, contactKeptDays, ...office }
  // A missing contact is for the form to say.
  const may = mayComment(found, viewer, { contact: true }, found.now)
  return {
    ...notice,
    opensAt: found.opensAt!.toISOString(),
    closesAt: found.closesAt!.toISOString(),
    about,
    reported: found.reportedAt !== null,
    why: may.ok ? null : may.why,
  }
}

/** Plain values only: it goes through loaders as it is. */
export type CommentedOn = NonNullable<Awaited<ReturnType<typeof commentedOn>>>

import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { checkedAnswers, comments } from '#db/schema/comments'
import { lookupKey, unseal } from '~/sealing.server'
import { CHECKED_HOURS, FORM_KEY } from './rules'

export type CheckedOn = { id: number; about: { id: number } | null }

/** Found only with what the comment is on: the same answers are not shown under another notice. */
export const checkedKey = ({ id, about }: CheckedOn, formKey: string) => lookupKey('checked', `${id}/${about?.id ?? ''}/${formKey}`)

const since = sql`app_now() - ${CHECKED_HOURS} * interval '1 hour'`

/** The answers of a form as they were checked; null when there are none, or when it was too long ago. */
export async function answersOf(on: CheckedOn, formKey: string) {
  if (!FORM_KEY.test(formKey)) return null
  const [kept] = await db
    .select({ sealed: checkedAnswers.sealed })
    .from(checkedAnswers)
    .where(and(eq(checkedAnswers.key, checkedKey(on, formKey)), gt(checkedAnswers.keptAt, since)))
  if (!kept) return sentAnswers(on, formKey)
  const { stance, ...said } = JSON.parse(unseal(kept.sealed)) as { stance: string | null; [field: string]: string | null }
  return { sent: false, values: { ...said, key: formKey, stance: stance ?? 'none' } as Record<string, string> }
}

/** Once sent, the comment itself is what the page shows to who goes back from the receipt. */
async function sentAnswers(on: CheckedOn, formKey: string) {
  const [sent] = await db
    .select({
      stance: comments.stance,
      body: comments.body,
      replacement: comments.replacement,
      name: comments.authorName,
      contact: comments.contact,
      accountId: comments.accountId,
    })
    .from(comments)
    .where(
      and(
        eq(comments.formKey, formKey),
        eq(comments.consultationId, on.id),
        on.about ? eq(comments.articleId, on.about.id) : isNull(comments.articleId),
        isNull(comments.enteredBy),
        gt(comments.enteredAt, since),
      ),
    )
  if (!sent) return null
  const { stance, body, replacement, name, accountId } = sent
  // The contact of an account was not typed here.
  const contact = accountId ? null : sent.contact
  const values = {
    key: formKey,
    stance: stance ?? 'none',
    body,
    replacement,
    name: name ? unseal(name) : '',
    contact: contact ? unseal(contact) : '',
  }
  return { sent: true, values: values as Record<string, string> }
}

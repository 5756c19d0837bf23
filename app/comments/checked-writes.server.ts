import { eq, sql } from 'drizzle-orm'
import { db, type Tx } from '#db/connection.server'
import { checkedAnswers } from '#db/schema/comments'
import { seal } from '~/sealing.server'
import { checkedKey, type CheckedOn } from './checked-reads.server'
import type { Said } from './row-writes.server'

type Answers = Pick<Said, 'stance' | 'body' | 'replacement' | 'name' | 'contact'> & { key: string }

/** What the form asked for and nothing else that was sent with it; the same form again takes the place of the first. */
export async function keepChecked(on: CheckedOn, { key, contact, ...said }: Answers) {
  const sealed = seal(JSON.stringify({ ...said, contact: contact?.address ?? '' }))
  await db
    .insert(checkedAnswers)
    .values({ key: checkedKey(on, key), sealed })
    .onConflictDoUpdate({ target: checkedAnswers.key, set: { sealed, keptAt: sql`app_now()` } })
}

/** With the comment in its place, the answers go. */
export const dropChecked = (tx: Tx, on: CheckedOn, formKey: string) =>
  tx.delete(checkedAnswers).where(eq(checkedAnswers.key, checkedKey(on, formKey)))

import { randomBytes } from 'node:crypto'
import { lt, sql } from 'drizzle-orm'
import { db, transaction } from '#db/connection.server'
import { checkedAnswers, comments } from '#db/schema/comments'
import { consultationsToForget } from '~/consultations/reads.server'
import { lockConsultation } from '~/consultations/writes.server'
import { CHECKED_HOURS } from './rules'

/**
 * Contacts go when residents were told they would: so many days after the report. What was derived from them goes too:
 * authors get new keys from a salt that nobody keeps, so people still count as before and no number can be tried out.
 */
export async function forgetContacts() {
  for (const id of await consultationsToForget()) {
    await transaction(async (tx) => {
      await lockConsultation(tx, id)
      const salt = randomBytes(32)
      await tx
        .update(comments)
        .set({
          contact: null,
          contactKind: null,
          formPrint: '',
          authorKey: sql`encode(sha256(${salt}::bytea || convert_to(${comments.authorKey}, 'UTF8')), 'hex')`,
        })
        .where(sql`${comments.consultationId} = ${id}`)
    })
  }
}

/** Answers that were checked and never submitted. */
export async function forgetChecked() {
  await db.delete(checkedAnswers).where(lt(checkedAnswers.keptAt, sql`app_now() - ${CHECKED_HOURS} * interval '1 hour'`))
}

import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { comments } from '#db/schema/comments'
import { articles, consultationFiles, consultations } from '#db/schema/consultations'
import { liveQuestions, liveSessions } from '#db/schema/live'
import { outbox } from '#db/schema/messages'
import { moderations, objections } from '#db/schema/moderation'
import { openDays, quotas } from '#db/schema/open-days'
import { registrations, visitorInvitations } from '#db/schema/registrations'
import { inadmissibles, pointComments, points, reports } from '#db/schema/reports'
import { demoDepartments } from './people'

/** Takes out what an earlier laying put in, by its addresses. People and departments stay and are set right again. */
export async function wipe(tx: Tx, slugs: string[], daySlugs: string[]) {
  const rows = await tx.select({ id: consultations.id }).from(consultations).where(inArray(consultations.slug, slugs)).for('update')
  const ids = rows.map((row) => row.id)
  if (ids.length > 0) {
    for (const table of [reports, inadmissibles, pointComments, points, objections, moderations, comments, consultationFiles]) {
      await tx.delete(table).where(inArray(table.consultationId, ids))
    }
  }
  await tx.delete(registrations).where(sql`open_day_id in (select id from open_days where slug in ${daySlugs})`)
  await tx.delete(visitorInvitations).where(sql`open_day_id in (select id from open_days where slug in ${daySlugs})`)
  await tx.delete(quotas).where(sql`open_day_id in (select id from open_days where slug in ${daySlugs})`)
  // Live sessions stay, their answers are only ever added to; what they were about is found again when they are laid.
  const gone = tx.select({ id: openDays.id }).from(openDays).where(inArray(openDays.slug, daySlugs))
  await tx.update(liveSessions).set({ openDayId: null }).where(inArray(liveSessions.openDayId, gone))
  if (ids.length > 0) {
    const units = tx.select({ id: articles.id }).from(articles).where(inArray(articles.consultationId, ids))
    await tx.update(liveQuestions).set({ articleId: null }).where(inArray(liveQuestions.articleId, units))
    await tx.update(liveSessions).set({ consultationId: null }).where(inArray(liveSessions.consultationId, ids))
  }
  await tx.delete(openDays).where(inArray(openDays.slug, daySlugs))
  await tx.delete(consultations).where(inArray(consultations.slug, slugs))
  // Calls and mail about them; nobody is to be phoned about a comment that is gone.
  const rooms = tx
    .select({ id: departments.id })
    .from(departments)
    .where(inArray(departments.slug, Object.keys(demoDepartments)))
  await tx.delete(outbox).where(sql`${outbox.departmentId} in ${rooms}`)
}

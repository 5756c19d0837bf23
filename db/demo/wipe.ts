import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { comments } from '#db/schema/comments'
import { consultationFiles, consultations } from '#db/schema/consultations'
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
  await tx.delete(openDays).where(inArray(openDays.slug, daySlugs))
  await tx.delete(consultations).where(inArray(consultations.slug, slugs))
  // Calls and mail about them; nobody is to be phoned about a comment that is gone.
  const rooms = tx
    .select({ id: departments.id })
    .from(departments)
    .where(inArray(departments.slug, Object.keys(demoDepartments)))
  await tx.delete(outbox).where(sql`${outbox.departmentId} in ${rooms}`)
}

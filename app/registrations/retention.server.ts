import { randomBytes } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { db, transaction } from '#db/connection.server'
import { deletionCertificates, registrations, visitorInvitations } from '#db/schema/registrations'
import { forgetDetailsOfDay } from '~/party-details/forgetting-writes.server'
import { forgetFeedback } from '~/feedback/writes.server'
import { lockOpenDay } from '~/open-days/preparing-writes.server'
import { record } from '~/record/writes.server'

/**
 * What visitors told about themselves goes when the notice said it would: so many days after the last slot. A certificate
 * says how much it was. People still count as before: their keys are made anew from a salt that nobody keeps.
 */
export async function forgetVisitors() {
  const due = await db.execute<{ id: number; keptDays: number; departmentId: number }>(sql`
    select d.id, d.kept_days as "keptDays", d.department_id as "departmentId"
      from open_days d
     where (exists (select from registrations r where r.open_day_id = d.id and r.forgotten_at is null)
            or exists (select from visitor_invitations i where i.open_day_id = d.id and num_nonnulls(i.note, i.contact) > 0))
       and (select max(s.ends_at) from slots s where s.open_day_id = d.id) + make_interval(days => d.kept_days) < app_now()
     order by d.id`)
  for (const day of due) await forget(day)
}

const forget = ({ id, keptDays, departmentId }: { id: number; keptDays: number; departmentId: number }) =>
  transaction(async (tx) => {
    await lockOpenDay(tx, id)
    const kept = and(eq(registrations.openDayId, id), isNull(registrations.forgottenAt))
    const rows = await tx
      .select({ name: registrations.name, contact: registrations.contact, answers: registrations.answers })
      .from(registrations)
      .where(kept)
      .for('update')
    const salt = randomBytes(32)
    await tx
      .update(registrations)
      .set({
        name: null,
        contact: null,
        answers: null,
        formPrint: '',
        personKey: sql`encode(sha256(${salt}::bytea || convert_to(${registrations.personKey}, 'UTF8')), 'hex')`,
        forgottenAt: sql`app_now()`,
      })
      .where(kept)
    const invited = await tx
      .update(visitorInvitations)
      .set({ note: null, contact: null })
      .where(and(eq(visitorInvitations.openDayId, id), sql`num_nonnulls(${visitorInvitations.note}, ${visitorInvitations.contact}) > 0`))
      .returning({ id: visitorInvitations.id })
    if (rows.length + invited.length === 0) return
    await forgetFeedback(tx, id)
    const told = (field: keyof (typeof rows)[number]) => rows.filter((row) => row[field] !== null).length
    const counts = {
      ...{ registrations: rows.length, names: told('name'), contacts: told('contact'), answers: told('answers') },
      invitations: invited.length,
      ...(await forgetDetailsOfDay(tx, id)),
    }
    await tx.insert(deletionCertificates).values({ openDayId: id, keptDays, ...counts })
    await record(tx, 'system', { act: 'visitors-forgotten', subject: 'open-day', subjectId: id, departmentId, facts: counts })
  })

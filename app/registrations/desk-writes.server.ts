import { and, eq } from 'drizzle-orm'
import { transaction } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import type { Viewer } from '~/accounts/rules'
import { record } from '~/record/writes.server'
import { unseal } from '~/sealing.server'

type Day = { id: number; departmentId: number }

/** Shows who registered to the person who has to know, and leaves a line saying so. Null once it is deleted. */
export const revealVisitor = (viewer: Viewer, day: Day, id: number) =>
  transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(registrations)
      .where(and(eq(registrations.id, id), eq(registrations.openDayId, day.id)))
    if (!row?.name || !row.contact) return null
    await record(tx, viewer, {
      act: 'registration-contact-shown',
      subject: 'registration',
      subjectId: `${row.slotId}/${row.number}`,
      departmentId: day.departmentId,
    })
    const answers = row.answers ? (JSON.parse(unseal(row.answers)) as Record<string, string>) : {}
    return { name: unseal(row.name), contact: unseal(row.contact), kind: row.contactKind, answers }
  })

/** The line that says who took the list with names and numbers out of the house. */
export const recordExport = (viewer: Viewer, day: Day) =>
  transaction(async (tx) => {
    const rows = await tx.$count(registrations, eq(registrations.openDayId, day.id))
    const { departmentId } = day
    await record(tx, viewer, {
      act: 'registrations-exported',
      subject: 'open-day',
      subjectId: day.id,
      departmentId,
      facts: { lines: rows },
    })
  })

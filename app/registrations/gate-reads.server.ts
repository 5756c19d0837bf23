import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import { db, type Tx } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import { lookupKey, readCode, unseal } from '~/sealing.server'
import { readTicket } from '~/tickets/signing.server'

/**
 * Whose registration was shown at the gate, under lock: a ticket, the registration code, what stands on the list (`2-31`
 * for number 31 of the second slot), or the pass of a device that opened its sealed entry. Null when it is none of them.
 */
export async function shownAtGate(tx: Tx, openDayId: number, shown: string) {
  const which = whichOf(openDayId, shown)
  if (!which) return null
  const [row] = await tx.select().from(registrations).where(which).for('update')
  return row ? { ...row, name: row.name ? unseal(row.name) : '' } : null
}

function whichOf(openDayId: number, shown: string): SQL | undefined {
  const ticket = readTicket(shown)
  if (ticket) return and(eq(registrations.id, ticket.registrationId), eq(registrations.slotId, ticket.slotId))
  const code = readCode(shown)
  if (code) return eq(registrations.codeKey, lookupKey('registration', code))
  const pass = /^KG1\.(\d{1,9})\.([\w-]{43})$/.exec(shown)
  if (pass) return gatePass(openDayId, Number(pass[1])) === shown ? eq(registrations.id, Number(pass[1])) : undefined
  const listed = /^(\d{1,3})[-－—.\s](\d{1,6})$/.exec(shown.normalize('NFKC').trim())
  if (!listed) return undefined
  return sql`${registrations.openDayId} = ${openDayId} and ${registrations.number} = ${Number(listed[2])}
    and ${registrations.slotId} = (select s.id from slots s where s.open_day_id = ${openDayId} and s.position = ${Number(listed[1])})`
}

/**
 * Stands in a device's sealed entry of the list, and in its queue in place of the ticket: whoever has it has opened the
 * entry, and it opens nothing itself.
 */
export const gatePass = (openDayId: number, registrationId: number) =>
  `KG1.${registrationId}.${lookupKey('gate-pass', `${openDayId}/${registrationId}`)}`

/** Everyone who registered for a day, for the list that a device takes along. */
export async function registrationsForGate(openDayId: number) {
  const { id, slotId, number, state, size, wheelchairs, interpreter, quiet, name, codeSealed } = registrations
  const rows = await db
    .select({ id, openDayId: registrations.openDayId, slotId, number, state, size, wheelchairs, interpreter, quiet, name, codeSealed })
    .from(registrations)
    .where(eq(registrations.openDayId, openDayId))
    .orderBy(asc(id))
  return rows.map(({ name, codeSealed, ...row }) => ({ ...row, name: name ? unseal(name) : '', code: unseal(codeSealed) }))
}

import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import { lookupKey, readCode, unseal } from '~/sealing.server'
import { readTicket } from '~/tickets/signing.server'

/**
 * Whose registration was shown at the gate, under lock: a ticket, the registration code, or what stands on the list,
 * `2-31` for number 31 of the second slot. Null when it is none of them.
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
  const listed = /^(\d{1,3})[-－—.\s](\d{1,6})$/.exec(shown.normalize('NFKC').trim())
  if (!listed) return undefined
  return sql`${registrations.openDayId} = ${openDayId} and ${registrations.number} = ${Number(listed[2])}
    and ${registrations.slotId} = (select s.id from slots s where s.open_day_id = ${openDayId} and s.position = ${Number(listed[1])})`
}

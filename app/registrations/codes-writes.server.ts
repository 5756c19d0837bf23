import { and, eq, inArray, or } from 'drizzle-orm'
import { db, transaction } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import type { Contact } from '~/accounts/rules'
import type { Language } from '~/i18n'
import { queueMessage } from '~/messages/writes.server'
import { openDaysNotLongOver } from '~/open-days/reads.server'
import { unseal } from '~/sealing.server'
import { notBefore } from '~/web/not-before.server'
import { personOf } from './register-writes.server'
import { livingStates } from './rules'

const LOST_DAYS = 30

/** Sends the codes of all that a contact has registered for, to that contact and nowhere else. The time tells no more than the words. */
export const sendCodes = (to: Contact, lang: Language) => notBefore(400, sendFound(to, lang))

async function sendFound(to: Contact, lang: Language) {
  const codes = await codesOf(to)
  if (codes.length > 0) await transaction((tx) => queueMessage(tx, { to, template: 'registrations-found', lang, params: { codes } }))
}

/** The person key differs from day to day, so it is asked for each day that is not long over. */
async function codesOf({ kind, address }: Contact): Promise<string[]> {
  const days = await openDaysNotLongOver(LOST_DAYS)
  if (days.length === 0) return []
  const mine = days.map((id) => and(eq(registrations.openDayId, id), eq(registrations.personKey, personOf(id, `${kind}:${address}`))))
  const found = await db
    .select({ code: registrations.codeSealed })
    .from(registrations)
    .where(and(inArray(registrations.state, [...livingStates]), or(...mine)))
    .orderBy(registrations.id)
  return found.map(({ code }) => unseal(code))
}

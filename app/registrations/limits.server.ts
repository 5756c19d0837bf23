import { lookupKey } from '~/sealing.server'
import { limit, minutesToWait } from '~/web/slowing.server'

const HOUR = 3600

// The person first; the address last and wide, because a school or an office signs up from one.
// An impatient hand sends one form dozens of times, and each time gets the same answer.
const sentWithContact = limit(60, HOUR)
const sentByAddress = limit(3000, HOUR)
const triesByAddress = limit(60, HOUR / 4)
const lostByPerson = limit(3, HOUR)
const lostByAddress = limit(60, HOUR)

const person = (contact: string) => lookupKey('limit', contact)

/** Minutes to wait, or 0. */
export const waitBeforeRegistering = (contact: string, client: string) =>
  minutesToWait([sentWithContact, person(contact)], [sentByAddress, client])

/** Only codes that open nothing count. */
export const waitBeforeCode = (client: string) => minutesToWait([triesByAddress, client])

export const waitBeforeLost = (contact: string, client: string) => minutesToWait([lostByPerson, person(contact)], [lostByAddress, client])

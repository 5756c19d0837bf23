import { lookupKey } from '~/sealing.server'
import { limit, minutesToWait } from '~/web/slowing.server'

const HOUR = 3600

// The person first; the address last and wide, because a whole hall or office shares one.
const sentFromAccount = limit(60, HOUR)
// Anyone can type a stranger's number.
const sentWithContact = limit(10, HOUR)
const sentByAddress = limit(1200, HOUR)
// Beyond these the check page is shown as before, without an address of its own: nobody waits and nothing fills.
const keptByAddress = limit(300, HOUR)
const keptByAll = limit(5000, HOUR)
const triesByAddress = limit(60, HOUR / 4)
const lostByPerson = limit(3, HOUR)
const lostByAddress = limit(60, HOUR)

type Sender = { viewerId?: string; contact?: string; client: string }

export function waitBeforeComment({ viewerId, contact, client }: Sender): Promise<number> {
  if (viewerId) return minutesToWait([sentFromAccount, viewerId], [sentByAddress, client])
  return contact
    ? minutesToWait([sentWithContact, lookupKey('limit', contact)], [sentByAddress, client])
    : minutesToWait([sentByAddress, client])
}

/** Whether the answers of one more check page may be kept. */
export const mayKeepChecked = async (client: string) => (await minutesToWait([keptByAddress, client], [keptByAll, ''])) === 0

/** Only codes that open nothing count. */
export const waitBeforeCode = (client: string) => minutesToWait([triesByAddress, client])

export const waitBeforeLost = (contact: string, client: string) =>
  minutesToWait([lostByPerson, lookupKey('limit', contact)], [lostByAddress, client])

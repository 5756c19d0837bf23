import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { lookupKey } from '~/sealing.server'

const HOUR = 3600
const limit = (points: number, duration: number) => new RateLimiterMemory({ points, duration })

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

/** Minutes to wait, or 0 when the next one is welcome. */
async function wait(...taken: [RateLimiterMemory, string][]): Promise<number> {
  try {
    for (const [limiter, key] of taken) await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 60_000)
    throw refusal
  }
}

type Sender = { viewerId?: string; contact?: string; client: string }

export function waitBeforeComment({ viewerId, contact, client }: Sender): Promise<number> {
  if (viewerId) return wait([sentFromAccount, viewerId], [sentByAddress, client])
  return contact ? wait([sentWithContact, lookupKey('limit', contact)], [sentByAddress, client]) : wait([sentByAddress, client])
}

/** Whether the answers of one more check page may be kept. */
export const mayKeepChecked = async (client: string) => (await wait([keptByAddress, client], [keptByAll, ''])) === 0

/** Only codes that open nothing count. */
export const waitBeforeCode = (client: string) => wait([triesByAddress, client])

export const waitBeforeLost = (contact: string, client: string) =>
  wait([lostByPerson, lookupKey('limit', contact)], [lostByAddress, client])

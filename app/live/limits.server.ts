import { limit, minutesToWait } from '~/web/slowing.server'

const MINUTE = 60
const HOUR = 3600

// The participant first; the address last and very wide, because a whole hall, hundreds of people, shares one.
const asked = limit(60, HOUR)
const askedFromAddress = limit(10_000, HOUR)
const supported = limit(120, MINUTE)
const supportedFromAddress = limit(60_000, MINUTE)

/** Minutes to wait, or 0. How many questions a session takes from one person is its own rule. */
export const waitBeforeAsking = (participant: string, client: string) => minutesToWait([asked, participant], [askedFromAddress, client])

/** By a socket without an address: its frames are counted already. */
export const waitBeforeSupporting = (participant: string, client?: string) =>
  minutesToWait([supported, participant], ...(client ? [[supportedFromAddress, client] as [typeof supportedFromAddress, string]] : []))

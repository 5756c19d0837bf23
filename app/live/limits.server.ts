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

export const waitBeforeSupporting = (participant: string, client: string) =>
  minutesToWait([supported, participant], [supportedFromAddress, client])

/** The same person; how many frames a connection sends is counted besides. */
export const waitBeforeSocketSupport = (participant: string) => minutesToWait([supported, participant])

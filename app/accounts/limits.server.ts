import { randomBytes } from 'node:crypto'
import { lookupKey } from '~/sealing.server'
import { cookiesOf, setCookie } from '~/web/cookies.server'
import { limit, minutesToWait } from '~/web/slowing.server'

const QUARTER = 15 * 60
const DAY = 24 * 3600
const YEAR = 365 * DAY

const taken = async (limiter: ReturnType<typeof limit>, key: string) => (await minutesToWait([limiter, key])) === 0

// Failed sign-ins. The person first; the address last and wide, because a whole hall or office shares one.
const byPersonHere = limit(5, QUARTER)
const byPerson = limit(100, DAY)
const byAddress = limit(100, QUARTER)
const byFullAddress = limit(900, QUARTER)
const byDevice = limit(10, QUARTER)

export type Attempt = { contactKey: string; accountId: string | undefined; client: string; cookie: string | null }

/**
 * Uses up one try before the password is looked at; a right one gives it back. `only-right`: somebody at this address
 * tries invented accounts by the hundred; their neighbours with a right password go on, and so many hashes are made
 * for the address and not more.
 */
export async function mayTry(attempt: Attempt): Promise<'yes' | 'only-right' | 'no'> {
  const device = knownDevice(attempt)
  // Whoever signed in on this device before is not held up by what strangers try elsewhere.
  if (device) return (await taken(byDevice, device)) ? 'yes' : 'no'
  if (!(await taken(byPersonHere, here(attempt))) || !(await taken(byPerson, attempt.contactKey))) return 'no'
  if (await taken(byAddress, attempt.client)) return 'yes'
  return (await taken(byFullAddress, attempt.client)) ? 'only-right' : 'no'
}

export async function giveBack(attempt: Attempt) {
  const device = knownDevice(attempt)
  if (device) return void (await byDevice.delete(device))
  await Promise.all([byPersonHere.delete(here(attempt)), byPerson.reward(attempt.contactKey), byAddress.reward(attempt.client)])
}

/** After a reset: the owner has shown who they are. */
export const forgetTries = (contactKeys: (string | null)[]) => Promise.all(contactKeys.map((key) => key && byPerson.delete(key)))

const contactChanges = limit(5, DAY)
const resetsByPerson = limit(3, 3600)
const resetsByAddress = limit(60, 3600)
const signUpsByAddress = limit(60, 3600)

export const mayAskReset = async (contactKey: string, client: string) =>
  (await taken(resetsByPerson, contactKey)) && taken(resetsByAddress, client)
export const mayChangeContact = (accountId: string) => taken(contactChanges, accountId)
export const maySignUp = (client: string) => taken(signUpsByAddress, client)

const here = ({ contactKey, client }: Attempt) => `${contactKey} ${client}`

const deviceSeal = (accountId: string, nonce: string) => lookupKey('device', `${accountId} ${nonce}`)

/** Says that this account was opened here once. It opens nothing by itself. */
export function deviceCookie(accountId: string): string {
  const nonce = randomBytes(16).toString('base64url')
  return setCookie('device', `${nonce}.${deviceSeal(accountId, nonce)}`, YEAR)
}

export function knownDevice({ accountId, cookie }: Pick<Attempt, 'accountId' | 'cookie'>): string | null {
  const [nonce, sealed] = (cookiesOf(cookie).device ?? '').split('.')
  return accountId && nonce && sealed === deviceSeal(accountId, nonce) ? nonce : null
}

// @ts-check
/**
 * @typedef {{ id: string, key: string }} TicketKey
 * @typedef {{ openDayId: number, madeAt: string, salt: string, ticketKey: TicketKey, revoked: string[], entries: Record<string, string> }} List
 * @typedef {{
 *   pass: string, outcome: 'admitted' | 'refused', why?: string, number: number, position: number, slot: string, arriveAt: string,
 *   people: number, name: string, wheelchairs: number, interpreter: boolean, quiet: boolean, cameAt: string | null
 * }} Entry
 * @typedef {'none' | 'forged' | 'unproved' | { openDayId: number, slotId: number, registrationId: number }} Ticket
 */

const utf8 = new TextEncoder()

/** @param {string} text */
export const bytesOf = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0))

/** @param {Uint8Array} bytes */
export const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/**
 * The other half of app/check-ins/roster.server.ts.
 * @param {string} secret @param {Uint8Array<ArrayBuffer>} salt @param {'id' | 'key'} purpose @param {number} length
 */
async function derive(secret, salt, purpose, length) {
  const from = await crypto.subtle.importKey('raw', utf8.encode(secret), 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8.encode(`kaimen gate ${purpose} 1`) }
  return new Uint8Array(await crypto.subtle.deriveBits(how, from, length * 8))
}

/**
 * The entry that this text opens, and no other; null where the list has none.
 * @param {List} list @param {string} secret @returns {Promise<Entry | null>}
 */
export async function open(list, secret) {
  const salt = bytesOf(list.salt)
  const id = base64url(await derive(secret, salt, 'id', 16))
  if (!Object.hasOwn(list.entries, id)) return null
  const sealed = bytesOf(/** @type {string} */ (list.entries[id]))
  const key = await crypto.subtle.importKey('raw', await derive(secret, salt, 'key', 32), 'AES-GCM', false, ['decrypt'])
  const body = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.subarray(0, 12) }, key, sealed.subarray(12))
  return JSON.parse(new TextDecoder().decode(body))
}

const KEY_BYTES = 4
const BODY_BYTES = KEY_BYTES + 3 * 4

/**
 * Whether the county signed what was scanned, as app/tickets/signing.server.ts decides it. `unproved` where the browser
 * knows no Ed25519: then only the list can tell.
 * @param {string} scanned @param {TicketKey} ticketKey @returns {Promise<Ticket>}
 */
export async function readTicket(scanned, ticketKey) {
  const [prefix, text, ...rest] = scanned.trim().split('.')
  if (prefix !== 'KM1' || rest.length > 0 || !text) return 'none'
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return 'forged'
  const bytes = bytesOf(text)
  if (bytes.length !== BODY_BYTES + 64 || base64url(bytes) !== text) return 'forged'
  const body = bytes.subarray(0, BODY_BYTES)
  if (base64url(body.subarray(0, KEY_BYTES)) !== ticketKey.id) return 'forged'
  const good = await verified(ticketKey.key, bytes.subarray(BODY_BYTES), Uint8Array.from([...utf8.encode('kaimen ticket KM1 '), ...body]))
  if (good === null) return 'unproved'
  if (!good) return 'forged'
  const numbers = new DataView(body.buffer, body.byteOffset)
  return { openDayId: numbers.getUint32(4), slotId: numbers.getUint32(8), registrationId: numbers.getUint32(12) }
}

/** @param {string} key @param {Uint8Array<ArrayBuffer>} signature @param {Uint8Array<ArrayBuffer>} signed @returns {Promise<boolean | null>} */
async function verified(key, signature, signed) {
  let known
  try {
    known = await crypto.subtle.importKey('raw', bytesOf(key), 'Ed25519', false, ['verify'])
  } catch {
    return null
  }
  return crypto.subtle.verify('Ed25519', known, signature, signed)
}

/**
 * What was typed, as the code that was printed (app/sealing.server.ts, readCode); null when it cannot be one.
 * @param {string} typed
 */
export function readCode(typed) {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? plain.replace(/(.{4})(?=.)/g, '$1-') : null
}

/** A name for what was shown that says nothing of it. @param {string} text */
export const markOf = async (text) => base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text)))).slice(0, 22)

import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { ticketSeed } from '~/sealing.server'

/** What a ticket says. No name, no number of a person or a telephone: whoever finds one learns nothing. */
export type Ticket = { openDayId: number; slotId: number; registrationId: number }

const PREFIX = 'KM1'
const KEY_BYTES = 4
const BODY_BYTES = KEY_BYTES + 3 * 4
const SIGNATURE_BYTES = 64

// An Ed25519 seed as PKCS #8 (RFC 8410).
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

type Signer = { seed: Buffer; secret: KeyObject; open: KeyObject; id: Buffer }
let signer: Signer | undefined

function theSigner(): Signer {
  const seed = ticketSeed()
  if (signer?.seed.equals(seed)) return signer
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const open = createPublicKey(secret)
  const id = createHash('sha256')
    .update(open.export({ format: 'der', type: 'spki' }))
    .digest()
    .subarray(0, KEY_BYTES)
  return (signer = { seed, secret, open, id })
}

/** The text of a ticket's QR code, 113 characters: `KM1.` and, in base64url, key id, the three numbers, Ed25519 signature (RFC 8032). */
export function signTicket({ openDayId, slotId, registrationId }: Ticket): string {
  const { secret, id } = theSigner()
  const body = Buffer.alloc(BODY_BYTES)
  id.copy(body)
  body.writeUInt32BE(openDayId, KEY_BYTES)
  body.writeUInt32BE(slotId, KEY_BYTES + 4)
  body.writeUInt32BE(registrationId, KEY_BYTES + 8)
  return `${PREFIX}.${Buffer.concat([body, sign(null, signed(body), secret)]).toString('base64url')}`
}

/** What anybody needs to check a ticket: the key's id as tickets carry it, and the 32 bytes of the public key; both in base64url. */
export function ticketKey(): { id: string; key: string } {
  const { open, id } = theSigner()
  return { id: id.toString('base64url'), key: open.export({ format: 'jwk' }).x! }
}

const signed = (body: Buffer) => Buffer.concat([Buffer.from(`kaimen ticket ${PREFIX} `), body])

/** What was scanned, if this county signed it; null for anything else, however it is broken. */
export function readTicket(scanned: string): Ticket | null {
  const [prefix, text, ...rest] = scanned.trim().split('.')
  if (prefix !== PREFIX || rest.length > 0 || !text || !/^[\w-]+$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  // One ticket has one spelling: spare bits at the end count as a change.
  if (bytes.length !== BODY_BYTES + SIGNATURE_BYTES || bytes.toString('base64url') !== text) return null
  const { open, id } = theSigner()
  const body = bytes.subarray(0, BODY_BYTES)
  if (!body.subarray(0, KEY_BYTES).equals(id) || !verify(null, signed(body), open, bytes.subarray(BODY_BYTES))) return null
  return {
    openDayId: body.readUInt32BE(KEY_BYTES),
    slotId: body.readUInt32BE(KEY_BYTES + 4),
    registrationId: body.readUInt32BE(KEY_BYTES + 8),
  }
}

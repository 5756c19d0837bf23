import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomFillSync } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readSettings } from './settings.server'

/** Makes the key file if there is none; two processes starting at once end with the same one. */
export function ensureKeyFile(path = readSettings().KEY_FILE) {
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
}

type Keys = { seal: Buffer; lookup: Buffer; ticket: Buffer }
let keys: Keys | undefined

function loadKeys(): Keys {
  if (keys) return keys
  const path = readSettings().KEY_FILE
  ensureKeyFile(path)
  const master = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  if (master.length !== 32) throw new Error(`KEY_FILE: ${path} does not hold a key of 32 bytes`)
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `kaimen:${purpose}:1`, 32))
  keys = { seal: derive('seal'), lookup: derive('lookup'), ticket: derive('ticket') }
  return keys
}

// Asked for by the page: in a rush the system's generator costs as much as the encryption.
const drawn = Buffer.alloc(4096)
let used = drawn.length

function random(length: number): Buffer {
  if (used + length > drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  const own = Buffer.from(drawn.subarray(used, used + length))
  drawn.fill(0, used, (used += length))
  return own
}

/** AES-256-GCM: version byte, 12-byte nonce, 16-byte tag, ciphertext. */
export function seal(text: string): Buffer {
  const nonce = random(12)
  const cipher = createCipheriv('aes-256-gcm', loadKeys().seal, nonce)
  const body = cipher.update(text, 'utf8')
  cipher.final()
  return Buffer.concat([VERSION, nonce, cipher.getAuthTag(), body])
}

const VERSION = Buffer.from([1])

/** @throws when the bytes were not sealed with this key file. */
export function unseal(sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== 1 || bytes.length < 29) throw new Error('not sealed by this installation')
  const decipher = createDecipheriv('aes-256-gcm', loadKeys().seal, bytes.subarray(1, 13))
  decipher.setAuthTag(bytes.subarray(13, 29))
  return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8')
}

/** Keyed hash for lookups: equal inputs of one purpose give equal keys, and a dump without the key file gives nothing. */
export const lookupKey = (purpose: string, value: string) =>
  createHmac('sha256', loadKeys().lookup).update(`${purpose}\0${value}`).digest('base64url')

/** The seed of the key that signs tickets (Ed25519); 32 bytes. */
export const ticketSeed = () => loadKeys().ticket

// Crockford's base 32 without look-alikes: read aloud over a telephone and typed by hand.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code for links and paper: 16 characters, 80 random bits, in groups of four. */
export function newCode(): string {
  let code = ''
  for (const [place, byte] of random(16).entries()) code += (place > 0 && place % 4 === 0 ? '-' : '') + alphabet[byte % 32]
  return code
}

/** What a person typed, as the code that was printed; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) return null
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}

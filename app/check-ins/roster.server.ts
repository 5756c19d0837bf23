import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { gatePass, registrationsForGate } from '~/registrations/gate-reads.server'
import { signTicket, ticketKey } from '~/tickets/signing.server'
import { databaseNow } from '~/web/clock.server'
import { arrivedAt, slotsAtGate } from './reads.server'
import { gateOutcome } from './rules'

const PADDED = 384
const AT_ONCE = 100

/**
 * The list a device takes along. Each entry is found and opened only with the text of its ticket, or with its
 * registration code (80 random bits): name and key come from that text by HKDF with a salt of this list alone, the body is
 * AES-256-GCM, and all bodies are equally long. Whoever finds the phone reads of nobody who does not show them a ticket.
 */
export async function sealedRoster(openDayId: number) {
  const [rows, slots, arrived, madeAt] = await Promise.all([
    registrationsForGate(openDayId),
    slotsAtGate(openDayId),
    arrivedAt(openDayId),
    databaseNow(),
  ])
  const salt = randomBytes(16)
  const entries: [string, string][] = []
  const revoked: string[] = []
  for (const [index, row] of rows.entries()) {
    // Others are served meanwhile: a list of thousands takes seconds to seal.
    if (index % AT_ONCE === 0) await turn()
    const slot = slots.find(({ id }) => id === row.slotId)!
    const scan = gateOutcome(row, slot, openDayId, false)
    const body = JSON.stringify({
      pass: gatePass(openDayId, row.id),
      ...scan,
      ...{ number: row.number, position: slot.position, slot: slot.name, arriveAt: slot.arriveAt, people: row.size, name: row.name },
      ...{ wheelchairs: row.wheelchairs, interpreter: row.interpreter, quiet: row.quiet, cameAt: arrived.get(row.id) ?? null },
    })
    const ticket = signTicket({ openDayId, slotId: row.slotId, registrationId: row.id })
    const sealed = [ticket, row.code].map((secret) => sealedWith(secret, salt, body))
    entries.push(...sealed)
    if (scan.outcome === 'refused') revoked.push(...sealed.map(([id]) => id))
  }
  // Sorted by what is random: neither order nor neighbours tell which two belong together.
  const byId = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    openDayId,
    madeAt,
    salt: salt.toString('base64url'),
    ticketKey: ticketKey(),
    revoked: revoked.sort(),
    entries: Object.fromEntries(byId),
  }
}

function sealedWith(secret: string, salt: Buffer, body: string): [id: string, sealed: string] {
  const derive = (purpose: string, length: number) => Buffer.from(hkdfSync('sha256', secret, salt, `kaimen gate ${purpose} 1`, length))
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derive('key', 32), nonce)
  const padded = Buffer.from(body)
  const text = Buffer.concat([padded, Buffer.alloc(Math.max(0, PADDED - padded.length), ' ')])
  const sealed = Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
  return [derive('id', 16).toString('base64url'), sealed.toString('base64url')]
}

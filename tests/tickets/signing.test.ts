import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qrPath } from '~/tickets/picture.server'
import { readTicket, signTicket } from '~/tickets/signing.server'

const ticket = { openDayId: 7, slotId: 12, registrationId: 34_567 }
const good = signTicket(ticket)
const bytes = Buffer.from(good.slice(4), 'base64url')
const spelled = (raw: Buffer) => `KM1.${raw.toString('base64url')}`

describe('a ticket', () => {
  it('is read as it was signed, and says nothing about a person', () => {
    expect(readTicket(good)).toEqual(ticket)
    expect(readTicket(` ${good}\n`)).toEqual(ticket)
    expect(good.length).toBeLessThan(120)
    fc.assert(
      fc.property(fc.nat(0x7fffffff), fc.nat(0x7fffffff), fc.nat(0x7fffffff), (openDayId, slotId, registrationId) => {
        expect(readTicket(signTicket({ openDayId, slotId, registrationId }))).toEqual({ openDayId, slotId, registrationId })
      }),
    )
  })

  it('with any one bit flipped is none', () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      expect(readTicket(spelled(flipped))).toBeNull()
    }
  })

  it('that is forged is refused, ten thousand times: random bytes, another key, another ticket’s signature, other spellings', () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const other = Buffer.from(signTicket({ ...ticket, registrationId: 1 }).slice(4), 'base64url')
    const body = bytes.subarray(0, 16)
    const ways = [
      () => spelled(randomBytes(bytes.length)),
      () => spelled(Buffer.concat([body, randomBytes(64)])),
      () => spelled(Buffer.concat([body, sign(null, body, privateKey)])),
      () => spelled(Buffer.concat([body.subarray(0, 12), randomBytes(4), other.subarray(16)])),
    ]
    let accepted = 0
    for (let count = 0; count < 10_000; count++) if (readTicket(ways[count % ways.length]!())) accepted++
    expect(accepted).toBe(0)
    for (const odd of [
      '',
      'KM1.',
      'KM1',
      good.slice(4),
      `KM2${good.slice(3)}`,
      `${good}.x`,
      `${good}=`,
      `${good}A`,
      good.slice(0, -1),
      'KM1.\u0000',
      '票',
    ])
      expect(readTicket(odd)).toBeNull()
  })

  it('of another county is refused', () => {
    const foreign = 'KM1.' + Buffer.concat([randomBytes(4), bytes.subarray(4)]).toString('base64url')
    expect(readTicket(foreign)).toBeNull()
  })
})

it('its picture has the finder marks and a quiet zone', () => {
  const { size, path } = qrPath(good)
  expect(size).toBeGreaterThan(30)
  expect(path.startsWith('M4 4h1v1h-1z')).toBe(true)
  expect(path).not.toMatch(/M[0-3] /)
})

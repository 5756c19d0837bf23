import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { checkIns } from '#db/schema/check-ins'
import { registrations } from '#db/schema/registrations'
import { checkIn } from '~/check-ins/writes.server'
import { registerParty } from '~/registrations/register-writes.server'
import { cancelRegistration } from '~/registrations/writes.server'
import { signTicket } from '~/tickets/signing.server'
import { useDatabase } from '../support/database'
import { anOpenDay, aParty } from '../registrations/given'

useDatabase()

const nonce = () => randomBytes(12).toString('base64url')

async function expected(size = 2) {
  const given = await anOpenDay()
  const answer = await registerParty(aParty(given.pool, { size }))
  if (!answer.ok) throw new Error(answer.why)
  const [row] = await db.select({ id: registrations.id }).from(registrations).where(eq(registrations.openDayId, given.day.id))
  const ticket = signTicket({ openDayId: given.day.id, slotId: given.slot.id, registrationId: row!.id })
  return {
    ...given,
    code: answer.code,
    ticket,
    gate: (shown: string, once = nonce()) => checkIn(given.staff, { openDayId: given.day.id, shown, nonce: once }),
  }
}

describe('the gate', () => {
  test('admits a party by ticket, by code or by its number on the list, once', async () => {
    const { ticket, code, gate } = await expected()
    expect(await gate(ticket)).toMatchObject({ outcome: 'admitted', people: 2 })
    for (const shown of [ticket, code, code.toLowerCase().replaceAll('-', ' '), '1-1', '１－１'])
      expect(await gate(shown)).toMatchObject({ outcome: 'repeat', people: 0 })
  })

  test('counts the same scan sent twice once, and of twenty gates at one moment one admits', async () => {
    const { ticket, gate } = await expected()
    const once = nonce()
    const [first, again] = [await gate(ticket, once), await gate(ticket, once)]
    expect(again).toEqual(first)
    const second = await expected()
    const scans = await Promise.all(Array.from({ length: 20 }, () => second.gate(second.ticket)))
    expect(scans.filter((scan) => scan?.outcome === 'admitted')).toHaveLength(1)
    expect(scans.filter((scan) => scan?.outcome === 'repeat')).toHaveLength(19)
    expect(await db.$count(checkIns)).toBe(21)
  })

  test('says why it refuses, keeps the scan, and takes the next good one', async () => {
    const { ticket, code, gate, pool } = await expected()
    const foreign = await anOpenDay()
    const elsewhere = await registerParty(aParty(foreign.pool))
    for (const [shown, why] of [
      ['胡乱写的', 'unknown'],
      ['9-9', 'unknown'],
      [ticket.slice(0, -2), 'unknown'],
      [elsewhere.ok ? elsewhere.code : '', 'other-day'],
    ] as const)
      expect(await gate(shown)).toMatchObject({ outcome: 'refused', why, registrationId: null })
    await cancelRegistration(code)
    expect(await gate(ticket)).toMatchObject({ outcome: 'refused', why: 'cancelled' })
    const good = await registerParty(aParty(pool))
    expect(await gate(good.ok ? good.code : '')).toMatchObject({ outcome: 'admitted', people: 1 })
  })
})

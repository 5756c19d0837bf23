import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import { sealedRoster } from '~/check-ins/roster.server'
import { registerParty } from '~/registrations/register-writes.server'
import { cancelRegistration } from '~/registrations/writes.server'
import { signTicket } from '~/tickets/signing.server'
import { open } from '../../public/gate/seals.js'
import { judge } from '../../public/gate/verdict.js'
import { anOpenDay, aParty } from '../registrations/given'
import { useDatabase } from '../support/database'

useDatabase()

const NAME = '欧阳灯塔'
const PHONE = '13987654321'
const nobody = () => undefined

async function aSealedDay() {
  const given = await anOpenDay()
  const answer = await registerParty(aParty(given.pool, { size: 3, name: NAME, contact: { kind: 'phone', address: PHONE } }))
  const other = await registerParty(aParty(given.pool, { name: '另一家' }))
  if (!answer.ok || !other.ok) throw new Error('not registered')
  const rows = await db.select().from(registrations).where(eq(registrations.openDayId, given.day.id)).orderBy(registrations.id)
  const ticketOf = (index: number) => signTicket({ openDayId: given.day.id, slotId: rows[index]!.slotId, registrationId: rows[index]!.id })
  const list = JSON.parse(JSON.stringify(await sealedRoster(given.day.id)))
  return { ...given, code: answer.code, otherCode: other.code, ticketOf, list }
}

/** Every way in which a text may stand in a file. */
const spellings = (text: string) =>
  [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()].flatMap((bytes) => [
    bytes.toString('latin1'),
    bytes.toString('hex'),
    // base64 at each of its three offsets, without the characters that the neighbours decide.
    ...[0, 1, 2].flatMap((offset) =>
      (['base64', 'base64url'] as const).map((kind) =>
        Buffer.concat([Buffer.alloc(offset), bytes])
          .toString(kind)
          .replaceAll('=', '')
          .slice(Math.ceil((offset * 8) / 6), -1),
      ),
    ),
  ])

function bytesIn(list: { entries: Record<string, string> }): string {
  const bodies = Object.values(list.entries).map((body) => Buffer.from(body, 'base64url').toString('latin1'))
  return [Buffer.from(JSON.stringify(list)).toString('latin1'), ...bodies].join('\n')
}

test('the list on a phone tells nobody’s name, telephone, code or ticket in any spelling', async () => {
  const { list, code, ticketOf } = await aSealedDay()
  const found = bytesIn(list)
  for (const marker of [NAME, PHONE, code, code.replaceAll('-', ''), ticketOf(0), '另一家'])
    for (const spelt of spellings(marker)) expect(found.includes(spelt), marker).toBe(false)
  // The search finds what is there: an entry left open would have failed it.
  const leaky = { ...list, entries: { ...list.entries, x: Buffer.from(JSON.stringify({ name: NAME })).toString('base64url') } }
  expect(spellings(NAME).some((spelt) => bytesIn(leaky).includes(spelt))).toBe(true)
  expect(new Set(Object.values<string>(list.entries).map((body) => body.length)).size).toBe(1)
})

test('an entry opens with its own ticket or code and with no other', async () => {
  const { list, code, otherCode, ticketOf } = await aSealedDay()
  for (const secret of [ticketOf(0), code])
    expect(await open(list, secret)).toMatchObject({ name: NAME, people: 3, number: 1, position: 1 })
  for (const secret of [ticketOf(1), otherCode]) expect(await open(list, secret)).toMatchObject({ name: '另一家', number: 2 })
  for (const secret of [`${ticketOf(0)} `, code.toLowerCase(), '1-1', '', '0000-0000-0000-0000'])
    expect(await open(list, secret)).toBeNull()
  const swapped = Object.keys(list.entries)
  const mixed = { ...list, entries: Object.fromEntries(swapped.map((id, at) => [id, list.entries[swapped[(at + 1) % swapped.length]!]])) }
  await expect(open(mixed, ticketOf(0))).rejects.toThrow()
})

test('the phone admits by ticket and code, knows who is cancelled, and cannot look up a number', async () => {
  const { day, list, code, otherCode, ticketOf } = await aSealedDay()
  expect(await judge(ticketOf(0), list, nobody)).toMatchObject({ said: 'admitted', entry: { name: NAME } })
  expect(await judge(code.toLowerCase().replaceAll('-', ' '), list, nobody)).toMatchObject({ said: 'admitted' })
  expect(await judge(code, list, () => 5)).toMatchObject({ said: 'repeat', cameAt: 5 })
  expect(await judge('1-1', list, nobody)).toBeNull()
  await cancelRegistration(otherCode)
  const later = JSON.parse(JSON.stringify(await sealedRoster(day.id)))
  expect(await judge(ticketOf(1), later, nobody)).toMatchObject({ said: 'refused', why: 'cancelled' })
  expect(later.revoked).toHaveLength(2)
})

test('a ticket made after the list is known by its signature; one of another day is refused', async () => {
  const { day, pool, list } = await aSealedDay()
  await registerParty(aParty(pool))
  const [late] = await db.select().from(registrations).where(eq(registrations.number, 3))
  expect(await judge(signTicket({ openDayId: day.id, slotId: late!.slotId, registrationId: late!.id }), list, nobody)).toMatchObject({
    said: 'unlisted',
  })
  expect(await judge(signTicket({ openDayId: day.id + 1, slotId: 1, registrationId: 1 }), list, nobody)).toMatchObject({
    said: 'refused',
    why: 'other-day',
  })
})

test('of 10,000 forged, bit-flipped and foreign tickets the phone admits none, and then the good one', async () => {
  const { list, ticketOf } = await aSealedDay()
  const good = ticketOf(0)
  const bytes = Buffer.from(good.slice(4), 'base64url')
  const spelt = (changed: Buffer) => `KM1.${changed.toString('base64url')}`
  const flipped = Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const changed = Buffer.from(bytes)
    changed[bit >> 3]! ^= 1 << (bit & 7)
    return spelt(changed)
  })
  const letters = [...good].flatMap((_, at) => ['A', '_', ' ', '.', '中'].map((letter) => good.slice(0, at) + letter + good.slice(at + 1)))
  const cut = [...good].map((_, at) => good.slice(0, at))
  const rest = 10_100 - flipped.length - letters.length - cut.length
  const random = Array.from({ length: rest }, (_, at) =>
    // Half are noise, half the right head with a signature of chance.
    spelt(at % 2 ? randomBytes(bytes.length) : Buffer.concat([bytes.subarray(0, 16), randomBytes(64)])),
  )
  const forged = [...flipped, ...letters, ...cut, ...random].filter((text) => text.trim() !== good)
  expect(forged.length).toBeGreaterThanOrEqual(10_000)
  const said = new Map<string, number>()
  for (const text of forged) {
    const verdict = (await judge(text, list, nobody))?.said ?? 'none'
    said.set(verdict, (said.get(verdict) ?? 0) + 1)
  }
  expect(Object.fromEntries(said)).toEqual({ refused: forged.length })
  expect(await judge(good, list, nobody)).toMatchObject({ said: 'admitted' })
})

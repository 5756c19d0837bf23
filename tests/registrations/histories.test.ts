import { asc, eq, sql as raw } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { openDays, quotas, slots } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { expireOffers } from '~/registrations/offers-writes.server'
import { registerParty } from '~/registrations/register-writes.server'
import { acceptOffer, cancelRegistration, changeParty } from '~/registrations/writes.server'
import { useDatabase } from '../support/database'
import { anOpenDay, aParty } from './given'
import { model, type Sheet } from './model'

useDatabase()

// The long form: RUNS=2000 npm run test:db tests/registrations/histories.test.ts
const RUNS = Number(process.env.RUNS ?? 60)

const party = fc.record({ size: fc.integer({ min: 1, max: 4 }), wheelchairs: fc.integer({ min: 0, max: 1 }) })
const which = fc.nat({ max: 40 })
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('register' as const), party }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('accept' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('expire' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), which, party }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const living = ['waiting', 'offered', 'confirmed']

test(`in any history of registering, cancelling, offers and closing, the tables say what a clerk's sheet says (${RUNS} histories)`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 2 }),
      fc.array(step, { maxLength: 24 }),
      async (seats, wheelchairs, steps) => {
        const { day, slot, pool } = await anOpenDay({ seats, places: { wheelchair: wheelchairs } })
        const sheet: Sheet = { seats, wheelchairs, entries: [], hoursLeft: 240, open: true }
        const codes: string[] = []
        for (const each of steps) {
          await take(each, sheet, codes, day.id, { slotId: slot.id, id: pool.id })
          await agree(sheet, slot.id)
        }
      },
    ),
    { numRuns: RUNS },
  )
}, 600_000)

async function take(each: Step, sheet: Sheet, codes: string[], dayId: number, pool: { slotId: number; id: number }) {
  if (each.do === 'register') {
    const answer = await registerParty(aParty(pool, each.party))
    expect(answer.ok).toBe(sheet.open)
    if (answer.ok) codes.push(answer.code)
    return model.register(sheet, each.party)
  }
  if (each.do === 'close') {
    await db
      .update(openDays)
      .set({ closesAt: raw`app_now() - interval '1 second'` })
      .where(eq(openDays.id, dayId))
    sheet.open = false
    return
  }
  if (codes.length === 0) return
  const at = each.which % codes.length
  const entry = sheet.entries[at]!
  const code = codes[at]!
  const lives = living.includes(entry.state)
  if (each.do === 'cancel') {
    expect((await cancelRegistration(code)).ok).toBe(lives)
    if (lives) model.end(sheet, entry, 'cancelled')
  } else if (each.do === 'accept') {
    expect((await acceptOffer(code)).ok).toBe(entry.state === 'offered' || entry.state === 'confirmed')
    model.accept(entry)
  } else if (each.do === 'expire') {
    if (entry.state !== 'offered') return
    await db
      .update(registrations)
      .set({ offerExpiresAt: raw`app_now() - interval '1 second'` })
      .where(raw`slot_id = ${pool.slotId} and number = ${at + 1}`)
    await expireOffers()
    model.end(sheet, entry, 'expired')
  } else {
    const changed = await changeParty(code, { interpreter: false, quiet: false, ...each.party })
    if (!lives) return expect(changed.ok).toBe(false)
    model.change(sheet, entry, each.party)
  }
}

async function agree(sheet: Sheet, slotId: number) {
  const rows = await db.select().from(registrations).where(eq(registrations.slotId, slotId)).orderBy(asc(registrations.number))
  expect(rows.map(({ number, state, size }) => [number, state, size])).toEqual(
    sheet.entries.map(({ state, size }, index) => [index + 1, state, size]),
  )
  const holding = rows.filter(({ state }) => state === 'confirmed' || state === 'offered')
  const pools = await db.select().from(quotas).where(eq(quotas.slotId, slotId))
  const taken = (kind: string) => pools.find((pool) => pool.kind === kind)!.taken
  expect(taken('seat')).toBe(holding.reduce((sum, { size }) => sum + size, 0))
  expect(taken('wheelchair')).toBe(holding.reduce((sum, row) => sum + row.wheelchairs, 0))
  const [row] = await db.select().from(slots).where(eq(slots.id, slotId))
  expect(row!.lastNumber).toBe(rows.length)
}

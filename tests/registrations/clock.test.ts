import { and, eq, sql as raw } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { deletionCertificates, registrations } from '#db/schema/registrations'
import { expireOffers, startOfferClocks } from '~/registrations/offers-writes.server'
import { registerParty } from '~/registrations/register-writes.server'
import { remindVisitors } from '~/registrations/reminders-writes.server'
import { forgetVisitors } from '~/registrations/retention.server'
import { cancelRegistration } from '~/registrations/writes.server'
import { setClock, useDatabase } from '../support/database'
import { anOpenDay, aParty } from './given'

useDatabase()

const register = async (...given: Parameters<typeof aParty>) => {
  const answer = await registerParty(aParty(...given))
  if (!answer.ok) throw new Error(answer.why)
  return answer
}
const numbered = async (number: number) => (await db.select().from(registrations).where(eq(registrations.number, number)))[0]!
const messages = async (template: string) => db.select().from(outbox).where(eq(outbox.template, template))
const called = (template: string, outcome: 'reached' | 'wrong-number') =>
  db
    .update(outbox)
    .set({ deliveredAt: raw`app_now()`, outcome, recipient: null, params: null })
    .where(and(eq(outbox.template, template), raw`delivered_at is null`))

describe('an offer', () => {
  async function offered() {
    const given = await anOpenDay({ seats: 1 })
    const first = await register(given.pool)
    await register(given.pool)
    await register(given.pool)
    await cancelRegistration(first.code)
    return given
  }

  test('has no end until the person was reached, then as many hours as the notice says, and by night a little longer', async () => {
    const { day } = await offered()
    await startOfferClocks()
    expect((await numbered(2)).offerExpiresAt).toBeNull()
    await called('offer', 'reached')
    await startOfferClocks()
    const hours = ((await numbered(2)).offerExpiresAt!.getTime() - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(day.offerHours - 1)
    expect(hours).toBeLessThan(day.offerHours + 14)
  })

  test('goes to the next when its time is over, or when the number is wrong', async () => {
    await offered()
    await called('offer', 'wrong-number')
    await startOfferClocks()
    await expireOffers()
    expect([(await numbered(2)).state, (await numbered(3)).state]).toEqual(['expired', 'offered'])
    expect(await messages('offer-expired')).toHaveLength(1)
  })

  test('that nobody could be told of ends an hour before arrival, and too late for others nobody is offered anything', async () => {
    const { slot } = await offered()
    await setClock(new Date(slot.arriveAt.getTime() - 30 * 60_000))
    await expireOffers()
    expect([(await numbered(2)).state, (await numbered(3)).state]).toEqual(['expired', 'waiting'])
  })
})

test('a day before, everybody who is expected is reminded once, and whoever registered that late is not', async () => {
  const { pool, slot, day } = await anOpenDay({ closesAt: new Date(Date.now() + 20 * 86_400_000) })
  await register(pool)
  await remindVisitors()
  expect(await messages('visit-tomorrow')).toHaveLength(0)
  await setClock(new Date(slot.arriveAt.getTime() - 20 * 3_600_000))
  await register(pool)
  await remindVisitors()
  await remindVisitors()
  expect(await messages('visit-tomorrow')).toHaveLength(1)
  expect(day.title).toBeTruthy()
})

test('what visitors told about themselves is deleted on the promised day, with a certificate, and nobody can be told apart from a dump', async () => {
  const { pool, slot, day } = await anOpenDay({ keptDays: 30 })
  await register(pool, { answers: { 1: '对水质检测感兴趣' } })
  await register(pool)
  const before = (await numbered(1)).personKey
  await setClock(new Date(slot.endsAt.getTime() + 29 * 86_400_000))
  await forgetVisitors()
  expect((await numbered(1)).name).not.toBeNull()
  await setClock(new Date(slot.endsAt.getTime() + 30 * 86_400_000 + 60_000))
  await forgetVisitors()
  await forgetVisitors()
  const row = await numbered(1)
  expect([row.name, row.contact, row.answers, row.formPrint]).toEqual([null, null, null, ''])
  expect(row.personKey).not.toBe(before)
  const [certificate, ...more] = await db.select().from(deletionCertificates)
  expect(certificate).toMatchObject({ openDayId: day.id, keptDays: 30, registrations: 2, names: 2, contacts: 2, answers: 1 })
  expect(more).toEqual([])
})

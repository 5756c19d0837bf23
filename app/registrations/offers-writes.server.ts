import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { db, transaction } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import { theCounty } from '~/county/reads.server'
import { deliveriesOf } from '~/messages/reads.server'
import { toLocalField } from '~/web/dates'
import { LAST_ANSWER_HOURS, offerExpiry } from './rules'
import { tell } from './telling-writes.server'
import { end, hold } from './writes.server'

/** An offer's clock starts when the person was reached; whoever has a wrong number cannot be, and the offer goes on. */
export async function startOfferClocks() {
  const open = await db
    .select({ id: registrations.id, message: registrations.offerMessageId })
    .from(registrations)
    .where(and(eq(registrations.state, 'offered'), isNull(registrations.offerExpiresAt), isNotNull(registrations.offerMessageId)))
  if (open.length === 0) return
  const { zone } = await theCounty()
  const hourOf = (at: Date) => Number(toLocalField(at, zone).slice(11, 13))
  const sent = new Map((await deliveriesOf(open.map(({ message }) => message!))).map((each) => [each.id, each]))
  for (const { id, message } of open) {
    const { deliveredAt, outcome } = sent.get(message!) ?? {}
    if (!deliveredAt) continue
    await transaction(async (tx) => {
      const held = await hold(tx, { id })
      if (held?.row.state !== 'offered' || held.row.offerExpiresAt) return
      const { day, slot, now } = held.locked
      const expiresAt = outcome === 'wrong-number' ? now : offerExpiry(deliveredAt, day.offerHours, slot.arriveAt, hourOf)
      await tx.update(registrations).set({ offerExpiresAt: expiresAt }).where(eq(registrations.id, id))
    })
  }
}

/** Offers whose time is over, and those that nobody could be told of before the day, go to the next in line. */
export async function expireOffers() {
  const over = await db.execute<{ id: number }>(sql`
    select r.id from registrations r join slots s on s.id = r.slot_id
     where r.state = 'offered'
       and (r.offer_expires_at <= app_now() or s.arrive_at - ${LAST_ANSWER_HOURS} * interval '1 hour' <= app_now())
     order by r.id`)
  for (const { id } of over) await expireOffer(id)
}

const expireOffer = (id: number) =>
  transaction(async (tx) => {
    const held = await hold(tx, { id })
    if (held?.row.state !== 'offered') return
    await end(tx, held, { state: 'expired', by: 'clock' })
    await tell(tx, held.locked, [id], 'offer-expired')
  })

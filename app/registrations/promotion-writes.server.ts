import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import { storePlaces, type LockedSlot, type Pool } from '~/open-days/places-writes.server'
import { mayOffer, promotions, type Waiting } from './rules'
import { tell } from './telling-writes.server'

const AT_ONCE = 200

/**
 * Offers what is free to those who wait, within the transaction that made it free, and writes down what is taken. No
 * place stands idle while somebody waits who fits on it.
 */
export async function promote(tx: Tx, locked: LockedSlot): Promise<number> {
  const chosen = mayOffer(locked.slot, locked.now) ? await nextInLine(tx, locked.pools) : []
  const ids = chosen.map(({ id }) => id)
  await storePlaces(tx, locked.pools)
  if (ids.length === 0) return 0
  const sent = await tell(tx, locked, ids, 'offer')
  const offers = JSON.stringify(ids.map((id) => ({ id, message: sent.get(id) ?? null })))
  await tx.execute(sql`
    update registrations r set state = 'offered', state_at = app_now(), offer_message_id = o.message
      from json_to_recordset(${offers}::json) as o(id int, message bigint) where r.id = o.id`)
  return ids.length
}

/** The queue is read in pieces: behind one who fits there may be ten thousand, and before them some who do not. */
async function nextInLine(tx: Tx, pools: Pool[]): Promise<Waiting[]> {
  const chosen: Waiting[] = []
  for (const seats of pools.filter(({ kind }) => kind === 'seat')) {
    let after = { rank: -1, id: 0 }
    while (seats.taken < seats.capacity) {
      const piece = await waitingAfter(tx, seats, after)
      chosen.push(...promotions(pools, piece))
      if (piece.length < AT_ONCE) break
      after = piece.at(-1)!
    }
  }
  return chosen
}

const waitingAfter = (tx: Tx, seats: Pool, after: { rank: number; id: number }): Promise<Waiting[]> =>
  tx
    .select({
      id: registrations.id,
      quotaId: registrations.quotaId,
      rank: registrations.rank,
      size: registrations.size,
      wheelchairs: registrations.wheelchairs,
      interpreter: registrations.interpreter,
      quiet: registrations.quiet,
    })
    .from(registrations)
    .where(
      and(
        eq(registrations.quotaId, seats.id),
        eq(registrations.state, 'waiting'),
        lte(registrations.size, seats.capacity - seats.taken),
        sql`(${registrations.rank}, ${registrations.id}) > (${after.rank}, ${after.id})`,
      ),
    )
    .orderBy(asc(registrations.rank), asc(registrations.id))
    .limit(AT_ONCE)

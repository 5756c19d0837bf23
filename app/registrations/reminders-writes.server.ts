import { sql } from 'drizzle-orm'
import { db, transaction } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import { lockSlot } from '~/open-days/places-writes.server'
import { REMINDER_HOURS } from './rules'
import { tell } from './telling-writes.server'

/** Everybody who is expected hears once more, a day before: whoever cannot come makes room for others. */
export async function remindVisitors() {
  const due = await db.execute<{ slotId: number }>(sql`
    select distinct r.slot_id as "slotId" from registrations r join slots s on s.id = r.slot_id
     where r.state = 'confirmed' and r.reminded_at is null and s.cancelled_at is null
       and s.arrive_at > app_now() and s.arrive_at - ${REMINDER_HOURS} * interval '1 hour' <= app_now()`)
  for (const { slotId } of due) await remindSlot(slotId)
}

/** Who registered so late that the confirmation is the reminder is left in peace. */
const remindSlot = (slotId: number) =>
  transaction(async (tx) => {
    const locked = await lockSlot(tx, slotId)
    if (!locked) return
    const reminded = await tx
      .update(registrations)
      .set({ remindedAt: sql`app_now()` })
      .where(sql`slot_id = ${slotId} and state = 'confirmed' and reminded_at is null`)
      .returning({ id: registrations.id, createdAt: registrations.createdAt })
    const early = reminded.filter(({ createdAt }) => locked.slot.arriveAt.getTime() - createdAt.getTime() > REMINDER_HOURS * 3_600_000)
    await tell(
      tx,
      locked,
      early.map(({ id }) => id),
      'visit-tomorrow',
    )
  })

import { transaction } from '#db/connection.server'
import { feedbackRounds } from '#db/schema/feedback'
import { rememberedCounty } from '~/county/reads.server'
import { lockSlot } from '~/open-days/places-writes.server'
import { isNight } from '~/registrations/rules'
import { tell } from '~/registrations/telling-writes.server'
import { databaseNow } from '~/web/clock.server'
import { toLocalField } from '~/web/dates'
import { registrationsToAsk, slotsToAsk } from './visit-reads.server'

/** Once for each slot, some time after it, and not at night. */
export async function askVisitors() {
  const hour = Number(toLocalField(await databaseNow(), rememberedCounty().zone).slice(11, 13))
  if (isNight(hour)) return
  for (const { slotId } of await slotsToAsk()) await askSlot(slotId)
}

const askSlot = (slotId: number) =>
  transaction(async (tx) => {
    const locked = await lockSlot(tx, slotId)
    if (!locked) return
    const ids = await registrationsToAsk(tx, slotId)
    const [round] = await tx.insert(feedbackRounds).values({ slotId, told: ids.length }).onConflictDoNothing().returning()
    if (round) await tell(tx, locked, ids, 'visit-feedback')
  })

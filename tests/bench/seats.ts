import { microBatched, rowLockPerRequest, type Bare } from './bare-seats'
import { aDatabaseToMeasure } from './database'
import { compared, inRounds, type Row } from './measure'

const SEATS = 500

/** Registrations a second at the verb: 500 seats, 200 at once, against the same guarantee in bare SQL writing the same rows. */
export async function seats(): Promise<Row[]> {
  const { sql, stop } = await aDatabaseToMeasure('seats')
  const { anOpenDay, aParty } = await import('../registrations/given')
  const { registerParty } = await import('../../app/registrations/register-writes.server')
  const fresh = async (): Promise<Bare> => {
    const { day, slot, pool } = await anOpenDay({ seats: SEATS })
    return { openDayId: day.id, slotId: slot.id, quotaId: pool.id, departmentId: day.departmentId }
  }
  const ways = [
    async () => {
      const at = await fresh()
      return () => registerParty(aParty({ slotId: at.slotId, id: at.quotaId }))
    },
    async () => rowLockPerRequest(sql, await fresh()),
    async () => microBatched(sql, await fresh()),
  ]
  const seen = await inRounds(ways)
  await stop()
  return [
    compared('seats', seen[0]!, seen[1]!, 'registrations/s', 10),
    compared('seats/batched', seen[0]!, seen[2]!, 'registrations/s', 1 / 2),
  ]
}

import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { ownCluster } from '../support/cluster'
import { createDatabase, inDatabase } from '../support/template'
import { microBatched, rowLockPerRequest, type Bare } from './bare-seats'
import { compared, inParallel, type Row } from './measure'

const SEATS = 500
const CLIENTS = 200
const SECONDS = 2
const ROUNDS = 5

/** Registrations a second at the verb: 500 seats, 200 at once, against the same guarantee in bare SQL writing the same rows. */
export async function seats(): Promise<Row[]> {
  const own = await ownCluster()
  const name = `kaimen_test_${randomBytes(4).toString('hex')}_seats`
  await createDatabase({ adminUrl: own.adminUrl, ownerUrl: own.ownerUrl, appUrl: own.url, prefix: name }, name, 'template0')
  Object.assign(process.env, { DATABASE_URL: inDatabase(own.url, name), KEY_FILE: `${own.dataDir}/kaimen.key` })
  const { migrate } = await import('../../db/migrate')
  await migrate({ ownerUrl: inDatabase(own.ownerUrl, name), appUrl: inDatabase(own.url, name) })
  const { anOpenDay, aParty } = await import('../registrations/given')
  const { registerParty } = await import('../../app/registrations/register-writes.server')
  const { closeDatabase } = await import('../../db/connection.server')
  const sql = postgres(inDatabase(own.url, name), { max: 10, onnotice: () => {} })
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
  const seen = ways.map((): number[] => [])
  for (let round = 0; round <= ROUNDS; round++)
    for (const [position, way] of ways.entries()) {
      const rate = await inParallel(await way(), CLIENTS, SECONDS)
      if (round > 0) seen[position]!.push(rate)
    }
  await sql.end()
  await closeDatabase()
  await own.remove()
  return [
    compared('seats', seen[0]!, seen[1]!, 'registrations/s', 10),
    compared('seats/batched', seen[0]!, seen[2]!, 'registrations/s', 1 / 2),
  ]
}

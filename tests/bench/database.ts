import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { ownCluster } from '../support/cluster'
import { createDatabase, inDatabase } from '../support/template'

/** A server and a migrated, empty database for verbs that run in this process, with a connection beside theirs for what they are compared with. */
export async function aDatabaseToMeasure(purpose: string) {
  const own = await ownCluster()
  const name = `kaimen_test_${randomBytes(4).toString('hex')}_${purpose}`
  await createDatabase({ adminUrl: own.adminUrl, ownerUrl: own.ownerUrl, appUrl: own.url, prefix: name }, name, 'template0')
  Object.assign(process.env, { DATABASE_URL: inDatabase(own.url, name), KEY_FILE: `${own.dataDir}/kaimen.key` })
  const { migrate } = await import('../../db/migrate')
  await migrate({ ownerUrl: inDatabase(own.ownerUrl, name), appUrl: inDatabase(own.url, name) })
  const { closeDatabase } = await import('../../db/connection.server')
  const sql = postgres(inDatabase(own.url, name), { max: 10, onnotice: () => {} })
  const stop = async () => {
    await sql.end()
    await closeDatabase()
    await own.remove()
  }
  return { name, sql, stop }
}

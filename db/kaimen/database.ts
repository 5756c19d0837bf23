import type { Settings } from '~/settings.server'
import { closeDatabase } from '../connection.server'
import { prepareDatabase } from '../prepare'

/** The county's database, running and migrated, for as long as the work takes. A running site keeps it afterwards. */
export async function withDatabase<T>(settings: Settings, work: () => Promise<T>): Promise<T> {
  const database = await prepareDatabase(settings, (line) => console.error(line))
  process.env.DATABASE_URL = database.url
  try {
    return await work()
  } finally {
    await closeDatabase()
    await database.stop()
  }
}

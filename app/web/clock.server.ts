import { sql } from '#db/connection.server'

/** The database's now: deadlines are decided by it, never by the clock of this process. */
export async function databaseNow(): Promise<Date> {
  const [row] = await sql<{ now: Date }[]>`select app_now() as now`
  return row!.now
}

import { drizzle } from 'drizzle-orm/postgres-js'
import { eq, sql as statement } from 'drizzle-orm'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { transaction, type Db } from '../../db/connection.server'
import { departments } from '../../db/schema/accounts'
import { useDatabase } from '../support/database'

useDatabase()

type On = Pick<Db, 'select' | 'execute'>

/** How many statements this connection holds ready that read departments. */
const ready = async (on: On) => {
  const [row] = await on.execute<{ count: number }>(
    statement.raw(`select count(*)::int as count from pg_prepared_statements where statement like '%"departments"."slug" = %'`),
  )
  return row!.count
}
const ask = (on: On) => on.select().from(departments).where(eq(departments.slug, 'nowhere'))

test('what drizzle asks twice is parsed once, in a transaction too', async () => {
  await transaction(async (tx) => {
    await ask(tx)
    await ask(tx)
    expect(await ready(tx)).toBe(1)
  })
})

test('negative control: drizzle left to itself prepares nothing', async () => {
  const alone = postgres(process.env.DATABASE_URL!, { max: 1, onnotice: () => {} })
  const own = drizzle(alone)
  await ask(own)
  await ask(own)
  expect(await ready(own)).toBe(0)
  await alone.end()
})

import postgres from 'postgres'
import { inject } from 'vitest'
import { inDatabase } from '../support/template'

/** Moves the database clock of a running site, as its owner. */
export async function setClock(database: string, to: Date) {
  const owner = postgres(inDatabase(inject('testServer').ownerUrl, database), { max: 1, onnotice: () => {} })
  await owner`insert into test_clock (ahead) values (${to.toISOString()}::timestamptz - now())
    on conflict (one) do update set ahead = excluded.ahead`
  await owner.end({ timeout: 5 })
}

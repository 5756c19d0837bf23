import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

// Run as a process of its own by database-killed.test.ts: as many transactions as it can, each repeated until acknowledged.
const [url, otherPostgres] = process.argv.slice(2) as [string, string?]
const { default: postgres } = await import(otherPostgres ? pathToFileURL(otherPostgres).href : 'postgres')
const sql = otherPostgres
  ? postgres(url, { max: 10, connect_timeout: 5 })
  : (await import('../../db/connection.server')).openDatabase(url).sql

let going = true
process.once('disconnect', () => (going = false))
await Promise.all(Array.from({ length: 20 }, writeOneAfterAnother))
await sql.end({ timeout: 5 })

async function writeOneAfterAnother() {
  while (going) {
    const key = randomUUID()
    while (!(await write(key))) await setImmediate()
    // Who has left no longer counts what is acknowledged.
    if (process.connected) process.send!(key, undefined, undefined, () => {})
  }
}

async function write(key: string): Promise<boolean> {
  try {
    await sql.begin(async (tx: typeof sql) => {
      const [done] = await tx`select from halves where key = ${key}`
      if (done) return
      await tx`insert into halves values (${key}, 'first')`
      await setImmediate()
      await tx`insert into halves values (${key}, 'second')`
    })
    return true
  } catch {
    return false
  }
}

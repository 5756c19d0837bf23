import { sql } from 'drizzle-orm'
import { customType, timestamp } from 'drizzle-orm/pg-core'

/** The database's own "now"; test databases may move it. */
export const now = sql`app_now()`

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Bytes sealed with the key file (app/sealing.server.ts), or raw file content. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

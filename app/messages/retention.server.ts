import { and, isNotNull, isNull, sql } from 'drizzle-orm'
import { transaction } from '#db/connection.server'
import { outbox } from '#db/schema/messages'

export const UNDELIVERED_KEPT_DAYS = 90

/** Whom nobody reached in all that time is not kept on a list for ever: the line stays, number and content go. */
export const forgetUndelivered = (contactKeptDays: number) =>
  transaction((tx) =>
    tx
      .update(outbox)
      .set({ gaveUpAt: sql`coalesce(${outbox.gaveUpAt}, app_now())`, recipient: null, params: null })
      .where(
        and(
          isNull(outbox.deliveredAt),
          isNotNull(outbox.recipient),
          sql`${outbox.createdAt} + make_interval(days => ${Math.min(contactKeptDays, UNDELIVERED_KEPT_DAYS)}) < app_now()`,
        ),
      ),
  )

import { and, eq, getTableColumns, isNull, notInArray, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import type { Language } from '~/i18n'
import { seal } from '~/sealing.server'
import { readSettings } from '~/settings.server'
import { LEASE_MS, nextTry, wayFor, type Recipient, type Sent, type Way } from './rules'
import type { Template, Templates } from './templates'
import { wake } from './wake'

type Message<T extends Template> = {
  to: Recipient
  template: T
  lang: Language
  params: Templates[T]
  /** Whose staff phones when no machine can; null: the county's administrators. */
  departmentId?: number | null
}

/**
 * Puts a message into the outbox within the transaction of its cause. Null: nobody may read this message out and no
 * machine can send it, so nothing was queued.
 */
export async function queueMessage<T extends Template>(
  tx: Tx,
  { to, template, lang, params, departmentId = null }: Message<T>,
): Promise<Way | null> {
  const settings = readSettings()
  const way = wayFor(to, template, { mail: Boolean(settings.SMTP_URL), sms: Boolean(settings.SMS_URL) })
  if (!way) return null
  await tx.insert(outbox).values({
    way,
    template,
    lang,
    recipientKind: to.kind,
    recipient: seal(to.address),
    params: seal(JSON.stringify(params)),
    departmentId,
  })
  wake()
  return way
}

const open = and(isNull(outbox.deliveredAt), isNull(outbox.gaveUpAt))
const emptied = { recipient: null, params: null }
const outboxColumns = getTableColumns(outbox)
const now = sql<Date>`app_now()`.mapWith(outbox.createdAt)

/**
 * Takes the next due message for two minutes: two workers never hold the same one, and a killed worker's comes back.
 * Attempt and lease are written in the transaction of the claim itself.
 */
export async function claimNext(except: Way[]) {
  return transaction(async (tx) => {
    const [row] = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(open, notInArray(outbox.way, ['call', ...except]), sql`${outbox.dueAt} <= app_now()`))
      .orderBy(outbox.dueAt, outbox.id)
      .limit(1)
      .for('update', { skipLocked: true })
    if (!row) return null
    const [claimed] = await tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, dueAt: sql`app_now() + ${`${LEASE_MS} milliseconds`}::interval` })
      .where(eq(outbox.id, row.id))
      .returning({ ...outboxColumns, now })
    return claimed!
  })
}

export type Claimed = NonNullable<Awaited<ReturnType<typeof claimNext>>>

/** Sent: what was in it and whom it went to are forgotten. */
export const markDelivered = ({ id }: Pick<Claimed, 'id'>) =>
  transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({ deliveredAt: sql`app_now()`, lastError: null, ...emptied })
      .where(and(eq(outbox.id, id), isNull(outbox.deliveredAt)))
  })

export const markFailed = (claimed: Claimed, failure: Sent & { ok: false }) =>
  transaction(async (tx) => {
    const again = nextTry(claimed, failure, claimed.now)
    await tx
      .update(outbox)
      .set({ lastError: failure.error, ...(again ? { dueAt: again } : { gaveUpAt: sql`app_now()` }) })
      .where(and(eq(outbox.id, claimed.id), isNull(outbox.deliveredAt)))
  })

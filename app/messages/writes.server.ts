import { and, eq, getTableColumns, isNull, notInArray, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import type { Language } from '~/i18n'
import { seal } from '~/sealing.server'
import { readSettings } from '~/settings.server'
import { LEASE_MS, nextTry, wayFor, type Recipient, type Sent, type Way, type WaysOut } from './rules'
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
export async function queueMessage<T extends Template>(tx: Tx, message: Message<T>): Promise<Way | null> {
  const row = rowOf(message, waysOut())
  if (!row) return null
  await tx.insert(outbox).values(row)
  wake()
  return row.way
}

function waysOut(): WaysOut {
  const { SMTP_URL, SMS_URL } = readSettings()
  return { mail: Boolean(SMTP_URL), sms: Boolean(SMS_URL) }
}

function rowOf<T extends Template>({ to, template, lang, params, departmentId = null }: Message<T>, open: WaysOut) {
  const way = wayFor(to, template, open)
  const recipientKind = to.kind
  return (
    way && {
      way,
      template,
      lang,
      recipientKind,
      recipient: to.sealed ?? seal(to.address),
      params: seal(JSON.stringify(params)),
      departmentId,
    }
  )
}

/** Many at once, in one statement. Answers the id of each; null where nothing was queued. */
export async function queueMessages<T extends Template>(tx: Tx, messages: Message<T>[]): Promise<(number | null)[]> {
  const open = waysOut()
  const rows = messages.map((message) => rowOf(message, open))
  const sent = rows.flatMap((row) =>
    row ? [{ ...row, recipient: row.recipient.toString('base64'), params: row.params.toString('base64') }] : [],
  )
  if (sent.length === 0) return rows.map(() => null)
  const made = await tx.execute<{ id: number }>(sql`
    insert into outbox (created_at, due_at, way, template, lang, department_id, recipient_kind, recipient, params)
    select (select app_now()), (select app_now()), m.way, m.template, m.lang, m."departmentId", m."recipientKind", decode(m.recipient, 'base64'), decode(m.params, 'base64')
      from json_to_recordset(${JSON.stringify(sent)}::json)
        as m(way text, template text, lang text, "departmentId" int, "recipientKind" text, recipient text, params text)
    returning id`)
  wake()
  let next = 0
  return rows.map((row) => (row ? Number(made[next++]!.id) : null))
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

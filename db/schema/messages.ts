import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { accounts, departments } from './accounts'
import { bytes, instant, now } from './columns'

/** Written in the transaction of its cause. Recipient and content are sealed; they are emptied after delivery. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    way: text('way', { enum: ['mail', 'sms', 'call'] }).notNull(),
    template: text('template').notNull(),
    lang: text('lang').notNull().default('zh-CN'),
    /** Whose staff sees it on the call list; null: the county's administrators. */
    departmentId: integer('department_id').references(() => departments.id),
    recipientKind: text('recipient_kind', { enum: ['email', 'phone'] }).notNull(),
    recipient: bytes('recipient'),
    params: bytes('params'),
    createdAt: instant('created_at').notNull().default(now),
    dueAt: instant('due_at').notNull().default(now),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    deliveredAt: instant('delivered_at'),
    gaveUpAt: instant('gave_up_at'),
    /** For the call list: who phoned and what came of it. */
    calledBy: uuid('called_by').references(() => accounts.id),
    outcome: text('outcome'),
  },
  (t) => [
    index('outbox_due')
      .on(t.dueAt)
      .where(sql`${t.deliveredAt} is null and ${t.gaveUpAt} is null and ${t.way} <> 'call'`),
    index('outbox_desk')
      .on(t.id)
      .where(sql`${t.deliveredAt} is null`),
    check('outbox_emptied', sql`${t.deliveredAt} is null or (${t.recipient} is null and ${t.params} is null)`),
    check('outbox_call_outcome', sql`${t.way} <> 'call' or ${t.deliveredAt} is null or ${t.outcome} is not null`),
  ],
)

import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { bytes, instant, now } from './columns'
import { articles, consultations } from './consultations'
import { openDays } from './open-days'

export const channel = pgEnum('channel', [
  'web',
  'paper',
  'mail',
  'email',
  'phone',
  'counter',
  'meeting',
  'visit',
  'hotline',
  'other',
  'open-day',
  'live',
])
export const stance = pgEnum('stance', ['support', 'oppose', 'change'])
/** Where a comment ended. Null: not yet accounted for. */
export const fate = pgEnum('fate', ['in_points', 'withdrawn', 'inadmissible'])

/**
 * One submission, numbered within its consultation. `fate` is the balance in the database: points and
 * inadmissible decisions reference (consultation, number, fate), so no comment can end in two ways.
 */
export const comments = pgTable(
  'comments',
  {
    consultationId: integer('consultation_id')
      .notNull()
      .references(() => consultations.id),
    number: integer('number').notNull(),
    articleId: integer('article_id'),
    channel: channel('channel').notNull().default('web'),
    /** Said on a visit: the open day it was said on. */
    openDayId: integer('open_day_id'),
    stance: stance('stance'),
    body: text('body').notNull(),
    replacement: text('replacement').notNull().default(''),
    lang: text('lang').notNull().default('zh-CN'),
    /** Shown with the comment; already masked or empty as the notice says. */
    displayName: text('display_name').notNull().default(''),
    authorName: bytes('author_name'),
    contact: bytes('contact'),
    contactKind: text('contact_kind', { enum: ['phone', 'email'] }),
    /** Keyed hash that tells one participant from another inside one consultation. */
    authorKey: text('author_key'),
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'set null' }),
    receiptKey: text('receipt_key').notNull().unique(),
    receiptSealed: bytes('receipt_sealed').notNull(),
    /** How the receipt went to the contact. Null: it did not. */
    receiptWay: text('receipt_way', { enum: ['mail', 'sms', 'call'] }),
    /** One-time key of the form, or `import:<file digest>:<row>`: the same form sent twice is one comment. */
    formKey: text('form_key').notNull().unique(),
    formPrint: text('form_print').notNull(),
    receivedAt: instant('received_at').notNull().default(now),
    late: boolean('late').notNull().default(false),
    enteredAt: instant('entered_at').notNull().default(now),
    enteredBy: uuid('entered_by').references(() => accounts.id),
    withdrawnAt: instant('withdrawn_at'),
    fate: fate('fate'),
  },
  (t) => [
    primaryKey({ columns: [t.consultationId, t.number] }),
    unique('comments_fate').on(t.consultationId, t.number, t.fate),
    foreignKey({
      name: 'comments_article',
      columns: [t.consultationId, t.articleId],
      foreignColumns: [articles.consultationId, articles.id],
    }),
    // Only a day that is about this consultation.
    foreignKey({
      name: 'comments_open_day',
      columns: [t.openDayId, t.consultationId],
      foreignColumns: [openDays.id, openDays.consultationId],
    }),
    check('comments_said_there', sql`(${t.openDayId} is not null) = (${t.channel}::text = 'open-day')`),
    check('comments_withdrawn', sql`(${t.withdrawnAt} is not null) = (${t.fate} is not distinct from 'withdrawn')`),
    check('comments_contact', sql`(${t.contact} is null) = (${t.contactKind} is null)`),
    check('comments_clerk', sql`${t.channel} = 'web' or ${t.enteredBy} is not null`),
    index('comments_article_index').on(t.consultationId, t.articleId),
    index('comments_told')
      .on(t.authorKey, t.enteredAt)
      .where(sql`${t.receiptWay} is not null`),
  ],
)

/** Answers between the form and Submit, so that the page where they are checked has an address. Swept by the hour. */
export const checkedAnswers = pgTable(
  'checked_answers',
  {
    /** Keyed hash of the form's one-time key and of what the comment is on: a dump opens no page. */
    key: text('key').primaryKey(),
    sealed: bytes('sealed').notNull(),
    keptAt: instant('kept_at').notNull().default(now),
  },
  (t) => [index('checked_answers_kept').on(t.keptAt)],
)

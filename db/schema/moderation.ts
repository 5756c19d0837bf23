import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { instant, now } from './columns'
import { comments } from './comments'

export const visibility = pgEnum('visibility', ['published', 'redacted', 'withheld'])

/** What the public sees of a comment. No row yet: not seen by a moderator, not public. */
export const moderations = pgTable(
  'moderations',
  {
    consultationId: integer('consultation_id').notNull(),
    number: integer('number').notNull(),
    visibility: visibility('visibility').notNull(),
    /** Key of the public list of reasons (moderation/rules.ts); empty when published unchanged. */
    reason: text('reason').notNull().default(''),
    /** Told to the author at the receipt; not public. */
    note: text('note').notNull().default(''),
    /** Counts the decisions: who decides on an older one is told so instead of overwriting it. */
    version: integer('version').notNull().default(1),
    /** The redacted texts; null when published as written. */
    publicBody: text('public_body'),
    publicReplacement: text('public_replacement'),
    decidedAt: instant('decided_at').notNull().default(now),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [
    primaryKey({ columns: [t.consultationId, t.number] }),
    foreignKey({ columns: [t.consultationId, t.number], foreignColumns: [comments.consultationId, comments.number] }),
    check('moderations_redacted', sql`(${t.visibility} = 'redacted') = (${t.publicBody} is not null)`),
    check('moderations_reason', sql`${t.visibility} = 'published' or ${t.reason} <> ''`),
  ],
)

export const objections = pgTable(
  'objections',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    consultationId: integer('consultation_id').notNull(),
    number: integer('number').notNull(),
    text: text('text').notNull(),
    madeAt: instant('made_at').notNull().default(now),
    /** Who made the decision objected to: someone else answers. */
    against: uuid('against')
      .notNull()
      .references(() => accounts.id),
    answer: text('answer'),
    outcome: text('outcome', { enum: ['kept', 'changed'] }),
    answeredAt: instant('answered_at'),
    answeredBy: uuid('answered_by').references(() => accounts.id),
  },
  (t) => [
    foreignKey({ columns: [t.consultationId, t.number], foreignColumns: [comments.consultationId, comments.number] }),
    check(
      'objections_answered_whole',
      sql`(${t.answer} is null) = (${t.answeredAt} is null) and (${t.answer} is null) = (${t.answeredBy} is null) and (${t.answer} is null) = (${t.outcome} is null)`,
    ),
    check('objections_two_people', sql`${t.answeredBy} <> ${t.against}`),
    uniqueIndex('objections_one_open')
      .on(t.consultationId, t.number)
      .where(sql`${t.answeredAt} is null`),
    index('objections_comment').on(t.consultationId, t.number),
  ],
)

import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant, now } from './columns'
import { openDays, slots } from './open-days'

/**
 * What a visitor thought of the day. Neither a person, nor a registration, nor a time stands here: only a keyed mark of
 * the registration's code, so that a code answers once and its holder can change the answer. Without the key file
 * nobody can say whose row this is.
 */
export const feedback = pgTable(
  'feedback',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    openDayId: integer('open_day_id')
      .notNull()
      .references(() => openDays.id, { onDelete: 'cascade' }),
    mark: text('mark').notNull().unique(),
    overall: smallint('overall').notNull(),
    ease: text('ease', { enum: ['easy', 'partly', 'hard'] }).notNull(),
    good: bytes('good'),
    better: bytes('better'),
    /** The visitor wants what should be better to be dealt with as a suggestion. */
    suggested: boolean('suggested').notNull().default(false),
    /** When the texts were deleted with what visitors told about themselves. */
    forgottenAt: instant('forgotten_at'),
  },
  (t) => [
    check('feedback_overall', sql`${t.overall} between 1 and 5`),
    check('feedback_suggested', sql`not ${t.suggested} or ${t.better} is not null or ${t.forgottenAt} is not null`),
    check('feedback_forgotten', sql`${t.forgottenAt} is null or num_nonnulls(${t.good}, ${t.better}) = 0`),
    index('feedback_day').on(t.openDayId),
  ],
)

/** The visitors of a slot are asked once. */
export const feedbackRounds = pgTable('feedback_rounds', {
  slotId: integer('slot_id')
    .primaryKey()
    .references(() => slots.id, { onDelete: 'cascade' }),
  askedAt: instant('asked_at').notNull().default(now),
  told: integer('told').notNull(),
})

import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { instant, now } from './columns'
import { openDays } from './open-days'

/** What was drawn, as it was at that moment: places may be given up or added the minute after. */
export type DrawResult = {
  /** Free places before the draw: the slot and the group by their place in the notice. */
  pools: { slot: number; kind: string; group: number | null; free: number }[]
  /** In the order of the draw. gone: cancelled after the list was fixed. */
  order: { entry: number; outcome: 'confirmed' | 'waiting' | 'gone' }[]
}

/** The draw 抽签 of an open day: the source named, the list fixed, the value entered, each once and in this order. */
export const draws = pgTable(
  'draws',
  {
    openDayId: integer('open_day_id')
      .primaryKey()
      .references(() => openDays.id, { onDelete: 'cascade' }),
    /** The public random source as the notice names it: whose numbers, of which day. */
    source: text('source').notNull(),
    speaksAt: instant('speaks_at').notNull(),
    namedBy: uuid('named_by')
      .notNull()
      .references(() => accounts.id),
    namedAt: instant('named_at').notNull().default(now),
    frozenAt: instant('frozen_at'),
    /** The numbered list, byte for byte what the hash covers. */
    entries: text('entries'),
    entriesHash: text('entries_hash'),
    /** What the source said, a line for each of its numbers or sets of numbers. */
    value: text('value'),
    /** Where anyone can look it up. */
    reference: text('reference'),
    enteredBy: uuid('entered_by').references(() => accounts.id),
    /** When the value was entered; the draw is made in the same moment. */
    drawnAt: instant('drawn_at'),
    result: jsonb('result').$type<DrawResult>(),
  },
  (t) => [
    check('draws_named', sql`${t.source} <> ''`),
    check('draws_frozen_whole', sql`num_nonnulls(${t.frozenAt}, ${t.entries}, ${t.entriesHash}) in (0, 3)`),
    check('draws_frozen_before', sql`${t.frozenAt} is null or ${t.frozenAt} < ${t.speaksAt}`),
    check('draws_drawn_whole', sql`num_nonnulls(${t.value}, ${t.reference}, ${t.enteredBy}, ${t.drawnAt}, ${t.result}) in (0, 5)`),
    check('draws_drawn_after', sql`${t.drawnAt} is null or (${t.frozenAt} is not null and ${t.drawnAt} >= ${t.speaksAt})`),
    check('draws_hash', sql`${t.entriesHash} ~ '^[0-9a-f]{64}$'`),
  ],
)

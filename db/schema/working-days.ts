import { sql } from 'drizzle-orm'
import { check, date, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { instant, now } from './columns'

export const workdayKind = pgEnum('workday_kind', ['holiday', 'workday'])

/** The State Council's yearly notices of holidays that are loaded. A day outside of what they cover is counted by its weekday, and provisional. */
export const workdayNotices = pgTable(
  'workday_notices',
  {
    year: integer('year').primaryKey(),
    /** 国办发明电〔2025〕7号 */
    sourceDoc: text('source_doc').notNull(),
    coveredUntil: date('covered_until').notNull(),
    /** Null: it came with the tables. */
    loadedBy: uuid('loaded_by').references(() => accounts.id),
    loadedAt: instant('loaded_at').notNull().default(now),
  },
  (t) => [
    check('workday_notices_source', sql`${t.sourceDoc} <> ''`),
    check('workday_notices_within', sql`extract(year from ${t.coveredUntil}) = ${t.year}`),
  ],
)

/** Days that a notice names: off, or worked to make up for a day off. All others go by their weekday. */
export const workdayCalendar = pgTable(
  'workday_calendar',
  {
    date: date('date').primaryKey(),
    year: integer('year')
      .notNull()
      .references(() => workdayNotices.year, { onDelete: 'cascade' }),
    kind: workdayKind('kind').notNull(),
    name: text('name').notNull(),
  },
  (t) => [
    // A New Year's holiday may begin in the December before.
    check('workday_calendar_within', sql`${t.date} between make_date(${t.year} - 1, 12, 1) and make_date(${t.year}, 12, 31)`),
    check('workday_calendar_named', sql`${t.kind} = 'workday' or ${t.name} <> ''`),
    check('workday_calendar_makes_up', sql`${t.kind} = 'holiday' or extract(isodow from ${t.date}) > 5`),
  ],
)

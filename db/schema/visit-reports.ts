import { sql } from 'drizzle-orm'
import { check, date, foreignKey, integer, jsonb, pgEnum, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts, departments } from './accounts'
import { instant, now } from './columns'
import { files } from './files'
import { openDays } from './open-days'

/** in-hand: not done yet, with the day by which it will be. The others end a suggestion, each with its reason. */
export const suggestionResult = pgEnum('suggestion_result', ['taken-up', 'partly', 'already-so', 'not-taken-up', 'passed-on', 'in-hand'])

/** Revisions of the report of a day. A published one is frozen in `document`; what comes later is the next revision. */
export const visitReports = pgTable(
  'visit_reports',
  {
    openDayId: integer('open_day_id')
      .notNull()
      .references(() => openDays.id, { onDelete: 'cascade' }),
    revision: integer('revision').notNull(),
    happened: text('happened').notNull().default(''),
    /** Why there is a later revision: a correction, or news of suggestions. */
    why: text('why').notNull().default(''),
    preparedBy: uuid('prepared_by')
      .notNull()
      .references(() => accounts.id),
    preparedAt: instant('prepared_at').notNull().default(now),
    submittedAt: instant('submitted_at'),
    submittedBy: uuid('submitted_by').references(() => accounts.id),
    returnedWhy: text('returned_why'),
    publishedAt: instant('published_at'),
    publishedBy: uuid('published_by').references(() => accounts.id),
    document: jsonb('document'),
  },
  (t) => [
    primaryKey({ columns: [t.openDayId, t.revision] }),
    check(
      'visit_reports_two_people',
      sql`${t.publishedBy} is null or (${t.publishedBy} <> ${t.preparedBy} and ${t.publishedBy} is distinct from ${t.submittedBy})`,
    ),
    check(
      'visit_reports_published_whole',
      sql`num_nonnulls(${t.publishedAt}, ${t.publishedBy}, ${t.document}) in (0, 3) and (${t.publishedAt} is null or ${t.submittedAt} is not null)`,
    ),
    check('visit_reports_later', sql`(${t.revision} = 1) = (${t.why} = '')`),
    uniqueIndex('visit_reports_one_in_work')
      .on(t.openDayId)
      .where(sql`${t.publishedAt} is null`),
  ],
)

/** What visitors asked, and who answered in which office. */
export const visitQuestions = pgTable(
  'visit_questions',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    openDayId: integer('open_day_id')
      .notNull()
      .references(() => openDays.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull().default(''),
    answeredBy: text('answered_by').notNull().default(''),
  },
  (t) => [unique('visit_questions_position').on(t.openDayId, t.position)],
)

/** What visitors proposed; what came of it stands in suggestion_outcomes, one row a revision. */
export const visitSuggestions = pgTable(
  'visit_suggestions',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    openDayId: integer('open_day_id')
      .notNull()
      .references(() => openDays.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    text: text('text').notNull(),
  },
  (t) => [unique('visit_suggestions_number').on(t.openDayId, t.number), unique('visit_suggestions_within').on(t.openDayId, t.id)],
)

/** Goes out with its revision and stays as it went out; news is a row of a later revision. */
export const suggestionOutcomes = pgTable(
  'suggestion_outcomes',
  {
    openDayId: integer('open_day_id').notNull(),
    suggestionId: integer('suggestion_id').notNull(),
    revision: integer('revision').notNull(),
    result: suggestionResult('result').notNull(),
    reason: text('reason').notNull().default(''),
    departmentId: integer('department_id')
      .notNull()
      .references(() => departments.id),
    dueOn: date('due_on'),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => accounts.id),
    decidedAt: instant('decided_at').notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.suggestionId, t.revision] }),
    foreignKey({
      name: 'suggestion_outcomes_suggestion',
      columns: [t.openDayId, t.suggestionId],
      foreignColumns: [visitSuggestions.openDayId, visitSuggestions.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'suggestion_outcomes_revision',
      columns: [t.openDayId, t.revision],
      foreignColumns: [visitReports.openDayId, visitReports.revision],
    }).onDelete('cascade'),
    check('suggestion_outcomes_due', sql`(${t.result} = 'in-hand') = (${t.dueOn} is not null)`),
    check('suggestion_outcomes_reason', sql`${t.result} = 'in-hand' or ${t.reason} <> ''`),
  ],
)

/** A photo without what its camera wrote into it. Taken down, its bytes are gone and the reason stays. */
export const visitPhotos = pgTable(
  'visit_photos',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    openDayId: integer('open_day_id')
      .notNull()
      .references(() => openDays.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    fileId: uuid('file_id').references(() => files.id),
    alt: text('alt').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Said by staff: everybody who can be recognised agreed, or nobody can be. */
    people: text('people', { enum: ['agreed', 'nobody'] }).notNull(),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => accounts.id),
    addedAt: instant('added_at').notNull().default(now),
    removedAt: instant('removed_at'),
    removedBy: uuid('removed_by').references(() => accounts.id),
    removedWhy: text('removed_why'),
  },
  (t) => [
    unique('visit_photos_position').on(t.openDayId, t.position),
    check('visit_photos_removed', sql`(${t.removedAt} is null) = (${t.fileId} is not null)`),
    check('visit_photos_removed_whole', sql`num_nonnulls(${t.removedAt}, ${t.removedBy}, ${t.removedWhy}) in (0, 3)`),
    check('visit_photos_alt', sql`${t.alt} <> ''`),
    check('visit_photos_size', sql`${t.width} > 0 and ${t.height} > 0`),
  ],
)

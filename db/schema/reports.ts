import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { fate } from './comments'
import { comments } from './comments'
import { instant, now } from './columns'
import { articles, consultations } from './consultations'

export const disposition = pgEnum('disposition', [
  'adopted',
  'partly_adopted',
  'already_covered',
  'not_adopted',
  'out_of_scope',
  'later_study',
  'noted',
])

/** What is decided: one comment may hold several points, one point may have many authors. */
export const points = pgTable(
  'points',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    consultationId: integer('consultation_id')
      .notNull()
      .references(() => consultations.id),
    number: integer('number').notNull(),
    articleId: integer('article_id'),
    summary: text('summary').notNull(),
    disposition: disposition('disposition'),
    reason: text('reason').notNull().default(''),
    textBefore: text('text_before').notNull().default(''),
    textAfter: text('text_after').notNull().default(''),
    /** Said by staff: this wording has nothing before it, and the empty text before is no omission. */
    newPassage: boolean('new_passage').notNull().default(false),
    createdAt: instant('created_at').notNull().default(now),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by').references(() => accounts.id),
  },
  (t) => [
    unique('points_number').on(t.consultationId, t.number),
    unique('points_within').on(t.consultationId, t.id),
    foreignKey({
      name: 'points_article',
      columns: [t.consultationId, t.articleId],
      foreignColumns: [articles.consultationId, articles.id],
    }),
    check(
      'points_decided_with_reason',
      sql`${t.disposition} is null or (${t.reason} <> '' and ${t.decidedAt} is not null and ${t.decidedBy} is not null)`,
    ),
  ],
)

/** A comment in a point. The constant fate ties it to comments_fate: only a comment settled as in_points can be here. */
export const pointComments = pgTable(
  'point_comments',
  {
    consultationId: integer('consultation_id').notNull(),
    pointId: integer('point_id').notNull(),
    number: integer('number').notNull(),
    fate: fate('fate').notNull().default('in_points'),
  },
  (t) => [
    primaryKey({ columns: [t.pointId, t.number] }),
    foreignKey({
      name: 'point_comments_point',
      columns: [t.consultationId, t.pointId],
      foreignColumns: [points.consultationId, points.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'point_comments_fate',
      columns: [t.consultationId, t.number, t.fate],
      foreignColumns: [comments.consultationId, comments.number, comments.fate],
    }),
    check('point_comments_in_points', sql`${t.fate} = 'in_points'`),
    index('point_comments_comment').on(t.consultationId, t.number),
  ],
)

export const inadmissibles = pgTable(
  'inadmissibles',
  {
    consultationId: integer('consultation_id').notNull(),
    number: integer('number').notNull(),
    fate: fate('fate').notNull().default('inadmissible'),
    reason: text('reason').notNull(),
    note: text('note').notNull().default(''),
    decidedAt: instant('decided_at').notNull().default(now),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [
    primaryKey({ columns: [t.consultationId, t.number] }),
    foreignKey({
      name: 'inadmissibles_fate',
      columns: [t.consultationId, t.number, t.fate],
      foreignColumns: [comments.consultationId, comments.number, comments.fate],
    }),
    check('inadmissibles_fate_fixed', sql`${t.fate} = 'inadmissible'`),
    check('inadmissibles_reason', sql`${t.reason} <> ''`),
  ],
)

/** Revisions of an adoption report. A published one is frozen in `document`; a correction is the next revision. */
export const reports = pgTable(
  'reports',
  {
    consultationId: integer('consultation_id')
      .notNull()
      .references(() => consultations.id),
    revision: integer('revision').notNull(),
    statement: text('statement').notNull().default(''),
    correctionWhy: text('correction_why').notNull().default(''),
    preparedBy: uuid('prepared_by')
      .notNull()
      .references(() => accounts.id),
    preparedAt: instant('prepared_at').notNull().default(now),
    submittedAt: instant('submitted_at'),
    returnedWhy: text('returned_why'),
    publishedAt: instant('published_at'),
    publishedBy: uuid('published_by').references(() => accounts.id),
    document: jsonb('document'),
    digest: text('digest'),
  },
  (t) => [
    primaryKey({ columns: [t.consultationId, t.revision] }),
    check('reports_two_people', sql`${t.publishedBy} is null or ${t.publishedBy} <> ${t.preparedBy}`),
    check(
      'reports_published_whole',
      sql`(${t.publishedAt} is null) = (${t.document} is null) and (${t.publishedAt} is null) = (${t.publishedBy} is null)`,
    ),
    check('reports_correction', sql`${t.revision} = 1 or ${t.correctionWhy} <> ''`),
    uniqueIndex('reports_one_in_work')
      .on(t.consultationId)
      .where(sql`${t.publishedAt} is null`),
  ],
)

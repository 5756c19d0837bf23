import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { accounts, departments } from './accounts'
import { instant, now } from './columns'
import { files } from './files'

export const access = pgEnum('comment_access', ['nothing', 'contact', 'account'])
export const nameMode = pgEnum('name_mode', ['open', 'masked', 'number'])

/**
 * A consultation and its notice. Its state is never stored: prepared, submitted, published, open, closed and
 * reported follow from the instants (rules.ts).
 */
export const consultations = pgTable(
  'consultations',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    slug: text('slug').notNull().unique(),
    departmentId: integer('department_id')
      .notNull()
      .references(() => departments.id),
    title: text('title').notNull(),
    lang: text('lang').notNull().default('zh-CN'),
    summary: text('summary').notNull().default(''),
    explanatoryNote: text('explanatory_note').notNull().default(''),
    legalBasis: text('legal_basis').notNull().default(''),
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    shortPeriodReason: text('short_period_reason').notNull().default(''),
    access: access('access').notNull().default('contact'),
    nameMode: nameMode('name_mode').notNull().default('masked'),
    contactPerson: text('contact_person').notNull().default(''),
    contactPhone: text('contact_phone').notNull().default(''),
    contactEmail: text('contact_email').notNull().default(''),
    contactAddress: text('contact_address').notNull().default(''),
    /** The normalised draft; the articles joined in order equal it. */
    sourceText: text('source_text').notNull().default(''),
    sourceName: text('source_name').notNull().default(''),
    preparedBy: uuid('prepared_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: instant('created_at').notNull().default(now),
    submittedAt: instant('submitted_at'),
    submittedBy: uuid('submitted_by').references(() => accounts.id),
    returnedWhy: text('returned_why'),
    publishedAt: instant('published_at'),
    publishedBy: uuid('published_by').references(() => accounts.id),
    /** Days that contacts are kept after the report, as residents were told: the county's setting when the notice went out. */
    contactKeptDays: integer('contact_kept_days'),
    /** Number given to the newest comment: comments are counted within their consultation. */
    lastCommentNumber: integer('last_comment_number').notNull().default(0),
    lastPointNumber: integer('last_point_number').notNull().default(0),
    reportedAt: instant('reported_at'),
  },
  (t) => [
    check(
      'consultations_two_people',
      sql`${t.publishedBy} is null or (${t.publishedBy} <> ${t.preparedBy} and ${t.publishedBy} <> ${t.submittedBy})`,
    ),
    check(
      'consultations_published_whole',
      sql`${t.publishedAt} is null or (${t.opensAt} is not null and ${t.closesAt} > ${t.opensAt} and ${t.publishedBy} is not null)`,
    ),
    index('consultations_published').on(t.publishedAt),
    index('consultations_department').on(t.departmentId),
  ],
)

export const articles = pgTable(
  'articles',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    consultationId: integer('consultation_id')
      .notNull()
      .references(() => consultations.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    anchor: text('anchor').notNull(),
    /** One of UnitKind in app/drafts/split.ts. */
    kind: text('kind').notNull(),
    level: integer('level').notNull(),
    label: text('label').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    commentable: boolean('commentable').notNull(),
  },
  (t) => [
    unique('articles_anchor').on(t.consultationId, t.anchor),
    unique('articles_position').on(t.consultationId, t.position),
    unique('articles_within').on(t.consultationId, t.id),
  ],
)

export const consultationFiles = pgTable(
  'consultation_files',
  {
    consultationId: integer('consultation_id')
      .notNull()
      .references(() => consultations.id, { onDelete: 'cascade' }),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.consultationId, t.fileId] })],
)

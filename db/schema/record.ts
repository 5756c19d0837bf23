import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, now } from './columns'

/** Append-only history of staff acts. The app's role may insert and read, nothing else; triggers refuse the owner too. */
export const record = pgTable(
  'record',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull().default(now),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    actorRole: text('actor_role').notNull(),
    departmentId: integer('department_id'),
    act: text('act').notNull(),
    subject: text('subject').notNull(),
    subjectId: text('subject_id').notNull(),
    why: text('why').notNull().default(''),
    /** Facts without personal data: changed field names, counts, numbers. */
    facts: jsonb('facts'),
  },
  (t) => [index('record_subject').on(t.subject, t.subjectId.op('text_pattern_ops')), index('record_department').on(t.departmentId, t.seq)],
)

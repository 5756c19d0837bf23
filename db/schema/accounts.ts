import { sql } from 'drizzle-orm'
import { check, index, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant, now } from './columns'

export const role = pgEnum('role', ['resident', 'moderator', 'staff', 'publisher', 'administrator', 'auditor'])

export const departments = pgTable('departments', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  nameEn: text('name_en').notNull().default(''),
  phone: text('phone').notNull().default(''),
  closedAt: instant('closed_at'),
})

export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Of people at the desk, whose names stand in the record. A resident's is sealed, and this is empty. */
    name: text('name').notNull(),
    nameSealed: bytes('name_sealed'),
    role: role('role').notNull().default('resident'),
    /** Null for residents and for people who work for the whole county. */
    departmentId: integer('department_id').references(() => departments.id),
    phone: bytes('phone'),
    phoneKey: text('phone_key').unique(),
    email: bytes('email'),
    emailKey: text('email_key').unique(),
    passwordHash: text('password_hash').notNull(),
    createdAt: instant('created_at').notNull().default(now),
    createdBy: uuid('created_by'),
    lastSignedInAt: instant('last_signed_in_at'),
    disabledAt: instant('disabled_at'),
    disabledBy: uuid('disabled_by'),
    disabledWhy: text('disabled_why'),
  },
  (t) => [
    check('accounts_reachable', sql`${t.phoneKey} is not null or ${t.emailKey} is not null`),
    check('accounts_staff_has_department', sql`${t.role} <> 'staff' or ${t.departmentId} is not null`),
    check('accounts_resident_has_none', sql`${t.role} <> 'resident' or ${t.departmentId} is null`),
    check('accounts_resident_sealed', sql`(${t.role} = 'resident') = (${t.nameSealed} is not null)`),
    check('accounts_resident_nameless', sql`${t.role} <> 'resident' or ${t.name} = ''`),
    check('accounts_disabled_whole', sql`(${t.disabledAt} is null) = (${t.disabledWhy} is null)`),
  ],
)

/** Columns id, user_id and expires_at are lucia's; id is the SHA-256 of the token, never the token. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().default(now),
    lastSeenAt: instant('last_seen_at').notNull().default(now),
    /** When the password was last given in this session. */
    authenticatedAt: instant('authenticated_at').notNull().default(now),
    /** When a second factor was given, once there is one. */
    mfaAt: instant('mfa_at'),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/** An invitation without an inviter is the set-up link of an empty county. */
export const invitations = pgTable('invitations', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  codeKey: text('code_key').notNull().unique(),
  name: text('name').notNull(),
  role: role('role').notNull(),
  departmentId: integer('department_id').references(() => departments.id),
  invitedBy: uuid('invited_by').references(() => accounts.id),
  createdAt: instant('created_at').notNull().default(now),
  expiresAt: instant('expires_at').notNull(),
  acceptedAt: instant('accepted_at'),
  acceptedBy: uuid('accepted_by').references(() => accounts.id),
  revokedAt: instant('revoked_at'),
})

export const passwordResets = pgTable('password_resets', {
  codeKey: text('code_key').primaryKey(),
  accountId: uuid('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  way: text('way', { enum: ['mail', 'counter'] }).notNull(),
  issuedBy: uuid('issued_by').references(() => accounts.id),
  createdAt: instant('created_at').notNull().default(now),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})

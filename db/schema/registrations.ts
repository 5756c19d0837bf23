import { sql } from 'drizzle-orm'
import { bigint, boolean, check, foreignKey, index, integer, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { bytes, instant, now } from './columns'
import { channel } from './comments'
import { openDays, quotas, visitorGroups } from './open-days'

/**
 * applied: asks for a place, to be chosen by review or draw. offered: holds its places until it answers. confirmed:
 * has them. waiting: has a rank. cancelled, expired, not-chosen: ended.
 */
export const registrationState = pgEnum('registration_state', [
  'applied',
  'waiting',
  'offered',
  'confirmed',
  'cancelled',
  'expired',
  'not-chosen',
])

/** 定向邀请: a code for one registration in a group that is by invitation only. */
export const visitorInvitations = pgTable(
  'visitor_invitations',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    openDayId: integer('open_day_id')
      .notNull()
      .references(() => openDays.id),
    groupId: integer('group_id').notNull(),
    /** Whom it is for, as the office writes it down. */
    note: bytes('note'),
    /** Where it was sent; null when it is handed over. */
    contact: bytes('contact'),
    contactKind: text('contact_kind', { enum: ['phone', 'email'] }),
    codeKey: text('code_key').notNull().unique(),
    codeSealed: bytes('code_sealed').notNull(),
    formKey: text('form_key').notNull().unique(),
    issuedBy: uuid('issued_by')
      .notNull()
      .references(() => accounts.id),
    issuedAt: instant('issued_at').notNull().default(now),
    revokedAt: instant('revoked_at'),
    revokedBy: uuid('revoked_by').references(() => accounts.id),
  },
  (t) => [
    foreignKey({
      name: 'visitor_invitations_group',
      columns: [t.openDayId, t.groupId],
      foreignColumns: [visitorGroups.openDayId, visitorGroups.id],
    }),
    unique('visitor_invitations_within').on(t.openDayId, t.id),
    check('visitor_invitations_contact', sql`${t.contact} is null or ${t.contactKind} is not null`),
    check('visitor_invitations_revoked', sql`(${t.revokedAt} is null) = (${t.revokedBy} is null)`),
  ],
)

/** One party 报名: the person who registers and those who come along, numbered within the slot in the order of commit. */
export const registrations = pgTable(
  'registrations',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    openDayId: integer('open_day_id').notNull(),
    slotId: integer('slot_id').notNull(),
    /** The seats it takes or waits for. */
    quotaId: integer('quota_id').notNull(),
    /** The invitation it came by. */
    invitationId: integer('invitation_id'),
    number: integer('number').notNull(),
    state: registrationState('state').notNull(),
    size: integer('size').notNull(),
    wheelchairs: integer('wheelchairs').notNull().default(0),
    interpreter: boolean('interpreter').notNull().default(false),
    quiet: boolean('quiet').notNull().default(false),
    /** Waiting order within the seats: the number, the place in the draw, or what staff set with a reason. */
    rank: integer('rank').notNull(),
    /** Who it is, within this open day: keyed hash of the contact (rules.ts, personOf). */
    personKey: text('person_key').notNull(),
    name: bytes('name'),
    contact: bytes('contact'),
    contactKind: text('contact_kind', { enum: ['phone', 'email'] }).notNull(),
    /** Answers to the notice's questions, sealed JSON by question id. */
    answers: bytes('answers'),
    lang: text('lang', { enum: ['zh-CN', 'en'] }).notNull(),
    photoConsent: boolean('photo_consent'),
    houseRulesVersion: integer('house_rules_version').notNull(),
    codeKey: text('code_key').notNull().unique(),
    codeSealed: bytes('code_sealed').notNull(),
    formKey: text('form_key').notNull().unique(),
    formPrint: text('form_print').notNull(),
    channel: channel('channel').notNull().default('web'),
    enteredBy: uuid('entered_by').references(() => accounts.id),
    /** Came to the gate without having registered 现场临时来的. */
    walkIn: boolean('walk_in').notNull().default(false),
    createdAt: instant('created_at').notNull().default(now),
    /** When it came to its present state. */
    stateAt: instant('state_at').notNull().default(now),
    /** The message that carries an offer; its clock starts when that one was delivered or the person was reached. */
    offerMessageId: bigint('offer_message_id', { mode: 'number' }),
    offerExpiresAt: instant('offer_expires_at'),
    /** The wording of place and time it agreed to; less than the slot's version: asked again and not yet answered. */
    slotVersion: integer('slot_version').notNull(),
    /** When its link last went to the contact: a stranger's number is typed in as easily as one's own. */
    toldAt: instant('told_at'),
    remindedAt: instant('reminded_at'),
    /** When name, contact and answers were deleted, as the notice promised. */
    forgottenAt: instant('forgotten_at'),
    endedBy: text('ended_by', { enum: ['visitor', 'staff', 'clock', 'day'] }),
    endedWhy: text('ended_why').notNull().default(''),
  },
  (t) => [
    // One reference holds day, slot and seats together: at a rush each of its own would be looked up for every row.
    foreignKey({
      name: 'registrations_places',
      columns: [t.openDayId, t.slotId, t.quotaId],
      foreignColumns: [quotas.openDayId, quotas.slotId, quotas.id],
    }),
    foreignKey({
      name: 'registrations_invitation',
      columns: [t.openDayId, t.invitationId],
      foreignColumns: [visitorInvitations.openDayId, visitorInvitations.id],
    }),
    uniqueIndex('registrations_invited_once')
      .on(t.invitationId)
      .where(sql`${t.invitationId} is not null`),
    unique('registrations_number').on(t.slotId, t.number),
    // What a party tells after it got its places holds on to this: it exists only while the registration is confirmed.
    unique('registrations_in_state').on(t.id, t.state),
    // One person, one living registration for an open day.
    uniqueIndex('registrations_person')
      .on(t.openDayId, t.personKey)
      .where(sql`${t.state} in ('applied', 'waiting', 'offered', 'confirmed')`),
    check(
      'registrations_forgotten',
      sql`${t.forgottenAt} is null or (${t.name} is null and ${t.contact} is null and ${t.answers} is null)`,
    ),
    check('registrations_party', sql`${t.size} between 1 and 50 and ${t.wheelchairs} between 0 and ${t.size}`),
    check('registrations_ended', sql`(${t.endedBy} is not null) = (${t.state} in ('cancelled', 'expired', 'not-chosen'))`),
    check('registrations_offer', sql`${t.offerExpiresAt} is null or ${t.state} = 'offered'`),
    check('registrations_clerk', sql`${t.channel} = 'web' or ${t.enteredBy} is not null`),
    check('registrations_walk_in', sql`not ${t.walkIn} or ${t.enteredBy} is not null`),
    index('registrations_queue')
      .on(t.quotaId, t.rank)
      .where(sql`${t.state} = 'waiting'`),
    index('registrations_offers')
      .on(t.offerExpiresAt)
      .where(sql`${t.state} = 'offered'`),
  ],
)

/** 销毁证明: that what visitors told about themselves was deleted, when, and how much it was. */
export const deletionCertificates = pgTable('deletion_certificates', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  openDayId: integer('open_day_id')
    .notNull()
    .references(() => openDays.id),
  deletedAt: instant('deleted_at').notNull().default(now),
  keptDays: integer('kept_days').notNull(),
  registrations: integer('registrations').notNull(),
  names: integer('names').notNull(),
  contacts: integer('contacts').notNull(),
  answers: integer('answers').notNull(),
  /** Members of parties by name, and what was asked of them after they got a place. */
  members: integer('members').notNull().default(0),
  identityNumbers: integer('identity_numbers').notNull().default(0),
  birthDates: integer('birth_dates').notNull().default(0),
  plates: integer('plates').notNull().default(0),
  guardians: integer('guardians').notNull().default(0),
  /** Invitations of which the note or the contact was deleted. */
  invitations: integer('invitations').notNull().default(0),
})

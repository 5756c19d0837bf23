import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, integer, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { accounts, departments } from './accounts'
import { instant, now } from './columns'
import { consultations } from './consultations'

export const choosing = pgEnum('choosing', ['first-come', 'review', 'draw'])
export const placeKind = pgEnum('place_kind', ['seat', 'wheelchair', 'interpreter', 'quiet'])

/** An open month or a series 开放月: the days that departments hold under one name. */
export const campaigns = pgTable('campaigns', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  slug: text('slug').notNull().unique(),
  title: text('title').notNull(),
  lang: text('lang').notNull().default('zh-CN'),
  summary: text('summary').notNull().default(''),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on').notNull(),
  /** Days after the last slot within which a department publishes what came of its day. */
  reportWithinDays: integer('report_within_days').notNull().default(10),
  createdBy: uuid('created_by')
    .notNull()
    .references(() => accounts.id),
  createdAt: instant('created_at').notNull().default(now),
})

/** An open day and its notice. Its state follows from the instants (rules.ts); only what somebody did is stored. */
export const openDays = pgTable(
  'open_days',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    slug: text('slug').notNull().unique(),
    campaignId: integer('campaign_id').references(() => campaigns.id),
    departmentId: integer('department_id')
      .notNull()
      .references(() => departments.id),
    /** A draft policy the visit is about. */
    consultationId: integer('consultation_id').references(() => consultations.id),
    title: text('title').notNull(),
    lang: text('lang').notNull().default('zh-CN'),
    summary: text('summary').notNull().default(''),
    agenda: text('agenda').notNull().default(''),
    place: text('place').notNull().default(''),
    /** How to get there and in: stops, parking, steps, lift, toilets. */
    access: text('access').notNull().default(''),
    whoMayCome: text('who_may_come').notNull().default(''),
    /** Other ways to sign up: telephone, counter, letter. */
    otherWays: text('other_ways').notNull().default(''),
    houseRules: text('house_rules').notNull().default(''),
    /** Counts the published wordings of the house rules: a registration keeps the one it agreed to. */
    houseRulesVersion: integer('house_rules_version').notNull().default(1),
    choosing: choosing('choosing').notNull().default('first-come'),
    /** For review: by what staff chooses. */
    choosingRule: text('choosing_rule').notNull().default(''),
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    partyMost: integer('party_most').notNull().default(4),
    asksPhotoConsent: boolean('asks_photo_consent').notNull().default(false),
    /** Asked only of those who got a place (party-details), each for a purpose that the notice states. */
    asksIdentity: boolean('asks_identity').notNull().default(false),
    identityWhy: text('identity_why').notNull().default(''),
    asksBirthDate: boolean('asks_birth_date').notNull().default(false),
    birthDateWhy: text('birth_date_why').notNull().default(''),
    asksPlate: boolean('asks_plate').notNull().default(false),
    plateWhy: text('plate_why').notNull().default(''),
    /** Days before arrival by which it is to be filled in. */
    detailsDays: integer('details_days').notNull().default(1),
    /** Days after the last slot at whose end what visitors told about themselves is deleted. */
    keptDays: integer('kept_days').notNull().default(30),
    /** Hours to answer an offer, from when the person was reached. */
    offerHours: integer('offer_hours').notNull().default(24),
    contactPerson: text('contact_person').notNull().default(''),
    contactPhone: text('contact_phone').notNull().default(''),
    contactEmail: text('contact_email').notNull().default(''),
    preparedBy: uuid('prepared_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: instant('created_at').notNull().default(now),
    submittedAt: instant('submitted_at'),
    submittedBy: uuid('submitted_by').references(() => accounts.id),
    returnedWhy: text('returned_why'),
    publishedAt: instant('published_at'),
    publishedBy: uuid('published_by').references(() => accounts.id),
    cancelledAt: instant('cancelled_at'),
    cancelledWhy: text('cancelled_why'),
  },
  (t) => [
    check(
      'open_days_two_people',
      sql`${t.publishedBy} is null or (${t.publishedBy} <> ${t.preparedBy} and ${t.publishedBy} <> ${t.submittedBy})`,
    ),
    check(
      'open_days_published_whole',
      sql`${t.publishedAt} is null or (${t.opensAt} is not null and ${t.closesAt} > ${t.opensAt} and ${t.publishedBy} is not null)`,
    ),
    check('open_days_cancelled_whole', sql`(${t.cancelledAt} is null) = (${t.cancelledWhy} is null)`),
    // Personal Information Protection Law, art. 6 and 17: nothing is asked without a stated purpose.
    check(
      'open_days_asked_for_a_purpose',
      sql`${t.publishedAt} is null or ((not ${t.asksIdentity} or ${t.identityWhy} <> '') and (not ${t.asksBirthDate} or ${t.birthDateWhy} <> '') and (not ${t.asksPlate} or ${t.plateWhy} <> ''))`,
    ),
    check('open_days_details_days', sql`${t.detailsDays} between 1 and 30`),
    check('open_days_party', sql`${t.partyMost} between 1 and 50`),
    check('open_days_kept', sql`${t.keptDays} between 1 and 365 and ${t.offerHours} between 1 and 168`),
    unique('open_days_about').on(t.id, t.consultationId),
    index('open_days_published').on(t.publishedAt),
    index('open_days_department').on(t.departmentId),
  ],
)

/** What the notice asks of everyone who registers, besides name and contact. */
export const openDayQuestions = pgTable(
  'open_day_questions',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    openDayId: integer('open_day_id')
      .notNull()
      .references(() => openDays.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    label: text('label').notNull(),
    kind: text('kind', { enum: ['line', 'text', 'choice'] }).notNull(),
    options: text('options').array().notNull().default([]),
    required: boolean('required').notNull().default(false),
  },
  (t) => [
    unique('open_day_questions_position').on(t.openDayId, t.position),
    check('open_day_questions_options', sql`(${t.kind} = 'choice') = (cardinality(${t.options}) > 0)`),
  ],
)

/** Residents, firms, students, delegates: who has places of their own. Where there is none, places are for everyone. */
export const visitorGroups = pgTable(
  'visitor_groups',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    openDayId: integer('open_day_id')
      .notNull()
      .references(() => openDays.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** Only with an invitation 定向邀请; not offered on the public form. */
    invited: boolean('invited').notNull().default(false),
  },
  (t) => [unique('visitor_groups_position').on(t.openDayId, t.position), unique('visitor_groups_within').on(t.openDayId, t.id)],
)

/** 场次. Two slots of one day never wait for each other: every number and place is counted within the slot. */
export const slots = pgTable(
  'slots',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    openDayId: integer('open_day_id')
      .notNull()
      .references(() => openDays.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: text('name').notNull().default(''),
    /** Where it differs from the day's place. */
    place: text('place').notNull().default(''),
    gate: text('gate').notNull().default(''),
    /** When to be at the gate; the visit begins at `startsAt`. */
    arriveAt: instant('arrive_at').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** Raised by every move: who registered for an earlier one is asked again. */
    version: integer('version').notNull().default(1),
    cancelledAt: instant('cancelled_at'),
    cancelledWhy: text('cancelled_why'),
    /** Number given to the newest registration. */
    lastNumber: integer('last_number').notNull().default(0),
  },
  (t) => [
    unique('slots_position').on(t.openDayId, t.position),
    unique('slots_within').on(t.openDayId, t.id),
    check('slots_times', sql`${t.arriveAt} <= ${t.startsAt} and ${t.startsAt} < ${t.endsAt}`),
    check('slots_cancelled_whole', sql`(${t.cancelledAt} is null) = (${t.cancelledWhy} is null)`),
    index('slots_starts').on(t.startsAt),
  ],
)

/**
 * Places of one kind in one slot, for one group or for everyone. `taken` is changed only together with the
 * registrations that take them, under the slot's lock; the check is what never oversells.
 */
export const quotas = pgTable(
  'quotas',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    openDayId: integer('open_day_id').notNull(),
    slotId: integer('slot_id').notNull(),
    groupId: integer('group_id'),
    kind: placeKind('kind').notNull().default('seat'),
    capacity: integer('capacity').notNull(),
    taken: integer('taken').notNull().default(0),
  },
  (t) => [
    foreignKey({ name: 'quotas_slot', columns: [t.openDayId, t.slotId], foreignColumns: [slots.openDayId, slots.id] }).onDelete('cascade'),
    foreignKey({ name: 'quotas_group', columns: [t.openDayId, t.groupId], foreignColumns: [visitorGroups.openDayId, visitorGroups.id] }),
    unique('quotas_once').on(t.slotId, t.kind, t.groupId).nullsNotDistinct(),
    unique('quotas_within').on(t.openDayId, t.slotId, t.id),
    check('quotas_never_oversold', sql`${t.taken} between 0 and ${t.capacity}`),
    check('quotas_needs_have_no_group', sql`${t.kind} = 'seat' or ${t.groupId} is null`),
  ],
)

import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { bytes, instant, now } from './columns'
import { registrations, registrationState } from './registrations'

/**
 * What a party told after it got its places. The key with the state in it is the promise that nobody else is asked: a
 * registration cannot leave `confirmed` while this row stands.
 */
export const partyDetails = pgTable(
  'party_details',
  {
    registrationId: integer('registration_id').primaryKey(),
    state: registrationState('state').notNull().default('confirmed'),
    /** The party size for which nothing is missing; 0 once a minor has lost the guardian. */
    filledFor: integer('filled_for').notNull(),
    /** Consent to sensitive data, apart from everything else (Personal Information Protection Law, art. 29). */
    consentedAt: instant('consented_at').notNull().default(now),
    filledAt: instant('filled_at').notNull().default(now),
    /** The clerk who wrote it down for somebody. */
    filledBy: uuid('filled_by').references(() => accounts.id),
  },
  (t) => [
    foreignKey({
      name: 'party_details_of_confirmed',
      columns: [t.registrationId, t.state],
      foreignColumns: [registrations.id, registrations.state],
    }).onDelete('cascade'),
    check('party_details_confirmed', sql`${t.state} = 'confirmed'`),
    check('party_details_size', sql`${t.filledFor} between 0 and 50`),
  ],
)

/** One person of a party. Everything is sealed, each value by itself. */
export const partyMembers = pgTable(
  'party_members',
  {
    registrationId: integer('registration_id')
      .notNull()
      .references(() => partyDetails.registrationId, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: bytes('name').notNull(),
    /** Kind and number, as one sealed text. */
    document: bytes('document'),
    birthDate: bytes('birth_date'),
    /** Where no birth date is known: what was ticked, adult, under 18 or under 14. */
    ageGroup: bytes('age_group'),
    /** A grown-up of the same party; else name and mobile number of whoever agrees. */
    guardianPosition: integer('guardian_position'),
    guardianName: bytes('guardian_name'),
    guardianPhone: bytes('guardian_phone'),
    /** Consent of the guardian of a child under 14 (art. 31). */
    guardianConsentedAt: instant('guardian_consented_at'),
  },
  (t) => [
    primaryKey({ columns: [t.registrationId, t.position] }),
    foreignKey({
      name: 'party_members_guardian',
      columns: [t.registrationId, t.guardianPosition],
      foreignColumns: [t.registrationId, t.position],
    }),
    check('party_members_position', sql`${t.position} between 1 and 50`),
    check('party_members_guardian_whole', sql`(${t.guardianName} is null) = (${t.guardianPhone} is null)`),
    check('party_members_one_guardian', sql`${t.guardianPosition} is null or ${t.guardianName} is null`),
    check('party_members_other_guardian', sql`${t.guardianPosition} <> ${t.position}`),
  ],
)

/** The vehicles a party comes with. */
export const partyPlates = pgTable(
  'party_plates',
  {
    registrationId: integer('registration_id')
      .notNull()
      .references(() => partyDetails.registrationId, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    plate: bytes('plate').notNull(),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.position] }), check('party_plates_position', sql`${t.position} between 1 and 50`)],
)

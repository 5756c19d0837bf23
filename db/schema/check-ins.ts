import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { instant, now } from './columns'
import { openDays, slots } from './open-days'
import { registrations } from './registrations'

/** admitted: they came in. repeat: the same ticket once more. refused: kept too, with the reason. */
export const scanOutcome = pgEnum('scan_outcome', ['admitted', 'repeat', 'refused'])

/** What a device without a network showed the guard. unlisted: signed by the county, registered after the device's list was made. */
export const deviceVerdict = pgEnum('device_verdict', ['admitted', 'unlisted', 'repeat', 'refused'])

/** What happened at the gate 签到, one row a scan. Sent twice with the same nonce it is one row. */
export const checkIns = pgTable(
  'check_ins',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    openDayId: integer('open_day_id')
      .notNull()
      .references(() => openDays.id, { onDelete: 'cascade' }),
    slotId: integer('slot_id'),
    registrationId: integer('registration_id').references(() => registrations.id, { onDelete: 'cascade' }),
    nonce: text('nonce').notNull().unique(),
    outcome: scanOutcome('outcome').notNull(),
    why: text('why').notNull().default(''),
    people: integer('people').notNull().default(0),
    /** By the clock of the device; of two scans of one ticket the earlier came in. */
    scannedAt: instant('scanned_at').notNull().default(now),
    receivedAt: instant('received_at').notNull().default(now),
    scannedBy: uuid('scanned_by')
      .notNull()
      .references(() => accounts.id),
    /** What the guard called it: 东门 1. */
    device: text('device').notNull().default(''),
    /** Set where the device decided by itself and told us afterwards. */
    deviceSaid: deviceVerdict('device_said'),
    /** The people were let in, and this scan is not the one that counts: their ticket came in elsewhere, or was no longer good. */
    conflict: boolean('conflict').notNull().default(false),
    settledAt: instant('settled_at'),
    settledBy: uuid('settled_by').references(() => accounts.id),
    settledWhy: text('settled_why').notNull().default(''),
  },
  (t) => [
    foreignKey({ name: 'check_ins_slot', columns: [t.openDayId, t.slotId], foreignColumns: [slots.openDayId, slots.id] }),
    check('check_ins_people', sql`(${t.outcome} = 'admitted') = (${t.people} > 0)`),
    check('check_ins_whole', sql`${t.outcome} = 'refused' or (${t.registrationId} is not null and ${t.slotId} is not null)`),
    check('check_ins_conflict', sql`not ${t.conflict} or ${t.outcome} <> 'admitted'`),
    check(
      'check_ins_settled',
      sql`(${t.settledAt} is null) = (${t.settledBy} is null) and (${t.settledAt} is null) = (${t.settledWhy} = '') and (${t.settledAt} is null or ${t.conflict})`,
    ),
    check('check_ins_in_order', sql`${t.scannedAt} <= ${t.receivedAt}`),
    // A ticket comes in once, however many gates and phones there are.
    uniqueIndex('check_ins_came_in')
      .on(t.registrationId)
      .where(sql`${t.outcome} = 'admitted'`),
    index('check_ins_registration').on(t.registrationId),
    index('check_ins_day').on(t.openDayId, t.id),
  ],
)

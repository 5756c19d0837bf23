import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts'
import { instant, now } from './columns'
import { openDays, slots } from './open-days'
import { registrations } from './registrations'

/** admitted: they came in. repeat: the same ticket once more. refused: kept too, with the reason. */
export const scanOutcome = pgEnum('scan_outcome', ['admitted', 'repeat', 'refused'])

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
  },
  (t) => [
    foreignKey({ name: 'check_ins_slot', columns: [t.openDayId, t.slotId], foreignColumns: [slots.openDayId, slots.id] }),
    check('check_ins_people', sql`(${t.outcome} = 'admitted') = (${t.people} > 0)`),
    check('check_ins_whole', sql`${t.outcome} = 'refused' or (${t.registrationId} is not null and ${t.slotId} is not null)`),
    index('check_ins_registration').on(t.registrationId),
    index('check_ins_day').on(t.openDayId, t.id),
  ],
)

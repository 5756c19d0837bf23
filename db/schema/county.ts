import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** One row: the county that runs this installation. */
export const county = pgTable(
  'county',
  {
    only: boolean('only').primaryKey().default(true),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull().default(''),
    zone: text('zone').notNull().default('Asia/Shanghai'),
    office: text('office').notNull().default(''),
    officeEn: text('office_en').notNull().default(''),
    phone: text('phone').notNull().default(''),
    email: text('email').notNull().default(''),
    address: text('address').notNull().default(''),
    icp: text('icp').notNull().default(''),
    policeRecord: text('police_record').notNull().default(''),
    siteCode: text('site_code').notNull().default(''),
    /** Working target for the adoption report after closing, in calendar days; no national figure exists. */
    reportWithinDays: integer('report_within_days').notNull().default(30),
    /** Calendar days that contacts are kept after the report; told to residents at the form. */
    contactKeptDays: integer('contact_kept_days').notNull().default(180),
    demoLaidAt: instant('demo_laid_at'),
  },
  (t) => [check('county_only_one', sql`${t.only}`)],
)

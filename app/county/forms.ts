import { z } from 'zod'
import { readContact } from '~/accounts/rules'
import { line } from '~/web/text'

const optional = (max: number) =>
  line(max)
    .optional()
    .transform((typed) => typed ?? '')
const days = (key: string, least: number, most: number) => z.coerce.number({ error: key }).int(key).min(least, key).max(most, key)

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])

export const settingsForm = z.object({
  name: line(40, { required: 'county:error.name-required' }),
  nameEn: optional(80),
  zone: line(60, { required: 'county:error.zone-unknown' }).refine((zone) => zones.has(zone), 'county:error.zone-unknown'),
  office: line(60, { required: 'county:error.office-required' }),
  officeEn: optional(120),
  phone: line(40, { required: 'county:error.phone-required' }),
  email: optional(254).refine((typed) => typed === '' || readContact(typed)?.kind === 'email', 'county:error.email-unreadable'),
  address: optional(120),
  icp: optional(60),
  policeRecord: optional(60),
  siteCode: optional(40),
  reportWithinDays: days('county:error.report-days', 1, 365),
  contactKeptDays: days('county:error.contact-days', 1, 3650),
})

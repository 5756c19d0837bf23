import { z } from 'zod'
import { endOfDay } from '../calendar/periods'
import { fromLocalField } from '../web/dates'
import { line, prose } from '../web/text'
import { accesses, draftLanguages, nameModes, UNIT_KINDS } from './rules'

export const TITLE_MOST = 120
export const SUMMARY_MOST = 400
export const PROSE_MOST = 20_000
export const CONTACT_MOST = 200
export const REASON_MOST = 1_000

export const title = line(TITLE_MOST, { required: 'consultations:error.title', long: 'consultations:error.title-long' })
// Empty fields arrive as undefined (conform).
export const optional = <T extends z.ZodType<string>>(schema: T) => schema.optional().transform((typed) => typed ?? '')

export const newForm = z.object({ title })

export const instant = (zone: string) =>
  z
    .string()
    .optional()
    .transform((typed, context) => {
      if (typed === undefined) return null
      const at = fromLocalField(typed, zone)
      if (!at) context.addIssue({ code: 'custom', message: 'consultations:error.instant' })
      return at
    })

const PHONE = /^[0-9+()（）\-－—转，,、;； ]{5,60}$/
const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}\.[^\s@<>"]{2,}$/
const shaped = (pattern: RegExp, message: string) =>
  optional(line(CONTACT_MOST)).refine((typed) => typed === '' || pattern.test(typed), message)
export const contactPhone = shaped(PHONE, 'consultations:error.phone')
export const contactEmail = shaped(EMAIL, 'consultations:error.email')

/** The notice; everything but the title may still be empty, what is missing is listed before approval. */
export const noticeForm = (zone: string) =>
  z
    .object({
      title,
      summary: optional(prose(SUMMARY_MOST, { long: 'consultations:error.summary-long' })),
      explanatoryNote: optional(prose(PROSE_MOST)),
      legalBasis: optional(prose(PROSE_MOST)),
      opensAt: instant(zone),
      closesOn: optional(z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'consultations:error.day')),
      closesHour: optional(z.string().regex(/^(\d{2}:\d{2})?$/, 'consultations:error.hour')),
      shortPeriodReason: optional(prose(REASON_MOST)),
      lang: z.enum(Object.keys(draftLanguages) as [keyof typeof draftLanguages], { error: 'consultations:error.choose' }),
      access: z.enum(accesses, { error: 'consultations:error.choose' }),
      nameMode: z.enum(nameModes, { error: 'consultations:error.choose' }),
      contactPerson: optional(line(CONTACT_MOST)),
      contactPhone,
      contactEmail,
      contactAddress: optional(line(CONTACT_MOST)),
    })
    .transform(({ closesOn, closesHour, ...notice }, context) => {
      const closesAt = closing(closesOn, closesHour, zone)
      if (closesOn && !closesAt) context.addIssue({ code: 'custom', path: ['closesOn'], message: 'consultations:error.day' })
      if (closesHour && !closesOn) context.addIssue({ code: 'custom', path: ['closesOn'], message: 'consultations:error.day-for-hour' })
      if (closesAt && notice.opensAt && closesAt <= notice.opensAt)
        context.addIssue({ code: 'custom', path: ['closesOn'], message: 'consultations:error.order' })
      return { ...notice, closesAt }
    })

/** The end of the day unless an hour is given. */
export const closing = (day: string, hour: string, zone: string) =>
  day === '' ? null : hour ? fromLocalField(`${day}T${hour}`, zone) : endOfDay(day, zone)

export const draftForm = z
  .object({ text: optional(z.string()), file: z.instanceof(File).optional() })
  .refine(({ text, file }) => text.trim() !== '' || file !== undefined, { path: ['text'], message: 'consultations:error.no-draft' })
  .refine(({ text, file }) => text.trim() === '' || file === undefined, { path: ['text'], message: 'consultations:error.two-drafts' })

export const filesForm = z.object({ files: z.array(z.instanceof(File)).min(1, 'consultations:error.no-file') })

const anchor = z.string().min(1).max(200)

/** One correction of how the draft was cut; none of them can change its text. */
export const correctionForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('merge'), anchor }),
  z.object({
    do: z.literal('split'),
    anchor,
    offset: z.coerce.number({ error: 'consultations:error.choose' }).int().positive('consultations:error.choose'),
  }),
  z.object({ do: z.literal('relabel'), anchor, kind: z.enum(UNIT_KINDS), label: optional(line(60)), title: optional(line(200)) }),
])

export const returnForm = z.object({ why: prose(REASON_MOST, { required: 'consultations:error.why', long: 'web:error.too-long' }) })

import { z } from 'zod'
import { channels, stances } from '~/comments/rules'
import { dispositions, inadmissibleReasons } from '~/reports/rules'

const at = z.iso.datetime()
const counted = <S extends z.ZodType>(key: string, schema: S) => z.array(z.object({ [key]: schema, comments: z.int() }))
const channel = z.enum(channels)
const articleRef = z.object({ anchor: z.string(), label: z.string(), title: z.string() })
const fate = z.enum(['in_points', 'withdrawn', 'inadmissible'])
const balance = { received: z.int(), inPoints: z.int(), withdrawn: z.int(), inadmissible: z.int(), unaccounted: z.int() }
const inadmissibleReason = z.enum(inadmissibleReasons)

const point = z.object({
  number: z.int(),
  article: articleRef.nullable(),
  summary: z.string(),
  disposition: z.enum(dispositions),
  reason: z.string(),
  textBefore: z.string(),
  textAfter: z.string(),
  comments: z.array(z.int()),
})

const reportComment = z.object({
  number: z.int(),
  channel,
  article: articleRef.nullable(),
  stance: z.enum(stances).nullable(),
  receivedAt: at,
  late: z.boolean(),
  fate: fate.nullable(),
  visibility: z.enum(['published', 'redacted', 'withheld', 'not-shown']),
  withheldFor: z.string().nullable(),
})

/** A published adoption report (reports/document.ts) as the outside world may rely on it. */
export const reportDocument = z.object({
  format: z.literal('kaimen-adoption-report/1'),
  county: z.object({ name: z.string(), nameEn: z.string(), zone: z.string() }),
  consultation: z.object({
    slug: z.string(),
    title: z.string(),
    lang: z.string(),
    department: z.string(),
    departmentEn: z.string(),
    publishedAt: at,
    opensAt: at,
    closesAt: at,
    periodDays: z.int(),
    shortPeriodReason: z.string(),
  }),
  revision: z.int(),
  publishedAt: at,
  correctionWhy: z.string(),
  earlier: z.array(z.object({ revision: z.int(), publishedAt: at, correctionWhy: z.string(), digest: z.string() })),
  statement: z.string(),
  equation: z.object(balance),
  beside: z.object({ late: z.int() }),
  figures: z.object({
    participants: z.int(),
    takenUp: z.int(),
    byChannel: z.array(z.object({ channel, ...balance })),
    byDisposition: z.array(z.object({ disposition: z.enum(dispositions), points: z.int(), comments: z.int() })),
    byArticle: counted('article', articleRef),
    onTheWhole: z.int(),
    inadmissibleFor: counted('reason', inadmissibleReason),
    withheldFor: counted('reason', z.string()),
    redacted: z.int(),
  }),
  points: z.array(point),
  inadmissible: z.array(z.object({ number: z.int(), reason: inadmissibleReason, note: z.string() })),
  comments: z.array(reportComment),
})

import { z } from 'zod'
import { channels, stances } from '~/comments/rules'
import { stages } from '~/consultations/rules'
import { moderationReasons } from '~/moderation/rules'
import { at, department, licence, next } from './parts-of-answers'
import { reportDocument } from './report-schema'

export { LICENCE } from './parts-of-answers'

const slug = z.string().meta({ description: 'Key of a consultation, part of its address' })

export const consultationSummary = z.object({
  slug,
  title: z.string(),
  lang: z.string(),
  summary: z.string(),
  stage: z.enum(stages),
  department,
  publishedAt: at,
  opensAt: at,
  closesAt: at,
  reportedAt: at.nullable(),
  comments: z.int().meta({ description: 'Comments received so far, in every channel' }),
  url: z.string(),
})

export const article = z.object({
  anchor: z.string().meta({ description: 'Stable key of the article within its consultation' }),
  kind: z.string(),
  level: z.int(),
  label: z.string(),
  title: z.string(),
  body: z.string(),
  commentable: z.boolean(),
  comments: z.int().meta({ description: 'Public comments on this article, tombstones included' }),
})

export const consultation = consultationSummary.extend({
  licence,
  explanatoryNote: z.string(),
  legalBasis: z.string(),
  shortPeriodReason: z.string(),
  access: z.enum(['nothing', 'contact', 'account']),
  nameMode: z.enum(['open', 'masked', 'number']),
  contact: z.object({ person: z.string(), phone: z.string(), email: z.string(), address: z.string() }),
  articles: z.array(article).meta({ description: 'In the order of the draft' }),
  commentsOnTheWhole: z.int(),
})

export const comment = z.object({
  number: z.int(),
  article: z.object({ anchor: z.string(), label: z.string() }).nullable(),
  channel: z.enum(channels),
  stance: z.enum(stances).nullable(),
  displayName: z.string(),
  lang: z.string(),
  receivedAt: at,
  late: z.boolean(),
  visibility: z.enum(['published', 'redacted', 'withheld', 'withdrawn']),
  reason: z.enum(moderationReasons).nullable().meta({ description: 'Why passages were covered or the comment withheld' }),
  body: z.string().nullable().meta({ description: 'Null for a tombstone' }),
  replacement: z.string().nullable(),
})

const reportSummary = z.object({
  slug,
  title: z.string(),
  lang: z.string(),
  department: z.object({ name: z.string(), nameEn: z.string() }),
  closesAt: at,
  publishedAt: at,
  revision: z.int(),
  digest: z.string().meta({ description: 'SHA-256 of the canonical document' }),
  equation: reportDocument.shape.equation,
  participants: z.int(),
  takenUp: z.int(),
  points: z.int(),
  url: z.string(),
})

export const consultationList = z.object({ licence, consultations: z.array(consultationSummary), next })
export const commentList = z.object({ licence, consultation: slug, comments: z.array(comment), next })
export const reportList = z.object({ licence, reports: z.array(reportSummary) })
export const report = z.object({
  licence,
  revision: z.int(),
  latest: z.int(),
  digest: z.string(),
  publishedAt: at,
  revisions: z.array(z.object({ revision: z.int(), publishedAt: at, correctionWhy: z.string(), digest: z.string() })),
  document: reportDocument,
})
export const problem = z.object({ error: z.enum(['not-found', 'bad-request']), message: z.string() })

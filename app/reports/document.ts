import type { Disposition, Fate, InadmissibleReason } from './rules'

export type ArticleRef = { anchor: string; label: string; title: string }

export type ChannelFigures = { channel: string; received: number; inPoints: number; withdrawn: number; inadmissible: number }

export type ReportPoint = {
  number: number
  article: ArticleRef | null
  summary: string
  disposition: Disposition
  reason: string
  textBefore: string
  textAfter: string
  comments: number[]
}

export type ReportComment = {
  number: number
  channel: string
  article: ArticleRef | null
  stance: string | null
  receivedAt: string
  late: boolean
  fate: Fate | null
  visibility: 'published' | 'redacted' | 'withheld' | 'not-shown'
  withheldFor: string | null
  /** As the public may read it; null for what is withheld, withdrawn or not yet moderated. */
  body: string | null
  replacement: string | null
}

/** A published adoption report, whole: what its page, its JSON and its CSV are made of, and what the digest covers. */
export type ReportDocument = {
  format: 'kaimen-adoption-report/1'
  county: { name: string; nameEn: string; zone: string }
  consultation: {
    slug: string
    title: string
    lang: string
    department: string
    departmentEn: string
    publishedAt: string
    opensAt: string
    closesAt: string
    periodDays: number
    shortPeriodReason: string
  }
  revision: number
  publishedAt: string
  /** Empty in the first revision. */
  correctionWhy: string
  earlier: { revision: number; publishedAt: string; correctionWhy: string; digest: string }[]
  statement: string
  equation: { received: number; inPoints: number; withdrawn: number; inadmissible: number; unaccounted: 0 }
  beside: { late: number }
  figures: {
    participants: number
    /** Comments with at least one point adopted in whole or part. */
    takenUp: number
    byChannel: ChannelFigures[]
    byDisposition: { disposition: Disposition; points: number; comments: number }[]
    byArticle: { article: ArticleRef; comments: number }[]
    onTheWhole: number
    inadmissibleFor: { reason: InadmissibleReason; comments: number }[]
    withheldFor: { reason: string; comments: number }[]
    redacted: number
  }
  points: ReportPoint[]
  inadmissible: { number: number; reason: InadmissibleReason; note: string }[]
  comments: ReportComment[]
}

/** RFC 8785 for what a report holds (strings, integers, booleans, null): one document, one sequence of characters. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
}

import type { z } from 'zod'
import { stageOf, type Moments } from '~/consultations/rules'
import { fullAddress } from '~/web/address'
import type { consultationSummary } from './schemas'

type Row = Moments & {
  slug: string
  title: string
  lang: string
  summary: string
  lastCommentNumber: number
  department: { id: number; name: string; nameEn: string; phone: string }
  now: Date
}

/** A consultation as the list shows it. Published ones have their instants. */
export const summaryOf = (row: Row, origin: string): z.input<typeof consultationSummary> => ({
  slug: row.slug,
  title: row.title,
  lang: row.lang,
  summary: row.summary,
  stage: stageOf(row, row.now),
  department: row.department,
  publishedAt: row.publishedAt!.toISOString(),
  opensAt: row.opensAt!.toISOString(),
  closesAt: row.closesAt!.toISOString(),
  reportedAt: row.reportedAt?.toISOString() ?? null,
  comments: row.lastCommentNumber,
  url: fullAddress(origin, `/consultations/${row.slug}`),
})

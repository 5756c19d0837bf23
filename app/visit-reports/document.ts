import type { Counts } from '../feedback/rules'
import type { Choosing } from '../open-days/rules'
import type { DayFigures } from './figures'
import type { Result } from './rules'

type Named = { name: string; nameEn: string }

/** One thing said of a suggestion, and when it went out. */
export type SaidOutcome = { publishedAt: string; result: Result; reason: string; department: Named; dueOn: string | null }

/** A report of a day as it was published, whole. Photos can be taken down later; everything else stays as it is. */
export type VisitReportDocument = {
  format: 'kaimen-visit-report/1'
  openDay: {
    slug: string
    title: string
    lang: string
    department: Named
    place: string
    choosing: Choosing
    heldFrom: string
    heldUntil: string
  }
  revision: number
  publishedAt: string
  /** Empty in the first revision. */
  why: string
  earlier: { revision: number; publishedAt: string; why: string }[]
  happened: string
  figures: DayFigures
  questions: { question: string; answer: string; answeredBy: string }[]
  suggestions: { number: number; text: string; outcomes: SaidOutcome[] }[]
  photos: { id: string; alt: string; width: number; height: number }[]
  feedback: Counts
}

type ShownVisitReport = VisitReportDocument & { photosTakenDown: number }

/** Photos that are still there. Of one that was taken down nothing is said but that it was. */
export function withoutTakenDown(document: VisitReportDocument, kept: ReadonlySet<string>): ShownVisitReport {
  const photos = document.photos.filter(({ id }) => kept.has(id))
  return { ...document, photos, photosTakenDown: document.photos.length - photos.length }
}

/** Suggestions of which nothing final was said yet. */
export const inHandAmong = (suggestions: VisitReportDocument['suggestions']) =>
  suggestions.filter(({ outcomes }) => outcomes.at(-1)?.result === 'in-hand').length

/** An office said until when; the day is over and nothing was heard. */
export const isOverdue = ({ result, dueOn }: Pick<SaidOutcome, 'result' | 'dueOn'>, today: string) =>
  result === 'in-hand' && dueOn !== null && dueOn < today

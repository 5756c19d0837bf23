import { effectiveOpening } from '../approval/rules'
import { earliestClosing, periodDays } from '../calendar/periods'
import { decree713, type PeriodRule } from '../calendar/rule-packs'
import type { ListedConsultation } from './reads.server'

export { effectiveOpening, mayDecide, mayEdit, mayPrepare, mayPublish, maySubmit, type WhyNot } from '../approval/rules'

export const accesses = ['nothing', 'contact', 'account'] as const
export const nameModes = ['open', 'masked', 'number'] as const
/** Languages a draft may be in; each is written in its own. */
export const draftLanguages = { 'zh-CN': '中文', bo: 'བོད་ཡིག', ug: 'ئۇيغۇرچە', mn: 'ᠮᠣᠩᠭᠣᠯ', en: 'English', el: 'Ελληνικά' } as const
export const UNIT_KINDS = [
  'preamble',
  'part',
  'chapter',
  'section',
  'article',
  'paragraph',
  'item',
  'heading',
  'table',
  'appendix',
  'contents',
] as const

export type Moments = {
  submittedAt: Date | null
  publishedAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
  reportedAt: Date | null
}

export const stages = ['prepared', 'submitted', 'scheduled', 'open', 'closed', 'reported'] as const
export type Stage = (typeof stages)[number]

/** The three lists residents see. */
export const tabs = ['open', 'closed', 'reported'] as const
export type Tab = (typeof tabs)[number]

const DAY_MS = 86_400_000
export const CLOSING_SOON_DAYS = 5

/** Where a consultation stands. It is never stored: it follows from the instants. Open includes both ends. */
export function stageOf(c: Moments, now: Date): Stage {
  if (c.reportedAt) return 'reported'
  if (!c.publishedAt || !c.opensAt || !c.closesAt) return c.submittedAt ? 'submitted' : 'prepared'
  if (now < c.opensAt) return 'scheduled'
  return now <= c.closesAt ? 'open' : 'closed'
}

/** Days until the close, a begun day counted whole; 0 when it does not run. */
export function daysLeft(c: Moments, now: Date): number {
  if (stageOf(c, now) !== 'open') return 0
  return Math.max(1, Math.ceil((c.closesAt!.getTime() - now.getTime()) / DAY_MS))
}

/** The county's own target for the report; no national figure exists. */
export const reportDue = (closesAt: Date, withinDays: number, zone: string) => earliestClosing(closesAt, withinDays, zone)

export const isClosingSoon = (c: Moments, now: Date) => stageOf(c, now) === 'open' && daysLeft(c, now) <= CLOSING_SOON_DAYS

/** What keeps a notice from going out, each with its sentence in words.ts. */
export type Missing =
  | 'title'
  | 'summary'
  | 'explanatory-note'
  | 'legal-basis'
  | 'contact'
  | 'draft'
  | 'opens-at'
  | 'closes-at'
  | 'closes-before-opening'
  | 'closed-already'
  | 'period-short'

export type Notice = {
  title: string
  summary: string
  explanatoryNote: string
  legalBasis: string
  contactPhone: string
  contactEmail: string
  opensAt: Date | null
  closesAt: Date | null
  shortPeriodReason: string
}

const required = { title: 'title', summary: 'summary', explanatoryNote: 'explanatory-note', legalBasis: 'legal-basis' } as const

/** What the notice lacks before it may go out. Nobody can comment before publication, so the period runs from then. */
export function missingIn(notice: Notice, commentableUnits: number, now: Date, zone: string, rule: PeriodRule = decree713): Missing[] {
  const missing: Missing[] = Object.entries(required).flatMap(([field, key]) =>
    notice[field as keyof typeof required].trim() === '' ? [key] : [],
  )
  if (!notice.contactPhone && !notice.contactEmail) missing.push('contact')
  if (commentableUnits === 0) missing.push('draft')
  return [...missing, ...faultsOfPeriod(notice, now, zone, rule)]
}

function faultsOfPeriod({ opensAt, closesAt, shortPeriodReason }: Notice, now: Date, zone: string, rule: PeriodRule): Missing[] {
  if (!opensAt || !closesAt) return [...(opensAt ? [] : ['opens-at' as const]), ...(closesAt ? [] : ['closes-at' as const])]
  if (closesAt <= opensAt) return ['closes-before-opening']
  if (closesAt <= now) return ['closed-already']
  const short = periodDays(effectiveOpening(opensAt, now), closesAt, zone) < rule.minimumDays
  return short && !(rule.escape && shortPeriodReason.trim()) ? ['period-short'] : []
}

/** Acts that leave a person's hand in the notice or the draft, also where somebody wrote over it later. */
export const preparingActs = [
  'consultation-created',
  'draft-imported',
  'draft-corrected',
  'notice-changed',
  'files-attached',
  'file-removed',
  'approval-requested',
] as const

export const FILES_MOST = 5
export const DRAFT_BYTES_MOST = 10 * 1024 * 1024
export const DRAFT_CHARACTERS_MOST = 500_000
export const UNITS_MOST = 3_000

const PLACES_MOST = 200

/** Where a unit can be cut in two: at the start of a line, and after a sentence. */
export function placesToCut(body: string): { offset: number; text: string }[] {
  const places: { offset: number; text: string }[] = []
  for (const found of body.matchAll(/\n+|[。；;！？]+(?=[^\n。；;！？])/g)) {
    const offset = found.index + found[0].length
    const text = body.slice(offset).trimStart().slice(0, 30).split('\n')[0]!
    if (text !== '' && body.slice(0, offset).trim() !== '') places.push({ offset, text })
    if (places.length === PLACES_MOST) break
  }
  return places
}

/** The earliest lawful close for a notice that opens then, or now. */
export const suggestedClosing = (opensAt: Date | null, now: Date, zone: string) =>
  earliestClosing(effectiveOpening(opensAt ?? now, now), decree713.minimumDays, zone)

/** A consultation with what follows from the clock, ready for a page. */
export const toShown = <C extends Moments & { now: Date }>(c: C) => ({
  ...c,
  stage: stageOf(c, c.now),
  daysLeft: daysLeft(c, c.now),
  closingSoon: isClosingSoon(c, c.now),
})

type Sent<T> = T extends Date ? Date | string : T extends object ? { [K in keyof T]: Sent<T[K]> } : T

/** The same after its way through a loader, where instants become strings. */
export type Shown = Sent<ReturnType<typeof toShown<ListedConsultation>>>

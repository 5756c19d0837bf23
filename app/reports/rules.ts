import { mayAct, type Role, type Viewer, type WhyNotHere } from '../accounts/rules'
import { decree713 } from '../calendar/rule-packs'
import type { Channel } from '../comments/rules'
import { allowed, refused, type Decision } from '../decision'

export const dispositions = ['adopted', 'partly_adopted', 'already_covered', 'not_adopted', 'out_of_scope', 'later_study', 'noted'] as const
export type Disposition = (typeof dispositions)[number]

export const fates = ['in_points', 'withdrawn', 'inadmissible'] as const
export type Fate = (typeof fates)[number]

/** The public list of grounds on which a whole comment is not taken up. */
export const inadmissibleReasons = ['duplicate', 'illegible', 'advertising', 'other-procedure', 'false-identity', 'unlawful'] as const
export type InadmissibleReason = (typeof inadmissibleReasons)[number]

export const SUMMARY_MAX = 500
export const REASON_MAX = 3_000
export const TEXT_MAX = 20_000
export const STATEMENT_MAX = 10_000
export const WHY_MAX = 1_000
export const NOTE_MAX = 1_000

/** Decree 713 art. 18, 32: a reason answers what was said; one sentence for everything answers nobody. */
export const SHARED_REASON_MAX = 2

export type CommentFacts = { number: number; channel: Channel; late: boolean; fate: Fate | null }

export type PointFacts = {
  number: number
  inArticle: boolean
  disposition: Disposition | null
  reason: string
  textBefore: string
  textAfter: string
  newPassage: boolean
  comments: readonly number[]
}

export type ReportFacts = {
  comments: readonly CommentFacts[]
  points: readonly PointFacts[]
  closesAt: Date | null
  /** Calendar days from the day after publication to the close, and why there were fewer than thirty. */
  period: { days: number; reason: string }
  statement: string
  submitted: boolean
  published: boolean
}

/** Everyone whose decision or wording has been in the report, in this revision or an earlier one. */
export type Prepared = { preparers: readonly string[] }

/** Acts that leave a person's hand in the report, also where a colleague wrote over it later. */
export const preparingActs = [
  'comment-sorted',
  'comment-refused',
  'point-created',
  'point-changed',
  'point-decided',
  'point-comments-changed',
  'points-merged',
  'point-deleted',
  'report-drafted',
  'report-submitted',
  'report-correction-started',
] as const

export type Share = { received: number; inPoints: number; withdrawn: number; inadmissible: number; unaccounted: number[] }
export type Balance = Share & { byChannel: Partial<Record<Channel, Share>>; closes: boolean; beside: { late: number } }

const none = (): Share => ({ received: 0, inPoints: 0, withdrawn: 0, inadmissible: 0, unaccounted: [] })

function count(share: Share, { number, fate }: CommentFacts) {
  share.received += 1
  if (fate === 'in_points') share.inPoints += 1
  else if (fate === 'withdrawn') share.withdrawn += 1
  else if (fate === 'inadmissible') share.inadmissible += 1
  else share.unaccounted.push(number)
}

/**
 * received = in points + withdrawn + inadmissible + unaccounted, as a whole and in every channel.
 * Late comments stand beside it and are in none of its terms.
 */
export function balanceOf({ comments }: Pick<ReportFacts, 'comments'>): Balance {
  const whole = none()
  const byChannel: Partial<Record<Channel, Share>> = {}
  const inTime = comments.filter((comment) => !comment.late)
  for (const comment of inTime) {
    count(whole, comment)
    count((byChannel[comment.channel] ??= none()), comment)
  }
  return { ...whole, byChannel, closes: whole.unaccounted.length === 0, beside: { late: comments.length - inTime.length } }
}

/** Who may look at the work on a report. */
export const workReaders: readonly Role[] = ['staff', 'moderator', 'publisher', 'auditor']

export type WhyNoWork = WhyNotHere | 'still-open' | 'submitted' | 'already-published'
export type Work = { closesAt: Date | null; submitted: boolean; published: boolean }

/** May comments be sorted and points decided now? */
export function mayWork(work: Work, viewer: Viewer | null, departmentId: number, now: Date): Decision<WhyNoWork> {
  const here = mayAct(viewer, ['staff'], departmentId)
  if (!here.ok) return here
  return isWorkTime(work, now)
}

/** Sorting begins after the close, rests while a publisher reads, and ends with publication until a correction begins. */
export function isWorkTime({ closesAt, submitted, published }: Work, now: Date): Decision<Exclude<WhyNoWork, WhyNotHere>> {
  // The closing instant itself still belongs to the residents.
  if (!closesAt || now <= closesAt) return refused('still-open')
  if (published) return refused('already-published')
  if (submitted) return refused('submitted')
  return allowed
}

export type PointFault =
  'point-undecided' | 'point-without-reason' | 'point-without-comment' | 'adopted-without-text' | 'adopted-without-before' | 'shared-reason'

export type Fault =
  | { why: 'still-open' | 'already-published' | 'not-submitted' | 'period-too-short' | 'same-person' | 'statement-missing' }
  | { why: 'unaccounted'; comments: number[] }
  | { why: PointFault; points: number[] }

export type Gate = { ok: true } | { ok: false; why: Fault[] }

const gate = (faults: Fault[]): Gate => (faults.length === 0 ? { ok: true } : { ok: false, why: faults })

/** What stands between this work and a report a county can answer for: all of it, not the first thing found. */
export function isReportReady(facts: ReportFacts, now: Date): Gate {
  const faults: Fault[] = []
  if (!facts.closesAt || now <= facts.closesAt) faults.push({ why: 'still-open' })
  if (facts.period.days < decree713.minimumDays && facts.period.reason.trim() === '') faults.push({ why: 'period-too-short' })
  const { unaccounted } = balanceOf(facts)
  if (unaccounted.length > 0) faults.push({ why: 'unaccounted', comments: unaccounted })
  faults.push(...pointFaults(facts.points))
  if (facts.statement.trim() === '') faults.push({ why: 'statement-missing' })
  return gate(faults)
}

export type WhyNotDecide = WhyNotHere | 'not-submitted' | 'same-person'

/** May this person publish the report or return it? Never one of those who prepared it. */
export function mayDecideReport(
  facts: Pick<ReportFacts, 'submitted'> & Prepared,
  viewer: Viewer | null,
  departmentId: number,
): Decision<WhyNotDecide> {
  const here = mayAct(viewer, ['publisher'], departmentId)
  if (!here.ok) return here
  if (!facts.submitted) return refused('not-submitted')
  return facts.preparers.includes(viewer!.id) ? refused('same-person') : allowed
}

/** May this person make the report public now? The publisher is never one of those who prepared it. */
export function mayPublishReport(facts: ReportFacts & Prepared, publisherId: string, now: Date): Gate {
  if (facts.published) return gate([{ why: 'already-published' }])
  const ready = isReportReady(facts, now)
  const faults: Fault[] = ready.ok ? [] : [...ready.why]
  if (!facts.submitted) faults.push({ why: 'not-submitted' })
  if (facts.preparers.includes(publisherId)) faults.push({ why: 'same-person' })
  return gate(faults)
}

export const isTakenUp = (disposition: Disposition | null) => disposition === 'adopted' || disposition === 'partly_adopted'

type Wording = Pick<PointFacts, 'textBefore' | 'textAfter' | 'newPassage'>

const changesArticle = ({ disposition, inArticle }: PointFacts) => isTakenUp(disposition) && inArticle

/** The article repeated as it was is no new text. */
const hasNewText = ({ textBefore, textAfter }: Wording) => textAfter.trim() !== '' && textAfter.trim() !== textBefore.trim()

/** What is kept of the two texts: the form begins with the article in both, and what was left as it was changes nothing. */
export const wordingOf = ({ textBefore, textAfter, newPassage }: Wording): Wording => ({
  textBefore: newPassage ? '' : textBefore,
  textAfter: hasNewText({ textBefore, textAfter, newPassage }) ? textAfter : '',
  newPassage,
})

/** What single points still lack. */
export function pointFaults(points: readonly PointFacts[]): Fault[] {
  const numbers = (wrong: (point: PointFacts) => boolean) => points.filter(wrong).map((point) => point.number)
  const found: Fault[] = [
    { why: 'point-undecided', points: numbers((point) => point.disposition === null) },
    { why: 'point-without-reason', points: numbers((point) => point.disposition !== null && point.reason.trim() === '') },
    { why: 'point-without-comment', points: numbers((point) => point.comments.length === 0) },
    { why: 'adopted-without-text', points: numbers((point) => changesArticle(point) && !hasNewText(point)) },
    {
      why: 'adopted-without-before',
      points: numbers((point) => changesArticle(point) && hasNewText(point) && !point.newPassage && point.textBefore.trim() === ''),
    },
    { why: 'shared-reason', points: pointsSharingReason(points) },
  ]
  return found.filter((fault) => 'points' in fault && fault.points.length > 0)
}

/** Dispositions that turn something down: their reasons must answer the point, not all points alike. */
const turnsDown = (disposition: Disposition | null) => disposition !== null && !isTakenUp(disposition) && disposition !== 'noted'

const plainReason = (reason: string) =>
  reason
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '')

function pointsSharingReason(points: readonly PointFacts[]): number[] {
  const byReason = new Map<string, number[]>()
  for (const point of points) {
    const reason = plainReason(point.reason)
    if (turnsDown(point.disposition) && reason !== '') byReason.set(reason, [...(byReason.get(reason) ?? []), point.number])
  }
  return [...byReason.values()]
    .filter((sharing) => sharing.length > SHARED_REASON_MAX)
    .flat()
    .sort((a, b) => a - b)
}

import { mayAct, type Role, type Viewer, type WhyNotHere } from '../accounts/rules'
import { allowed, refused, type Decision } from '../decision'
import { onlyCovers } from './redaction'

/** The public list. Keys are stored and appear in open data: never rename one. */
export const moderationReasons = ['personal-data', 'insult', 'advertising', 'off-topic', 'unlawful', 'flood', 'impersonation'] as const
export type ModerationReason = (typeof moderationReasons)[number]

export const visibilities = ['published', 'redacted', 'withheld'] as const
export type Visibility = (typeof visibilities)[number]

/** Headings of the queue at the desk. */
export const queueFilters = ['waiting', 'published', 'redacted', 'withheld', 'objections'] as const
export type QueueFilter = (typeof queueFilters)[number]

export const NOTE_MAX = 500
export const OBJECTION_MAX = 2000

export const moderatingRoles: readonly Role[] = ['moderator', 'staff', 'publisher']

/** Who decides what the public sees of a comment. */
export const mayModerate = (viewer: Viewer | null, departmentId: number): Decision<WhyNotHere> =>
  mayAct(viewer, moderatingRoles, departmentId)

/** Who may look at the queue: those who decide, and the auditor, who changes nothing. */
export const maySeeModeration = (viewer: Viewer | null, departmentId: number): Decision<WhyNotHere> =>
  mayAct(viewer, [...moderatingRoles, 'auditor'], departmentId)

export type WhyNotDecide = 'withdrawn' | 'decided-meanwhile' | 'change-without-reason' | 'nothing-covered' | 'words-changed'

type Proposal = { visibility: Visibility; seenVersion: number; why: string; publicBody: string; publicReplacement: string }
type Written = { body: string; replacement: string; withdrawnAt: Date | null }

/** Two moderators at once: the second is told that the first decided, and decides again knowing it. */
export function mayDecide(
  comment: Written,
  current: { version: number } | null,
  proposal: Proposal,
  labels: readonly string[],
): Decision<WhyNotDecide> {
  if (comment.withdrawnAt) return refused('withdrawn')
  if ((current?.version ?? 0) !== proposal.seenVersion) return refused('decided-meanwhile')
  if (current && proposal.why === '') return refused('change-without-reason')
  if (proposal.visibility !== 'redacted') return allowed
  const { publicBody, publicReplacement } = proposal
  if (publicBody === comment.body && publicReplacement === comment.replacement) return refused('nothing-covered')
  const kept = onlyCovers(comment.body, publicBody, labels) && onlyCovers(comment.replacement, publicReplacement, labels)
  return kept ? allowed : refused('words-changed')
}

export type WhyNoObjection = 'nothing-to-object' | 'one-is-open' | 'withdrawn'

/** An author may object to what was hidden, one objection at a time. */
export function mayObject(
  comment: { withdrawnAt: Date | null },
  visibility: Visibility | null,
  openObjections: number,
): Decision<WhyNoObjection> {
  if (comment.withdrawnAt) return refused('withdrawn')
  if (visibility === null || visibility === 'published') return refused('nothing-to-object')
  if (openObjections > 0) return refused('one-is-open')
  return allowed
}

type Objection = { against: string; answeredAt: Date | null }

/** Nobody judges an objection to a decision of their own. */
export function mayAnswer(
  viewer: Viewer | null,
  departmentId: number,
  objection: Objection,
): Decision<WhyNotHere | 'own-decision' | 'answered'> {
  const here = mayModerate(viewer, departmentId)
  if (!here.ok) return here
  if (objection.answeredAt) return refused('answered')
  if (viewer!.id === objection.against) return refused('own-decision')
  return allowed
}

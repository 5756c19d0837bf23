import { acts } from './desk-acts'
import type { DeskQuestion } from './desk-reads.server'

/** What a page of the desk says was just done. */
export const deeds = [...acts, 'correction', 'entry', 'slow-mode'] as const
export type Deed = (typeof deeds)[number]

/** What is done to a session itself, and the line that each leaves in the record. */
export const sessionDeeds = {
  settings: 'live-changed',
  answerer: 'answerer-added',
  'answerer-removal': 'answerer-removed',
  announcement: 'live-announced',
  opening: 'live-open',
  ending: 'live-ended',
  closing: 'live-closed',
} as const
export type SessionDeed = keyof typeof sessionDeeds

export const isSessionDeed = (given: string | null | undefined): given is SessionDeed =>
  typeof given === 'string' && Object.hasOwn(sessionDeeds, given)

/** What may be done from outside to a question of another department's session, and its lines. */
export const outsideDeeds = { 'written-answer': 'question-answered', correction: 'answer-corrected' } as const satisfies Partial<
  Record<Deed, string>
>
export type OutsideDeed = keyof typeof outsideDeeds

type Question = Pick<
  DeskQuestion,
  'state' | 'channel' | 'mergedInto' | 'disposition' | 'answeredAt' | 'unrecorded' | 'pinnedAt' | 'stagedAt' | 'commentNumber' | 'asker'
>

const leaves: Record<Exclude<Deed, 'slow-mode'>, (question: Question) => boolean> = {
  publication: ({ state }) => state === 'published',
  stage: ({ stagedAt }) => stagedAt !== null,
  'stage-removal': ({ stagedAt }) => stagedAt === null,
  'live-mark': ({ unrecorded }) => unrecorded,
  'live-mark-removal': ({ answeredAt }) => answeredAt === null,
  pin: ({ pinnedAt }) => pinnedAt !== null,
  'pin-removal': ({ pinnedAt }) => pinnedAt === null,
  unmerging: ({ mergedInto }) => mergedInto === null,
  'disposition-removal': ({ disposition }) => disposition === null,
  comment: ({ commentNumber }) => commentNumber !== null,
  'asker-return': ({ asker }) => asker?.mutedUntil === null && asker.bannedAt === null,
  decline: ({ state }) => state === 'declined',
  merging: ({ mergedInto }) => mergedInto !== null,
  'live-answer': ({ answeredAt, unrecorded }) => answeredAt !== null && !unrecorded,
  'written-answer': ({ answeredAt, unrecorded }) => answeredAt !== null && !unrecorded,
  'owed-answer': ({ disposition, answeredAt }) => disposition === 'written' && answeredAt === null,
  'out-of-scope': ({ disposition }) => disposition === 'out-of-scope',
  // Tags may have been taken off as well as put on.
  tags: () => true,
  'asker-mute': ({ asker }) => Boolean(asker?.mutedUntil),
  'asker-ban': ({ asker }) => Boolean(asker?.bannedAt),
  correction: ({ answeredAt }) => answeredAt !== null,
  entry: ({ channel }) => channel !== 'web',
}

/** Whether a question stands as the deed leaves it: an address can be typed, or kept, and a colleague may have acted since. */
export const isSo = (done: Deed | undefined, question: Question) => done !== undefined && done !== 'slow-mode' && leaves[done](question)

/** Which question had to leave the stage for the one that this line put there. */
export const replacedIn = (last: { act: string; facts: unknown } | null): number | undefined =>
  last?.act === 'question-staged' ? (last.facts as { replaced?: number } | null)?.replaced : undefined

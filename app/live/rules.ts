import { mayAct, type Role, type Viewer, type WhyNotHere } from '../accounts/rules'
import { allowed, refused, type Decision } from '../decision'
import type { ModerationReason } from '../moderation/rules'

export const TITLE_MAX = 80
export const SUMMARY_MAX = 2_000
export const QUESTION_MAX = 300
export const QUESTION_LINES = 10
export const NAME_MAX = 20
export const ANSWER_MAX = 3_000
export const WHY_MAX = 500
export const SEARCH_MAX = 50
export const ANSWERERS_MOST = 30
export const ANSWERER_MAX = 40
export const OFFICE_MAX = 80

export const namings = ['anonymous', 'either', 'named'] as const
export type Naming = (typeof namings)[number]
/** How a question came: by its asker's own hand, spoken in the hall, on paper. */
export const channels = ['web', 'hall', 'paper'] as const
export const dispositions = ['live', 'written', 'merged', 'out-of-scope', 'withdrawn'] as const
export type Disposition = (typeof dispositions)[number]
export type Outcome = Disposition | 'owed'

/** What stands beside a question: an answer in writing is owed until it is there. */
export const outcomeOf = ({ disposition, answeredAt }: { disposition: Disposition | null; answeredAt: unknown }): Outcome | null =>
  disposition === 'written' && !answeredAt ? 'owed' : disposition

export type State = 'pending' | 'published' | 'declined' | 'withdrawn'

/** Why a question is not shown: the county's public list, and what only a hall knows. */
export const declineReasons = [
  'personal-data',
  'insult',
  'advertising',
  'off-topic',
  'unlawful',
  'flood',
  'impersonation',
  'no-question',
  'duplicate',
] as const satisfies readonly (ModerationReason | 'no-question' | 'duplicate')[]
export type DeclineReason = (typeof declineReasons)[number]

export type Moments = { announcedAt: Date | null; openedAt: Date | null; endedAt: Date | null; closedAt: Date | null }
export const stages = ['prepared', 'announced', 'open', 'ended', 'closed'] as const
export type Stage = (typeof stages)[number]

/** prepared: nobody sees it. announced: questions may be sent in. open: it is on. ended: nobody asks any more. closed: every question has what became of it. */
export function stageOf({ announcedAt, openedAt, endedAt, closedAt }: Moments): Stage {
  if (closedAt) return 'closed'
  if (endedAt) return 'ended'
  if (openedAt) return 'open'
  return announcedAt ? 'announced' : 'prepared'
}

/** Questions and supports are taken. */
export const isOn = (stage: Stage) => stage === 'announced' || stage === 'open'

const takesPart = (stage: Stage): Decision<'not-announced' | 'over'> => {
  if (stage === 'prepared') return refused('not-announced')
  return isOn(stage) ? allowed : refused('over')
}

/** What the desk has said to a participant. */
export type Barred = { mutedUntil: Date | null; bannedAt: Date | null }

export type WhyNotAsk = 'not-announced' | 'over' | 'banned' | 'muted' | 'slow' | 'too-many' | 'name-needed'

type Asker = Barred & { asked: number; lastAskedAt: Date | null }
type Limits = { naming: Naming; questionsMost: number; slowSeconds: number }

export function mayAsk(stage: Stage, limits: Limits, asker: Asker | null, name: string, now: Date): Decision<WhyNotAsk> {
  const part = takesPart(stage)
  if (!part.ok) return part
  if (limits.naming === 'named' && name === '') return refused('name-needed')
  if (!asker) return allowed
  if (asker.bannedAt) return refused('banned')
  if (asker.mutedUntil && now < asker.mutedUntil) return refused('muted')
  if (asker.asked >= limits.questionsMost) return refused('too-many')
  return secondsToWait(limits, asker, now) > 0 ? refused('slow') : allowed
}

/** In slow mode: until the next question may come. */
export const secondsToWait = ({ slowSeconds }: Pick<Limits, 'slowSeconds'>, { lastAskedAt }: Pick<Asker, 'lastAskedAt'>, now: Date) =>
  slowSeconds > 0 && lastAskedAt ? Math.max(0, Math.ceil((lastAskedAt.getTime() + slowSeconds * 1000 - now.getTime()) / 1000)) : 0

export type WhyNotSupport = 'not-announced' | 'over' | 'banned' | 'gone'

type Shown = { state: State; mergedInto: number | null }

/** On the board under its own number: out, and not part of another. */
export const isShown = ({ state, mergedInto }: Shown) => state === 'published' && mergedInto === null

/** A muted person may still support: to be quiet is not to be nobody. */
export function maySupport(stage: Stage, barred: Barred | null, question: Shown | null): Decision<WhyNotSupport> {
  const part = takesPart(stage)
  if (!part.ok) return part
  if (barred?.bannedAt) return refused('banned')
  return question && isShown(question) ? allowed : refused('gone')
}

/** A ban is lifted, and never shortened to a pause. */
export const mayBar = (barred: Barred, to: 'mute' | 'ban' | 'lift'): Decision<'banned'> =>
  to === 'mute' && barred.bannedAt ? refused('banned') : allowed

export const mayWithdraw = (stage: Stage, state: State): Decision<'over' | 'gone'> => {
  if (stage === 'closed') return refused('over')
  return state === 'pending' || state === 'published' ? allowed : refused('gone')
}

export const hostRoles: readonly Role[] = ['moderator', 'staff', 'publisher']

/** Who prepares, opens, moderates and closes a session: those who work in its department, or for the whole county. */
export const mayHost = (viewer: Viewer | null, departmentId: number): Decision<WhyNotHere> => mayAct(viewer, hostRoles, departmentId)

/** Who may prepare a session at all, wherever they work. */
export const mayCreate = (viewer: Viewer | null): Decision<WhyNotHere> => {
  if (!viewer) return refused('sign-in')
  return hostRoles.includes(viewer.role) ? allowed : refused('not-your-role')
}

/** Hosts, and the auditor, who changes nothing. */
export const maySeeDesk = (viewer: Viewer | null, departmentId: number): Decision<WhyNotHere> =>
  mayAct(viewer, [...hostRoles, 'auditor'], departmentId)

/** The staff of a department that owes an answer write it, whoever holds the session. */
export const mayAnswer = (viewer: Viewer | null, session: { departmentId: number }, owing: number | null): Decision<WhyNotHere> => {
  const host = mayHost(viewer, session.departmentId)
  return host.ok || owing === null ? host : mayAct(viewer, ['staff', 'publisher'], owing)
}

export type WhyNotStep = 'not-now' | 'no-answerer' | 'undecided' | 'early'

const DAY_MS = 86_400_000

/** More than a day before its announced time: likely the wrong session, and an opening is not taken back. */
export const isEarly = ({ startsAt }: { startsAt: Date }, now: Date) => startsAt.getTime() - now.getTime() > DAY_MS

/** What keeps a session from being closed: questions that nobody read, that have no outcome, or whose answer in the hall is not written down. */
export type Unfinished = { waiting: number; undecided: number; unrecorded: number }

/** The one step that follows each stage, and what it needs. `early`: nobody said yet that it is to open so early. */
export function mayStep(
  to: Exclude<Stage, 'prepared'>,
  stage: Stage,
  has: Unfinished & { answerers: number; early?: boolean },
): Decision<WhyNotStep> {
  if (stages.indexOf(to) !== stages.indexOf(stage) + 1) return refused('not-now')
  if (to === 'announced' && has.answerers === 0) return refused('no-answerer')
  if (to === 'open' && has.early) return refused('early')
  return to === 'closed' && has.waiting + has.undecided + has.unrecorded > 0 ? refused('undecided') : allowed
}

export type WhyNotAct = 'decided-meanwhile' | 'not-now' | 'gone' | 'same' | 'would-circle' | 'owed'

type AtDesk = Shown & { version: number; disposition: Disposition | null }

/** Two moderators at once: the second is told that the first acted, and acts again knowing it. */
function seen(question: AtDesk | null, seenVersion: number): Decision<'gone' | 'decided-meanwhile'> {
  if (!question || question.state === 'withdrawn') return refused('gone')
  return question.version === seenVersion ? allowed : refused('decided-meanwhile')
}

export function mayDecide(stage: Stage, question: AtDesk | null, seenVersion: number, to: 'published' | 'declined'): Decision<WhyNotAct> {
  const known = seen(question, seenVersion)
  if (!known.ok) return known
  if (stage === 'closed' || stage === 'prepared') return refused('not-now')
  if (question!.mergedInto !== null) return refused('not-now')
  return question!.state === to ? refused('same') : allowed
}

/** Pin, take from the stage, answer in writing, say what becomes of it. */
export function mayHandle(stage: Stage, question: AtDesk | null, seenVersion: number): Decision<WhyNotAct> {
  const known = seen(question, seenVersion)
  if (!known.ok) return known
  return stage === 'closed' || !isShown(question!) ? refused('not-now') : allowed
}

/** Being answered in the hall: while there is one. */
export function mayStage(stage: Stage, question: AtDesk | null, seenVersion: number): Decision<WhyNotAct> {
  const known = mayHandle(stage, question, seenVersion)
  if (!known.ok) return known
  return stage === 'open' ? allowed : refused('not-now')
}

/** What was said in the hall may be written down after its end. */
export const mayAnswerLive = (stage: Stage, question: AtDesk | null, seenVersion: number): Decision<WhyNotAct> =>
  stage === 'ended' ? mayHandle(stage, question, seenVersion) : mayStage(stage, question, seenVersion)

/** Said to have been answered in the hall, in one press while it goes on; what was said is written down when there is time for it. */
export function mayMarkLive(
  stage: Stage,
  question: (AtDesk & { answeredAt: Date | string | null }) | null,
  seenVersion: number,
): Decision<WhyNotAct> {
  const known = mayAnswerLive(stage, question, seenVersion)
  return known.ok && question!.answeredAt ? refused('same') : known
}

/** A mark is taken back until something is written down. */
export function mayUnmarkLive(stage: Stage, question: (AtDesk & { unrecorded: boolean }) | null, seenVersion: number): Decision<WhyNotAct> {
  const known = mayHandle(stage, question, seenVersion)
  return known.ok && !question!.unrecorded ? refused('same') : known
}

/** Whom and which article it is about. What is owed in writing is owed by somebody. */
export function mayTag(stage: Stage, question: AtDesk | null, seenVersion: number, departmentId: number | null): Decision<WhyNotAct> {
  const known = mayHandle(stage, question, seenVersion)
  if (!known.ok) return known
  return departmentId === null && question!.disposition === 'written' ? refused('owed') : allowed
}

/** One that waits is let out by it, as a part. One that others were merged into is merged further only after they were taken out: one step back undoes one step. */
export function mayMerge(
  stage: Stage,
  question: AtDesk | null,
  seenVersion: number,
  into: AtDesk | null,
  partsOfIt: number,
): Decision<WhyNotAct> {
  const known =
    question?.state === 'pending' ? mayDecide(stage, question, seenVersion, 'published') : mayHandle(stage, question, seenVersion)
  if (!known.ok) return known
  if (!into || into === question || !isShown(into)) return refused('gone')
  return partsOfIt > 0 ? refused('would-circle') : allowed
}

export function mayUnmerge(stage: Stage, question: AtDesk | null, seenVersion: number): Decision<WhyNotAct> {
  const known = seen(question, seenVersion)
  if (!known.ok) return known
  return stage === 'closed' || question!.mergedInto === null ? refused('not-now') : allowed
}

export type WhyNotFile = 'not-linked' | 'filed' | 'gone'

/** A public question becomes one comment of the consultation that its session is about, once. */
export function mayFile(linked: boolean, question: (Shown & { commentNumber: number | null }) | null): Decision<WhyNotFile> {
  if (!linked) return refused('not-linked')
  if (!question || !isShown(question)) return refused('gone')
  return question.commentNumber === null ? allowed : refused('filed')
}

export const orders = ['supported', 'new', 'rising', 'article', 'answered'] as const
export type Order = (typeof orders)[number]

type Sorted = {
  number: number
  stagedAt: Date | null
  publishedAt: Date
  pinnedAt: Date | null
  answeredAt: Date | null
  residents: number
  guests: number
  articlePosition: number | null
}

const RISING_MINUTES = 10
const supports = ({ residents, guests }: Pick<Sorted, 'residents' | 'guests'>) => residents + guests

/** Supports for each minute that a question has been out, and ten more: early questions do not win by being early. The page says so. */
export const rising = (question: Sorted, now: Date) =>
  supports(question) / (RISING_MINUTES + Math.max(0, now.getTime() - question.publishedAt.getTime()) / 60_000)

/** The board in one order, what is being answered first, then what is pinned; ties go to the question that came first. */
export function sorted<Q extends Sorted>(questions: readonly Q[], order: Order, now: Date): Q[] {
  const by: Record<Order, (a: Q, b: Q) => number> = {
    supported: (a, b) => supports(b) - supports(a),
    new: (a, b) => b.number - a.number,
    rising: (a, b) => rising(b, now) - rising(a, now),
    article: (a, b) => (a.articlePosition ?? Infinity) - (b.articlePosition ?? Infinity) || supports(b) - supports(a),
    answered: (a, b) => (b.answeredAt?.getTime() ?? 0) - (a.answeredAt?.getTime() ?? 0),
  }
  const shown = order === 'answered' ? questions.filter(({ answeredAt }) => answeredAt) : questions
  const first = ({ stagedAt, pinnedAt }: Q) => (stagedAt ? 2 : pinnedAt ? 1 : 0)
  return shown.toSorted((a, b) => first(b) - first(a) || by[order](a, b) || 0 || a.number - b.number)
}

/** Seconds between two questions of one participant that slow mode offers. */
export const slowChoices = [0, 15, 30, 60, 120, 300] as const

export const BURST_MINUTES = 5
export const BURST_LEAST = 20

/** Many guests in few minutes for one question: shown to staff as something to look at, never counted less. */
export const isBurst = (guestsLately: number, guestsBefore: number) => guestsLately >= BURST_LEAST && guestsLately >= 4 * guestsBefore

import { mayAct, type Role, type Viewer, type WhyNotHere } from '../accounts/rules'
import { mayEdit, type WhyNot } from '../approval/rules'
import { allowed, refused, type Decision } from '../decision'
import type { Stage } from '../open-days/rules'

export const results = ['taken-up', 'partly', 'already-so', 'not-taken-up', 'passed-on', 'in-hand'] as const
export type Result = (typeof results)[number]

export const HAPPENED_MAX = 10_000
export const QUESTION_MAX = 1_000
export const ANSWER_MAX = 3_000
export const ANSWERED_BY_MAX = 60
export const SUGGESTION_MAX = 1_000
export const REASON_MAX = 2_000
export const ALT_MAX = 200
export const WHY_MAX = 500
export const QUESTIONS_MOST = 100
export const SUGGESTIONS_MOST = 200
export const PHOTOS_MOST = 12

/** Acts that leave a person's hand in a report, also where a colleague wrote over it later. */
export const preparingActs = [
  'visit-report-drafted',
  'visit-question-changed',
  'visit-question-removed',
  'visit-suggestion-changed',
  'visit-suggestion-removed',
  'visit-photo-added',
  'visit-report-submitted',
  'visit-report-continued',
] as const

type Day = { departmentId: number; stage: Stage }
export type Revision = { revision: number; submittedAt: Date | null; publishedAt: Date | null }

export type WhyNotWork = WhyNot | 'day-cancelled' | 'day-not-out'

/** A cancelled day has nothing to report. Notes may be taken from the day the notice is out. */
export function hasReport({ stage }: Pick<Day, 'stage'>): Decision<'day-cancelled' | 'day-not-out'> {
  if (stage === 'cancelled') return refused('day-cancelled')
  return stage === 'prepared' || stage === 'submitted' ? refused('day-not-out') : allowed
}

/** The newest revision as work: before the first there is nothing submitted and nothing out. */
export const workOf = ({ departmentId }: Pick<Day, 'departmentId'>, last: Revision | null) => ({
  departmentId,
  submittedAt: last?.submittedAt ?? null,
  publishedAt: last?.publishedAt ?? null,
})

export const stateOf = ({ submittedAt, publishedAt }: Revision): 'writing' | 'submitted' | 'published' =>
  publishedAt ? 'published' : submittedAt ? 'submitted' : 'writing'

/** A published report is not changed; a later revision is begun, with its reason. */
export function mayWork(viewer: Viewer | null, day: Day, last: Revision | null): Decision<WhyNotWork> {
  const here = mayAct(viewer, ['staff'], day.departmentId)
  if (!here.ok) return here
  const has = hasReport(day)
  return has.ok ? mayEdit(viewer, workOf(day, last)) : has
}

export function mayContinue(
  viewer: Viewer | null,
  day: Day,
  last: Revision | null,
): Decision<WhyNotHere | 'not-published' | 'day-cancelled'> {
  const here = mayAct(viewer, ['staff'], day.departmentId)
  if (!here.ok) return here
  if (day.stage === 'cancelled') return refused('day-cancelled')
  return last?.publishedAt ? allowed : refused('not-published')
}

export type Outcome = { result: Result; reason: string; departmentId: number; dueOn: string | null }

/** What keeps a report from going out, each with its sentence. */
export const missings = ['day-cancelled', 'day-not-over', 'happened', 'question-without-answer', 'suggestion-without-result'] as const
export type Missing = (typeof missings)[number]

type Content = {
  happened: string
  questions: readonly { answer: string; answeredBy: string }[]
  suggestions: readonly { outcome: Outcome | null }[]
}

const isBlank = (text: string) => text.trim() === ''

/** Every question has its answer, and every suggestion a result, or an office that has it in hand until a day. */
export function missingIn(stage: Stage, { happened, questions, suggestions }: Content): Missing[] {
  return [
    ...(stage === 'cancelled' ? ['day-cancelled' as const] : stage === 'held' ? [] : ['day-not-over' as const]),
    ...(isBlank(happened) ? ['happened' as const] : []),
    ...(questions.some(({ answer, answeredBy }) => isBlank(answer) || isBlank(answeredBy)) ? ['question-without-answer' as const] : []),
    ...(suggestions.some(({ outcome }) => outcome === null) ? ['suggestion-without-result' as const] : []),
  ]
}

/** What a published report said of a suggestion is not taken back by removing it. */
export const mayRemoveSuggestion = (published: boolean): Decision<'was-published'> => (published ? refused('was-published') : allowed)

/** A person in a photo changes their mind, and it goes at once: no approval, also after publication. */
export const mayTakeDown = (viewer: Viewer | null, { departmentId }: Pick<Day, 'departmentId'>): Decision<WhyNotHere> =>
  mayAct(viewer, ['staff', 'publisher'], departmentId)

/** Who reads the board of the county office. */
export const boardReaders = ['publisher', 'administrator', 'auditor'] as const satisfies readonly Role[]

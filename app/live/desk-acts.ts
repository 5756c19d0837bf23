import {
  mayAnswerLive,
  mayDecide,
  mayFile,
  mayHandle,
  mayMarkLive,
  mayStage,
  mayUnmarkLive,
  mayUnmerge,
  isShown,
  type Disposition,
  type Stage,
  type State,
} from './rules'

export const filters = ['waiting', 'out', 'answered', 'unrecorded', 'undecided', 'declined', 'all'] as const
export type Filter = (typeof filters)[number]

/** One button each; what they need is the version that was seen. */
export const quickActs = [
  'publication',
  'stage',
  'stage-removal',
  'live-mark',
  'live-mark-removal',
  'pin',
  'pin-removal',
  'unmerging',
  'disposition-removal',
  'comment',
  'asker-return',
] as const
export type QuickAct = (typeof quickActs)[number]

/** Those that ask something first have a page. */
export const formActs = [
  'decline',
  'merging',
  'live-answer',
  'written-answer',
  'owed-answer',
  'out-of-scope',
  'tags',
  'asker-mute',
  'asker-ban',
] as const
export const acts = [...quickActs, ...formActs]
export type FormAct = (typeof formActs)[number]
export type Act = QuickAct | FormAct

export const isQuick = (act: Act): act is QuickAct => (quickActs as readonly Act[]).includes(act)

type Question = {
  state: State
  version: number
  mergedInto: number | null
  disposition: Disposition | null
  answeredAt: Date | string | null
  unrecorded: boolean
  pinnedAt: Date | string | null
  stagedAt: Date | string | null
  commentNumber: number | null
  asker: { mutedUntil: Date | string | null; bannedAt: Date | string | null } | null
}

export const isIn: Record<
  Filter,
  (question: Pick<Question, 'state' | 'mergedInto' | 'disposition' | 'answeredAt' | 'unrecorded'>) => boolean
> = {
  waiting: ({ state }) => state === 'pending',
  out: ({ state }) => state === 'published',
  answered: ({ state, answeredAt }) => state === 'published' && answeredAt !== null,
  unrecorded: ({ state, disposition, unrecorded }) => state === 'published' && disposition === 'live' && unrecorded,
  undecided: ({ state, disposition }) => state === 'published' && disposition === null,
  declined: ({ state }) => state === 'declined',
  all: () => true,
}

/** What can be done with a question now, in the order in which it is mostly wanted. */
export function actsFor(stage: Stage, question: Question, linked: boolean): Act[] {
  const { version } = question
  const out = mayHandle(stage, question, version).ok
  const owes = isShown(question) && question.disposition === 'written' && !question.answeredAt
  const offered: [Act, boolean][] = [
    ['publication', mayDecide(stage, question, version, 'published').ok],
    ['stage', !question.stagedAt && mayStage(stage, question, version).ok],
    ['stage-removal', out && question.stagedAt !== null],
    ['live-mark', mayMarkLive(stage, question, version).ok],
    ['live-answer', mayAnswerLive(stage, question, version).ok],
    ['live-mark-removal', mayUnmarkLive(stage, question, version).ok],
    ['written-answer', out || owes],
    ['merging', out || (question.state === 'pending' && mayDecide(stage, question, version, 'published').ok)],
    ['unmerging', mayUnmerge(stage, question, version).ok],
    ['pin', out && !question.pinnedAt],
    ['pin-removal', out && question.pinnedAt !== null],
    ['tags', out],
    ['owed-answer', out && !question.answeredAt],
    ['out-of-scope', out && !question.answeredAt],
    ['disposition-removal', out && !question.answeredAt && question.disposition !== null],
    ['comment', mayFile(linked, question).ok],
    ['decline', mayDecide(stage, question, version, 'declined').ok],
    ...askerActs(question),
  ]
  return offered.filter(([, may]) => may).map(([act]) => act)
}

function askerActs({ asker }: Question): [Act, boolean][] {
  const barred = asker !== null && (asker.mutedUntil !== null || asker.bannedAt !== null)
  return [
    ['asker-mute', asker !== null && asker.bannedAt === null],
    ['asker-ban', asker !== null && asker.bannedAt === null],
    ['asker-return', barred],
  ]
}

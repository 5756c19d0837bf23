import type { Act } from './desk-acts'
import { isShown, type Disposition, type State } from './rules'

type Question = {
  state: State
  mergedInto: number | null
  disposition: Disposition | null
  answeredAt: Date | string | null
  unrecorded: boolean
  stagedAt: Date | string | null
}

const groups = {
  answering: [
    'stage',
    'stage-removal',
    'live-mark',
    'live-answer',
    'live-mark-removal',
    'written-answer',
    'owed-answer',
    'out-of-scope',
    'disposition-removal',
  ],
  sorting: ['merging', 'unmerging', 'pin', 'pin-removal', 'tags', 'comment', 'decline'],
  asker: ['asker-mute', 'asker-ban', 'asker-return'],
} as const satisfies Record<string, readonly Act[]>

/** What is wanted next: let out what waits, have answered what is out, write down what was answered. */
function wantedFirst(question: Question): readonly Act[] {
  if (!isShown(question)) return ['publication']
  if (question.answeredAt) return question.unrecorded ? ['live-answer'] : []
  if (question.disposition === 'written') return ['written-answer']
  if (question.disposition !== null) return []
  return question.stagedAt ? ['live-mark'] : ['stage', 'live-mark']
}

/** What can be done with a question, for a page of its own: the one act that fits where it stands, what goes with it, and the rest by kind. */
export function groupedActs(question: Question, acts: readonly Act[]) {
  const first = wantedFirst(question).find((act) => acts.includes(act))
  const beside: readonly Act[] = question.state === 'pending' ? acts.filter((act) => act === 'merging' || act === 'decline') : []
  const rest = acts.filter((act) => act !== first && !beside.includes(act))
  const of = (name: keyof typeof groups) => rest.filter((act) => (groups[name] as readonly Act[]).includes(act))
  return { first, beside, answering: of('answering'), sorting: of('sorting'), asker: of('asker') }
}

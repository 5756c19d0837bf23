import { allowed, refused, type Decision } from '../decision'
import type { State } from '../registrations/rules'

export const OVERALL = [5, 4, 3, 2, 1] as const
export const eases = ['easy', 'partly', 'hard'] as const
export type Ease = (typeof eases)[number]

export const TEXT_MAX = 500
/** Answers can be given and changed for so many days after the last slot. */
export const OPEN_DAYS = 14
/** Visitors are asked so long after their slot: phones that scanned without a network have sent by then. */
export const ASK_AFTER_HOURS = 2
/** One among fewer than this can be guessed: nothing but how many answered is shown, not even to staff. */
export const FEWEST_SHOWN = 5

const DAY_MS = 86_400_000

export type WhyNotAnswer = 'not-over' | 'not-there' | 'over' | 'report-out' | 'forgotten'

type Visit = { state: State; came: boolean; forgottenAt: Date | null }
type Slot = { endsAt: Date; cancelledAt: Date | null; recorded: boolean }
type Day = { lastEnd: Date; reportedAt: Date | null }

/** Those who came; where nobody was checked in, those who were expected. */
export const isAsked = (
  { state, came }: Pick<Visit, 'state' | 'came'>,
  { recorded, cancelledAt }: Pick<Slot, 'recorded' | 'cancelledAt'>,
) => cancelledAt === null && (recorded ? came : state === 'confirmed')

/** Answers close when the report counts them, or two weeks after the day; and with the registration's own data they go. */
export function mayAnswer(visit: Visit, slot: Slot, day: Day, now: Date): Decision<WhyNotAnswer> {
  if (slot.cancelledAt) return refused('not-there')
  if (now <= slot.endsAt) return refused('not-over')
  if (!isAsked(visit, slot)) return refused('not-there')
  if (visit.forgottenAt) return refused('forgotten')
  if (day.reportedAt) return refused('report-out')
  return now.getTime() > day.lastEnd.getTime() + OPEN_DAYS * DAY_MS ? refused('over') : allowed
}

export type Counts = { answers: number; overall: number[] | null; ease: Record<Ease, number> | null }

/** Counts of one to five, worst first; hidden while there are too few. */
export const countsOf = (answers: readonly { overall: number; ease: Ease }[]): Counts =>
  answers.length < FEWEST_SHOWN
    ? { answers: answers.length, overall: null, ease: null }
    : {
        answers: answers.length,
        overall: [1, 2, 3, 4, 5].map((mark) => answers.filter(({ overall }) => overall === mark).length),
        ease: {
          easy: answers.filter(({ ease }) => ease === 'easy').length,
          partly: answers.filter(({ ease }) => ease === 'partly').length,
          hard: answers.filter(({ ease }) => ease === 'hard').length,
        },
      }

/** To one decimal; null while counts are hidden. */
export const meanOf = ({ overall, answers }: Pick<Counts, 'answers' | 'overall'>): number | null =>
  overall && Math.round((overall.reduce((sum, count, index) => sum + count * (index + 1), 0) / answers) * 10) / 10

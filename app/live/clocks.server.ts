import { theCalendar } from '~/working-days/reads.server'
import { clockOf } from './clock'
import type { Disposition } from './rules'

type Owed = { disposition: Disposition | null; answeredAt: Date | null }
type Session = { endedAt: Date | null; answerWithinDays: number; now: Date }

/** Until when an answer in writing is due, while nobody answered. */
export const clockFor = async (owed: Owed, session: Session, zone: string) =>
  owed.answeredAt ? null : clockOf(owed, session, await theCalendar(), zone, session.now)

/** Each with the clock it is on, by the county's calendar as it is now. */
export async function onClock<Q extends Owed>(questions: readonly Q[], zone: string, sessionOf: (question: Q) => Session) {
  const calendar = await theCalendar()
  return questions.map((question) => {
    const session = sessionOf(question)
    return { ...question, clock: clockOf(question, session, calendar, zone, session.now) }
  })
}

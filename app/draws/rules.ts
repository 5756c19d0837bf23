import { isAtTheKeyboard, type Viewer, type WhyNotHere } from '../accounts/rules'
import { allowed, refused, type Decision } from '../decision'
import { mayManage, type Choosing } from '../open-days/rules'

export const SOURCE_MAX = 300
export const VALUE_MAX = 400
export const REFERENCE_MAX = 300

/** Between the close of registration and the source, so that the list is certainly out before anyone can know the numbers. */
export const LIST_MINUTES = 30

export type DayFacts = {
  departmentId: number
  choosing: Choosing
  closesAt: Date | null
  submittedAt: Date | null
  publishedAt: Date | null
  cancelledAt: Date | null
  /** When the first visitors are to be at the gate. */
  firstArrival: Date | null
}

export type DrawFacts = { speaksAt: Date; frozenAt: Date | null; drawnAt: Date | null }

/** missed: the source has spoken and no list was fixed before; what it said can decide nothing any more. */
export const drawStages = ['unnamed', 'named', 'frozen', 'due', 'drawn', 'missed'] as const
export type DrawStage = (typeof drawStages)[number]

export function stageOfDraw(draw: DrawFacts | null, now: Date): DrawStage {
  if (!draw) return 'unnamed'
  if (draw.drawnAt) return 'drawn'
  if (!draw.frozenAt) return now < draw.speaksAt ? 'named' : 'missed'
  return now < draw.speaksAt ? 'frozen' : 'due'
}

export type WhyNotSource = 'no-closing' | 'too-soon' | 'too-late' | 'past'

/** Whether the source speaks at a moment that works: the list is fixed and out before, and people can still be told after. */
export function isGoodMoment(day: Pick<DayFacts, 'closesAt' | 'firstArrival'>, speaksAt: Date, now: Date): Decision<WhyNotSource> {
  if (!day.closesAt) return refused('no-closing')
  if (speaksAt.getTime() < day.closesAt.getTime() + LIST_MINUTES * 60_000) return refused('too-soon')
  if (day.firstArrival && speaksAt >= day.firstArrival) return refused('too-late')
  return speaksAt <= now ? refused('past') : allowed
}

export const drawsMissing = ['draw-source', 'draw-moment'] as const
export type DrawMissing = (typeof drawsMissing)[number]

/** What the notice of a day with a draw lacks before it can be published. */
export function drawMissing(
  day: Pick<DayFacts, 'choosing' | 'closesAt' | 'firstArrival'>,
  draw: Pick<DrawFacts, 'speaksAt'> | null,
  now: Date,
): DrawMissing[] {
  if (day.choosing !== 'draw') return []
  if (!draw) return ['draw-source']
  return isGoodMoment(day, draw.speaksAt, now).ok ? [] : ['draw-moment']
}

export type WhyNotName = WhyNotHere | 'not-a-draw' | 'cancelled' | 'submitted' | 'published'

/** The source is part of the notice: it stands once that is out. Only one that passed without a list is replaced, openly. */
export function mayNameSource(viewer: Viewer | null, day: DayFacts, draw: DrawFacts | null, now: Date): Decision<WhyNotName> {
  const here = mayManage(viewer, day)
  if (!here.ok) return here
  if (day.choosing !== 'draw') return refused('not-a-draw')
  if (day.cancelledAt) return refused('cancelled')
  // What lies before the publisher is what goes out.
  if (day.submittedAt && !day.publishedAt) return refused('submitted')
  return day.publishedAt && draw && stageOfDraw(draw, now) !== 'missed' ? refused('published') : allowed
}

export type WhyNotFreeze = 'not-a-draw' | 'cancelled' | 'not-published' | 'unnamed' | 'still-open' | 'missed' | 'frozen'

/** The list is fixed after registration closed and before the source speaks, or never. */
export function mayFreeze(day: DayFacts, draw: DrawFacts | null, now: Date): Decision<WhyNotFreeze> {
  if (day.choosing !== 'draw') return refused('not-a-draw')
  if (day.cancelledAt) return refused('cancelled')
  if (!day.publishedAt || !day.closesAt) return refused('not-published')
  if (!draw) return refused('unnamed')
  if (draw.frozenAt) return refused('frozen')
  if (now <= day.closesAt) return refused('still-open')
  return now >= draw.speaksAt ? refused('missed') : allowed
}

export type WhyNotEnter = WhyNotHere | 'cancelled' | 'not-frozen' | 'not-spoken' | 'drawn' | 'sign-in-again'

/** What the source said is entered once, after it spoke; with it the draw is made and cannot be made again. */
export function mayEnterValue(viewer: Viewer | null, day: DayFacts, draw: DrawFacts | null, now: Date): Decision<WhyNotEnter> {
  const here = mayManage(viewer, day)
  if (!here.ok) return here
  if (day.cancelledAt) return refused('cancelled')
  if (!draw?.frozenAt) return refused('not-frozen')
  if (draw.drawnAt) return refused('drawn')
  return now < draw.speaksAt ? refused('not-spoken') : isAtTheKeyboard(viewer!, now)
}

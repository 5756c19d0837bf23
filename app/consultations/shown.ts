import type { ListedConsultation } from './reads.server'
import { daysLeft, isClosingSoon, stageOf, type Moments } from './rules'

/** A listed consultation with what follows from the clock, ready for a page. */
export const toShown = <C extends Moments & { now: Date }>(c: C) => ({
  ...c,
  stage: stageOf(c, c.now),
  daysLeft: daysLeft(c, c.now),
  closingSoon: isClosingSoon(c, c.now),
})

type Sent<T> = T extends Date ? Date | string : T extends object ? { [K in keyof T]: Sent<T[K]> } : T

/** The same after its way through a loader, where instants become strings. */
export type Shown = Sent<ReturnType<typeof toShown<ListedConsultation>>>

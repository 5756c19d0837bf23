export type Moments = {
  submittedAt: Date | null
  publishedAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
  reportedAt: Date | null
}

export const stages = ['prepared', 'submitted', 'scheduled', 'open', 'closed', 'reported'] as const
export type Stage = (typeof stages)[number]

const DAY_MS = 86_400_000
export const CLOSING_SOON_DAYS = 5

/** Where a consultation stands. It is never stored: it follows from the instants. Open includes both ends. */
export function stageOf(c: Moments, now: Date): Stage {
  if (c.reportedAt) return 'reported'
  if (!c.publishedAt || !c.opensAt || !c.closesAt) return c.submittedAt ? 'submitted' : 'prepared'
  if (now < c.opensAt) return 'scheduled'
  return now <= c.closesAt ? 'open' : 'closed'
}

/** Days until the close, a begun day counted whole; 0 when it does not run. */
export function daysLeft(c: Moments, now: Date): number {
  if (stageOf(c, now) !== 'open') return 0
  return Math.max(1, Math.ceil((c.closesAt!.getTime() - now.getTime()) / DAY_MS))
}

export const isClosingSoon = (c: Moments, now: Date) => stageOf(c, now) === 'open' && daysLeft(c, now) <= CLOSING_SOON_DAYS

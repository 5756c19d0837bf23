import { mayAct, type Viewer, type WhyNotHere } from '../accounts/rules'
import { allowed, refused, type Decision } from '../decision'

export const choosings = ['first-come', 'review', 'draw'] as const
export type Choosing = (typeof choosings)[number]

export const placeKinds = ['seat', 'wheelchair', 'interpreter', 'quiet'] as const
export type PlaceKind = (typeof placeKinds)[number]

export const stages = ['prepared', 'submitted', 'scheduled', 'open', 'closed', 'held', 'cancelled'] as const
export type Stage = (typeof stages)[number]

export type Moments = {
  submittedAt: Date | null
  publishedAt: Date | null
  cancelledAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
}

/** Where an open day stands; `lastEnd` is the end of its last slot that takes place. Registration is open at both ends. */
export function stageOf(day: Moments, lastEnd: Date | null, now: Date): Stage {
  if (day.cancelledAt) return 'cancelled'
  if (!day.publishedAt || !day.opensAt || !day.closesAt) return day.submittedAt ? 'submitted' : 'prepared'
  if (lastEnd && now > lastEnd) return 'held'
  if (now < day.opensAt) return 'scheduled'
  return now <= day.closesAt ? 'open' : 'closed'
}

/** Whether staff of this department may work on what the open day is and who comes. */
export const mayManage = (viewer: Viewer | null, day: { departmentId: number }): Decision<WhyNotHere> =>
  mayAct(viewer, ['staff', 'publisher'], day.departmentId)

export type WhyNotCapacity = 'below-taken'

/** Places that people hold cannot be taken from under them. */
export const maySetCapacity = (quota: { taken: number }, capacity: number): Decision<WhyNotCapacity> =>
  capacity < quota.taken ? refused('below-taken') : allowed

import { isDesk, type Viewer } from '../accounts/rules'
import { allowed, refused, type Decision } from '../decision'

export const subjects = [
  'consultation',
  'comment',
  'point',
  'report',
  'account',
  'department',
  'invitation',
  'county',
  'objection',
  'message',
  'campaign',
  'open-day',
  'slot',
  'registration',
  'draw',
  'visit-report',
  'live',
  'question',
  'working-days',
] as const
export type Subject = (typeof subjects)[number]

export function mayReadRecord(viewer: Viewer | null): Decision<'sign-in' | 'not-your-role'> {
  if (!viewer) return refused('sign-in')
  return isDesk(viewer) ? allowed : refused('not-your-role')
}

/** Auditors and administrators read everything; the others what happened in their department. Null: the whole county. */
export const visibleDepartment = (viewer: Viewer): number | null =>
  viewer.role === 'auditor' || viewer.role === 'administrator' ? null : viewer.departmentId

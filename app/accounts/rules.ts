import { allowed, refused, type Decision } from '../decision'

export const roles = ['resident', 'moderator', 'staff', 'publisher', 'administrator', 'auditor'] as const
export type Role = (typeof roles)[number]

/** The person asking, as far as rules need to know. */
export type Viewer = {
  id: string
  name: string
  role: Role
  /** Null: a resident, or someone who works for the whole county. */
  departmentId: number | null
  sessionId: string
  authenticatedAt: Date
}

export const isDesk = (viewer: Viewer | null): viewer is Viewer => viewer !== null && viewer.role !== 'resident'

/** Whether the viewer's reach includes this department: their own, or the whole county. */
export const reaches = (viewer: Viewer, departmentId: number) => viewer.departmentId === null || viewer.departmentId === departmentId

export type WhyNotHere = 'sign-in' | 'not-your-role' | 'not-your-department'

/** May this person act in this department in one of these roles? */
export function mayAct(viewer: Viewer | null, as: readonly Role[], departmentId: number): Decision<WhyNotHere> {
  if (!viewer) return refused('sign-in')
  if (!as.includes(viewer.role)) return refused('not-your-role')
  if (!reaches(viewer, departmentId)) return refused('not-your-department')
  return allowed
}

import { allowed, refused, type Decision } from '../decision'
import { deskRoles, isFresh, type Role, type Viewer } from './rules'

export type Person = { id: string; role: Role; departmentId: number | null; disabledAt: Date | null }
export type WhyNotPeople = 'sign-in' | 'not-your-role' | 'sign-in-again'

/** People, departments and the county's own data: administrators change them, auditors look. */
export const maySeePeople = (viewer: Viewer | null): Decision<'sign-in' | 'not-your-role'> => inRole(viewer, ['administrator', 'auditor'])
export const mayManagePeople = (viewer: Viewer | null): Decision<'sign-in' | 'not-your-role'> => inRole(viewer, ['administrator'])

function inRole(viewer: Viewer | null, as: readonly Role[]): Decision<'sign-in' | 'not-your-role'> {
  if (!viewer) return refused('sign-in')
  return as.includes(viewer.role) ? allowed : refused('not-your-role')
}

/** What gives or takes power needs the administrator at the keyboard, not only their open page. */
export function mayGrant(viewer: Viewer | null, now: Date): Decision<WhyNotPeople> {
  const may = mayManagePeople(viewer)
  if (!may.ok) return may
  return isFresh(viewer!, now) ? allowed : refused('sign-in-again')
}

export type WhyNotPost = 'not-a-desk-role' | 'department-needed' | 'department-unwanted' | 'department-closed'

/** Staff belong to a department; administrators and auditors to the whole county; the others to either. */
export function mayHold(role: Role, department: { closedAt: Date | null } | null): Decision<WhyNotPost> {
  if (!(deskRoles as readonly Role[]).includes(role)) return refused('not-a-desk-role')
  if (role === 'staff' && !department) return refused('department-needed')
  if ((role === 'administrator' || role === 'auditor') && department) return refused('department-unwanted')
  if (department?.closedAt) return refused('department-closed')
  return allowed
}

export type WhyNotChange = WhyNotPeople | WhyNotPost | 'yourself' | 'resident' | 'disabled' | 'last-administrator'
type Post = { role: Role; department: { closedAt: Date | null } | null }

/** `administrators`: how many enabled ones there are, counted under lock. */
export function mayChangeRole(
  viewer: Viewer | null,
  person: Person,
  post: Post,
  administrators: number,
  now: Date,
): Decision<WhyNotChange> {
  const may = mayGrant(viewer, now)
  if (!may.ok) return may
  if (person.id === viewer!.id) return refused('yourself')
  if (person.role === 'resident') return refused('resident')
  if (person.disabledAt) return refused('disabled')
  const holds = mayHold(post.role, post.department)
  if (!holds.ok) return holds
  if (person.role === 'administrator' && post.role !== 'administrator' && administrators <= 1) return refused('last-administrator')
  return allowed
}

export type WhyNotDisable = WhyNotPeople | 'yourself' | 'disabled' | 'last-administrator'

export function mayDisable(viewer: Viewer | null, person: Person, administrators: number, now: Date): Decision<WhyNotDisable> {
  const may = mayGrant(viewer, now)
  if (!may.ok) return may
  if (person.id === viewer!.id) return refused('yourself')
  if (person.disabledAt) return refused('disabled')
  if (person.role === 'administrator' && administrators <= 1) return refused('last-administrator')
  return allowed
}

export function mayEnable(viewer: Viewer | null, person: Person, now: Date): Decision<WhyNotPeople | 'enabled'> {
  const may = mayGrant(viewer, now)
  if (!may.ok) return may
  return person.disabledAt ? allowed : refused('enabled')
}

export type WhyNotResetCode = WhyNotPeople | 'yourself' | 'disabled'

/** At the counter: staff help residents, administrators help everyone but themselves (their own old password opens that door). */
export function mayIssueResetCode(viewer: Viewer | null, person: Person, now: Date): Decision<WhyNotResetCode> {
  if (!viewer) return refused('sign-in')
  if (viewer.role !== 'administrator' && !(viewer.role === 'staff' && person.role === 'resident')) return refused('not-your-role')
  if (person.id === viewer.id) return refused('yourself')
  if (person.disabledAt) return refused('disabled')
  if (!isFresh(viewer, now)) return refused('sign-in-again')
  return allowed
}

export type WhyNotClose = WhyNotResetCode | 'not-a-resident'

/** Who may issue a code may also close a resident's account; the desk's are disabled, because their acts stand in the record. */
export function mayCloseFor(viewer: Viewer | null, person: Person, now: Date): Decision<WhyNotClose> {
  if (person.role !== 'resident') return refused(viewer ? 'not-a-resident' : 'sign-in')
  // A disabled account's owner may ask for it to be closed like anyone else.
  return mayIssueResetCode(viewer, { ...person, disabledAt: null }, now)
}

/** Residents look after their own account; the desk's are looked after by administrators. */
export const mayKeepOwn = (viewer: Viewer | null): Decision<'sign-in' | 'not-your-role'> => inRole(viewer, ['resident'])

/** To correct or close it the owner must be at the keyboard. `now` is null when it is gone already. */
export function mayChangeOwn(viewer: Viewer | null, now: Date | null): Decision<WhyNotPeople> {
  const may = mayKeepOwn(viewer)
  if (!may.ok || !now) return may.ok ? refused('sign-in') : may
  return isFresh(viewer!, now) ? allowed : refused('sign-in-again')
}

/** Who may look for a resident's account at the counter. */
export const mayServeCounter = (viewer: Viewer | null): Decision<'sign-in' | 'not-your-role'> => inRole(viewer, ['administrator', 'staff'])

const STALE_DAYS = 90

/** An account at the desk that nobody uses is a door nobody watches. */
export function idleness(person: { lastSignedInAt: Date | null }, now: Date): 'never' | 'stale' | 'used' {
  if (!person.lastSignedInAt) return 'never'
  return now.getTime() - person.lastSignedInAt.getTime() > STALE_DAYS * 86_400_000 ? 'stale' : 'used'
}

type Grant = { createdAt: Date; expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null }

export function mayAccept(invitation: Grant, now: Date): Decision<'used' | 'revoked' | 'expired'> {
  if (invitation.acceptedAt) return refused('used')
  if (invitation.revokedAt) return refused('revoked')
  return now < invitation.expiresAt ? allowed : refused('expired')
}

export type WhyNotCloseDepartment = 'sign-in' | 'not-your-role' | 'department-unknown' | 'department-closed' | 'people-remain'

export function mayCloseDepartment(
  viewer: Viewer | null,
  department: { closedAt: Date | null } | undefined,
  people: number,
): Decision<WhyNotCloseDepartment> {
  const may = mayManagePeople(viewer)
  if (!may.ok) return may
  if (!department) return refused('department-unknown')
  if (department.closedAt) return refused('department-closed')
  return people > 0 ? refused('people-remain') : allowed
}

import { allowed, refused, type Decision } from '../decision'

export const roles = ['resident', 'moderator', 'staff', 'publisher', 'administrator', 'auditor'] as const
export type Role = (typeof roles)[number]
export const deskRoles = ['staff', 'moderator', 'publisher', 'administrator', 'auditor'] as const satisfies readonly Role[]

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

const ACCOUNT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Whether what stands in an address can name an account at all. */
export const isAccountId = (given: string | undefined): given is string => ACCOUNT_ID.test(given ?? '')

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

const HOUR = 60
const DAY = 24 * HOUR

/** How long a sign-in lasts, in minutes: from its start, and without being used. The desk's is short: its computers are shared. */
export const sessionMinutes = (role: Role) =>
  role === 'resident' ? { absolute: 30 * DAY, idle: 7 * DAY } : { absolute: 8 * HOUR, idle: 30 }

export const FRESH_MINUTES = 10

/** Whether the password was given lately enough for acts that an unattended computer must not allow. */
export const isFresh = (viewer: Pick<Viewer, 'authenticatedAt'>, now: Date) =>
  now.getTime() - viewer.authenticatedAt.getTime() <= FRESH_MINUTES * 60_000

/** What cannot be taken back asks for the password once more. */
export const isAtTheKeyboard = (viewer: Pick<Viewer, 'authenticatedAt'>, now: Date): Decision<'sign-in-again'> =>
  isFresh(viewer, now) ? allowed : refused('sign-in-again')

/** NIST SP 800-63B-4: 15 where the password is all there is. A second factor, once there is one, lowers the desk's to 8. */
export const passwordMinimum = (role: Role) => (role === 'resident' ? 8 : 15)

export const PASSWORD_MAX = 200
export const NAME_MAX = 40
export const REASON_MAX = 300

/** Minutes that the one-time codes live. */
export const RESET_MINUTES = { mail: HOUR, counter: 30 } as const
export const INVITATION_DAYS = 7
export const SET_UP_DAYS = 7

export type Contact = { kind: 'phone' | 'email'; address: string }

const MOBILE = /^1[3-9]\d{9}$/
const EMAIL = /^[^\s@<>()",;:\\[\]]{1,64}@[^\s@<>()",;:\\[\]]{1,185}\.[^\s@.<>()",;:\\[\]]{2,}$/

/** One field for both: a mobile number or an e-mail address however it was typed, or null when it is neither. */
export function readContact(typed: string): Contact | null {
  const plain = typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
  if (plain.includes('@')) return EMAIL.test(plain) ? { kind: 'email', address: plain.toLowerCase() } : null
  const digits = plain.replace(/[\p{Pd}().]/gu, '').replace(/^(?:\+|00)86|^86(?=1\d{10}$)/, '')
  return MOBILE.test(digits) ? { kind: 'phone', address: digits } : null
}

/** As lists show it: 138****1234, w***@example.cn. */
export function maskContact({ kind, address }: Contact): string {
  if (kind === 'phone') return `${address.slice(0, 3)}****${address.slice(-4)}`
  const at = address.lastIndexOf('@')
  return `${[...address.slice(0, at)][0] ?? ''}***${address.slice(at)}`
}

/** Where a person is taken after signing in when they came for nothing in particular. */
export const homeOf = (role: Role) => (role === 'resident' ? '/account' : '/desk')

import { and, asc, desc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '#db/connection.server'
import { accounts, departments, invitations, passwordResets, sessions } from '#db/schema/accounts'
import { lookupKey, readCode, unseal } from '~/sealing.server'
import { nameOf } from './names.server'
import { mayAccept } from './people-rules'
import { type Contact, deskRoles, isAccountId, maskContact, type Role, sessionMinutes, type Viewer } from './rules'

const now = sql<Date>`app_now()`.mapWith(accounts.createdAt)
const department = { id: departments.id, name: departments.name, nameEn: departments.nameEn }
const person = {
  id: accounts.id,
  name: accounts.name,
  role: accounts.role,
  departmentId: accounts.departmentId,
  createdAt: accounts.createdAt,
  lastSignedInAt: accounts.lastSignedInAt,
  disabledAt: accounts.disabledAt,
  disabledWhy: accounts.disabledWhy,
}

type Sealed = { phone: Buffer | null; email: Buffer | null }

const masked = ({ phone, email }: Sealed) => ({
  phone: phone && maskContact({ kind: 'phone', address: unseal(phone) }),
  email: email && maskContact({ kind: 'email', address: unseal(email) }),
})

/** Key of a phone number or address: finds the account without the number standing in the database. */
export const contactKey = ({ kind, address }: Contact) => lookupKey(kind, address)
export const keyColumn = ({ kind }: Contact) => (kind === 'phone' ? accounts.phoneKey : accounts.emailKey)

/** Everyone who works at the desk, by department; who left stays visible as disabled. */
export const people = () =>
  db
    .select({ ...person, department, now })
    .from(accounts)
    .leftJoin(departments, eq(departments.id, accounts.departmentId))
    .where(inArray(accounts.role, [...deskRoles]))
    .orderBy(sql`${accounts.disabledAt} is not null`, asc(departments.id), asc(accounts.name), asc(accounts.id))

export type PersonRow = Awaited<ReturnType<typeof people>>[number]

const disabler = alias(accounts, 'disabler')

/** One account with masked contacts; null when there is none. */
export async function personById(id: string | undefined) {
  if (!isAccountId(id)) return null
  const [row] = await db
    .select({
      ...person,
      nameSealed: accounts.nameSealed,
      phone: accounts.phone,
      email: accounts.email,
      department,
      disabledBy: disabler.name,
      now,
    })
    .from(accounts)
    .leftJoin(departments, eq(departments.id, accounts.departmentId))
    .leftJoin(disabler, eq(disabler.id, accounts.disabledBy))
    .where(eq(accounts.id, id))
  if (!row) return null
  const { nameSealed, ...shown } = row
  return { ...shown, name: nameOf({ name: row.name, nameSealed }), ...masked(row) }
}

/** A resident's own name and contacts in full, for the form in which they correct them. */
export async function ownDetails(id: string) {
  const { name, nameSealed, phone, email } = accounts
  const [row] = await db.select({ name, nameSealed, phone, email }).from(accounts).where(eq(accounts.id, id))
  return row ? { name: nameOf(row), phone: row.phone && unseal(row.phone), email: row.email && unseal(row.email) } : null
}

export async function idByContact(contact: Contact) {
  const [row] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(keyColumn(contact), contactKey(contact)))
  return row?.id ?? null
}

/** Where the viewer is signed in now, the newest first. */
export const sessionsOf = (viewer: Viewer) =>
  db
    .select({
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      here: sql<boolean>`${sessions.id} = ${viewer.sessionId}`,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, viewer.id),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, sql`app_now() - ${sessionMinutes(viewer.role).idle} * interval '1 minute'`),
      ),
    )
    .orderBy(desc(sessions.createdAt))

/** Departments in the order they were made; closed ones only where asked for. */
export const departmentList = ({ closed = false } = {}) =>
  db
    .select({ ...department, phone: departments.phone, closedAt: departments.closedAt })
    .from(departments)
    .where(closed ? undefined : isNull(departments.closedAt))
    .orderBy(sql`${departments.closedAt} is not null`, asc(departments.id))

export type DepartmentRow = Awaited<ReturnType<typeof departmentList>>[number]

export async function departmentById(id: string | undefined) {
  if (!id || !/^[1-9]\d{0,8}$/.test(id)) return null
  const [row] = await db
    .select({ ...department, phone: departments.phone, closedAt: departments.closedAt })
    .from(departments)
    .where(eq(departments.id, Number(id)))
  return row ?? null
}

/** Invitations that can still be accepted, without set-up links. */
export const openInvitations = () =>
  db
    .select({ id: invitations.id, name: invitations.name, role: invitations.role, department, expiresAt: invitations.expiresAt })
    .from(invitations)
    .leftJoin(departments, eq(departments.id, invitations.departmentId))
    .where(
      and(
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
        sql`${invitations.invitedBy} is not null`,
      ),
    )
    .orderBy(asc(invitations.expiresAt))

/** What an invitation's or set-up link's page needs; null when the code is unknown. */
export async function invitationByCode(typed: string | undefined) {
  const code = readCode(typed ?? '')
  if (!code) return null
  const [row] = await db
    .select({
      name: invitations.name,
      role: invitations.role,
      invitedBy: invitations.invitedBy,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
      department,
      now,
    })
    .from(invitations)
    .leftJoin(departments, eq(departments.id, invitations.departmentId))
    .where(eq(invitations.codeKey, lookupKey('invitation', code)))
  return row ? { ...row, may: mayAccept(row, row.now) } : null
}

/** For whom a reset code is, while it can be used. */
export async function resetByCode(typed: string | undefined): Promise<{ role: Role } | null> {
  const code = readCode(typed ?? '')
  if (!code) return null
  const [row] = await db
    .select({ role: accounts.role })
    .from(passwordResets)
    .innerJoin(accounts, eq(accounts.id, passwordResets.accountId))
    .where(
      and(
        eq(passwordResets.codeKey, lookupKey('reset', code)),
        isNull(passwordResets.usedAt),
        gt(passwordResets.expiresAt, now),
        isNull(accounts.disabledAt),
      ),
    )
  return row ?? null
}

/** Others at the desk who can still sign in, for the sentence before somebody is disabled. */
export async function otherAdministrators(id: string) {
  const rows = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.role, 'administrator'), isNull(accounts.disabledAt), ne(accounts.id, id)))
  return rows.length
}

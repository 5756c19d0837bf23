import { and, count, eq, getTableColumns, isNotNull, isNull, sql } from 'drizzle-orm'
import { db, transaction, type Tx } from '#db/connection.server'
import { accounts, departments, invitations } from '#db/schema/accounts'
import { now as clock } from '#db/schema/columns'
import { layCounty } from '~/county/writes.server'
import type { Language } from '~/i18n'
import { queueMessage } from '~/messages/writes.server'
import { record } from '~/record/writes.server'
import { lookupKey, newCode, readCode } from '~/sealing.server'
import { refused } from '../decision'
import { insertDepartment } from './departments-writes.server'
import { deviceCookie } from './limits.server'
import { mayUsePassword, type WhyNotPassword } from './password-rules'
import { hashPassword } from './passwords.server'
import { mayAccept, mayGrant, mayHold, mayManagePeople, type WhyNotPeople, type WhyNotPost } from './people-rules'
import { type Contact, INVITATION_DAYS, readContact, type Role, SET_UP_DAYS, type Viewer } from './rules'
import { endSession, startSession } from './session.server'
import { about, addAccount, type From, type Opened } from './writes.server'

const now = sql<Date>`app_now()`.mapWith(invitations.createdAt)
const whole = { ...getTableColumns(invitations), now }
const inDays = (days: number) => sql`app_now() + ${days} * interval '1 day'`
const byCode = (code: string) => eq(invitations.codeKey, lookupKey('invitation', code))

export type Invite = { name: string; role: Role; department?: number; email: Contact | null }
export type Invited = { ok: true; code: string; mailed: boolean } | { ok: false; why: WhyNotPeople | WhyNotPost }

/** The code is shown once to the administrator, who hands it over; with an address it is mailed as well. */
export async function invite(viewer: Viewer, { name, role, department, email }: Invite, lang: Language): Promise<Invited> {
  const code = newCode()
  return transaction<Invited>(async (tx) => {
    const [post] = department ? await tx.select().from(departments).where(eq(departments.id, department)) : []
    const [{ at }] = (await tx.execute(sql`select app_now() as at`)) as unknown as [{ at: Date | string }]
    const may = mayGrant(viewer, new Date(at))
    if (!may.ok) return may
    const holds = mayHold(role, post ?? null)
    if (!holds.ok) return holds
    const row = {
      codeKey: lookupKey('invitation', code),
      name,
      role,
      departmentId: post?.id ?? null,
      invitedBy: viewer.id,
      expiresAt: inDays(INVITATION_DAYS),
    }
    const [made] = await tx.insert(invitations).values(row).returning({ id: invitations.id })
    await record(tx, viewer, {
      act: 'person-invited',
      subject: 'invitation',
      subjectId: made!.id,
      departmentId: row.departmentId,
      facts: { role },
    })
    const way = email && (await queueMessage(tx, { to: email, template: 'invitation', lang, params: { code, name } }))
    return { ok: true, code, mailed: Boolean(way) }
  })
}

export async function revokeInvitation(viewer: Viewer, id: number) {
  const may = mayManagePeople(viewer)
  if (!may.ok) return may
  return transaction(async (tx) => {
    const open = and(
      eq(invitations.id, id),
      isNull(invitations.acceptedAt),
      isNull(invitations.revokedAt),
      isNotNull(invitations.invitedBy),
    )
    const gone = await tx.update(invitations).set({ revokedAt: clock }).where(open).returning({ departmentId: invitations.departmentId })
    if (gone[0])
      await record(tx, viewer, { act: 'invitation-revoked', subject: 'invitation', subjectId: id, departmentId: gone[0].departmentId })
    return { ok: true as const }
  })
}

export type Accepted = Opened | { ok: false; why: WhyNotPassword | 'code-over' | 'contact-taken' }
type Credentials = { contact: Contact; password: string }

/** The invitation's row is locked: of twenty who press at once, one comes in. */
export async function acceptInvitation(typed: string, { contact, password }: Credentials, { cookie }: From): Promise<Accepted> {
  const code = readCode(typed)
  const [offered] = code
    ? await db
        .select()
        .from(invitations)
        .where(and(byCode(code), isNotNull(invitations.invitedBy)))
    : []
  if (!code || !offered) return refused('code-over')
  const may = mayUsePassword(password, offered.role, about(offered.name, contact))
  if (!may.ok) return may
  const passwordHash = await hashPassword(password)
  return transaction<Accepted>(async (tx) => {
    const [invitation] = await tx.select(whole).from(invitations).where(byCode(code)).for('update')
    if (!invitation || !mayAccept(invitation, invitation.now).ok) return refused('code-over')
    const { id, name, role, departmentId, invitedBy } = invitation
    const account = await addAccount(tx, { name, role, departmentId, contact, passwordHash, createdBy: invitedBy })
    if (!account) return refused('contact-taken')
    await comeIn(tx, id, account.id)
    await record(
      tx,
      { id: account.id, name, role, departmentId },
      { act: 'invitation-accepted', subject: 'invitation', subjectId: id, departmentId },
    )
    await endSession(tx, cookie)
    return { ok: true, cookies: [await startSession(tx, { id: account.id, role }), deviceCookie(account.id)], role }
  })
}

async function comeIn(tx: Tx, invitationId: number, accountId: string) {
  await tx.update(invitations).set({ acceptedAt: clock, acceptedBy: accountId }).where(eq(invitations.id, invitationId))
  await tx.update(accounts).set({ lastSignedInAt: clock }).where(eq(accounts.id, accountId))
}

async function administratorsOf(tx: Tx) {
  const [row] = await tx.select({ count: count() }).from(accounts).where(eq(accounts.role, 'administrator'))
  return row!.count
}

/** The way into an empty county, printed at its start; an earlier link ends. Null once there is an administrator. */
export const createSetUpLink = () =>
  transaction(async (tx) => {
    if ((await administratorsOf(tx)) > 0) return null
    const open = and(isNull(invitations.invitedBy), isNull(invitations.acceptedAt), isNull(invitations.revokedAt))
    await tx.update(invitations).set({ revokedAt: clock }).where(open)
    const code = newCode()
    await tx
      .insert(invitations)
      .values({ codeKey: lookupKey('invitation', code), name: '', role: 'administrator', expiresAt: inDays(SET_UP_DAYS) })
    return `/set-up/${code}`
  })

export type SetUp = Credentials & { county: string; countyEn: string; office: string; phone: string; department: string; name: string }

/** The county, its first department and its first administrator, in one act. */
export async function setUpCounty(typed: string, given: SetUp, { cookie }: From): Promise<Accepted> {
  const code = readCode(typed)
  if (!code) return refused('code-over')
  const { name, contact, password } = given
  const may = mayUsePassword(password, 'administrator', about(name, contact))
  if (!may.ok) return may
  const passwordHash = await hashPassword(password)
  return transaction<Accepted>(async (tx) => {
    const [link] = await tx
      .select(whole)
      .from(invitations)
      .where(and(byCode(code), isNull(invitations.invitedBy)))
      .for('update')
    if (!link || !mayAccept(link, link.now).ok || (await administratorsOf(tx)) > 0) return refused('code-over')
    const account = await addAccount(tx, { name, role: 'administrator', departmentId: null, contact, passwordHash })
    if (!account) return refused('contact-taken')
    const viewer = { id: account.id, name, role: 'administrator' as const, departmentId: null }
    await layCounty(tx, viewer, { name: given.county, nameEn: given.countyEn, office: given.office, phone: given.phone })
    await insertDepartment(tx, viewer, { name: given.department, nameEn: '', phone: given.phone })
    await comeIn(tx, link.id, account.id)
    await endSession(tx, cookie)
    return { ok: true, cookies: [await startSession(tx, viewer), deviceCookie(account.id)], role: 'administrator' }
  })
}

export type Made = { ok: true; id: string } | { ok: false; why: WhyNotPassword | 'contact-unreadable' | 'contact-taken' }

/** For the operator at the machine, who needs nobody's leave: `npm run kaimen -- admin`. */
export async function createAdministrator({
  name,
  contact: typed,
  password,
}: {
  name: string
  contact: string
  password: string
}): Promise<Made> {
  const contact = readContact(typed)
  if (!contact) return refused('contact-unreadable')
  const may = mayUsePassword(password, 'administrator', about(name, contact))
  if (!may.ok) return may
  const passwordHash = await hashPassword(password)
  return transaction<Made>(async (tx) => {
    const account = await addAccount(tx, { name, role: 'administrator', departmentId: null, contact, passwordHash })
    if (!account) return refused('contact-taken')
    await record(tx, 'system', { act: 'administrator-created', subject: 'account', subjectId: account.id })
    return { ok: true, id: account.id }
  })
}

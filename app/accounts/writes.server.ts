import { and, eq, isNull, sql } from 'drizzle-orm'
import { db, transaction, type Tx } from '#db/connection.server'
import { accounts, passwordResets } from '#db/schema/accounts'
import { now as clock } from '#db/schema/columns'
import type { Language } from '~/i18n'
import { queueMessage } from '~/messages/writes.server'
import { record } from '~/record/writes.server'
import { lookupKey, newCode, readCode, seal, unseal } from '~/sealing.server'
import { notBefore } from '~/web/not-before.server'
import { refused } from '../decision'
import { deviceCookie, forgetTries, giveBack, knownDevice, mayAskReset, maySignUp, mayTry, type Attempt } from './limits.server'
import { mayUsePassword, type WhyNotPassword } from './password-rules'
import { nameColumns, nameOf } from './names.server'
import { hashPassword, isPassword } from './passwords.server'
import { contactKey, keyColumn } from './reads.server'
import { type Contact, RESET_MINUTES, type Role, type Viewer } from './rules'
import { endAllSessions, endOtherSessions, endSession, startSession } from './session.server'

const now = sql<Date>`app_now()`.mapWith(accounts.createdAt)
const own = { id: accounts.id, name: accounts.name, role: accounts.role, departmentId: accounts.departmentId }
const secrets = {
  nameSealed: accounts.nameSealed,
  passwordHash: accounts.passwordHash,
  disabledAt: accounts.disabledAt,
  phone: accounts.phone,
  email: accounts.email,
}

/** Where a request comes from, for the limits and for the session it replaces. */
export type From = { client: string; cookie: string | null }
export type Opened = { ok: true; cookies: string[]; role: Role }
type Account = { id: string; role: Role; passwordHash: string }

const openTo = (attempt: Attempt, sid: string, account: Account): Opened => ({
  ok: true,
  cookies: knownDevice(attempt) ? [sid] : [sid, deviceCookie(account.id)],
  role: account.role,
})

/**
 * Where a right password becomes a session, and so where a second factor will be asked for (sessions.mfa_at says when).
 * The new session takes the place of the one this browser had; null when the account was disabled or its password changed meanwhile.
 */
const reopen = ({ id, role, passwordHash }: Account, cookie: string | null) =>
  transaction(async (tx) => {
    const same = and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash), isNull(accounts.disabledAt))
    const still = await tx.update(accounts).set({ lastSignedInAt: clock }).where(same).returning({ id: accounts.id })
    if (still.length === 0) return null
    await endSession(tx, cookie)
    return startSession(tx, { id, role })
  })

export async function signIn(
  { contact, password }: { contact: Contact; password: string },
  from: From,
): Promise<Opened | { ok: false; why: 'wrong' | 'slow-down' }> {
  const [account] = await db
    .select({ ...own, ...secrets })
    .from(accounts)
    .where(eq(keyColumn(contact), contactKey(contact)))
  const attempt = { contactKey: contactKey(contact), accountId: account?.id, ...from }
  const may = await mayTry(attempt)
  if (may === 'no') return refused('slow-down')
  if (!(await isPassword(password, account?.passwordHash))) return refused(may === 'yes' ? 'wrong' : 'slow-down')
  const sid = await reopen(account!, from.cookie)
  if (!sid) return refused('wrong')
  await giveBack(attempt)
  return openTo(attempt, sid, account!)
}

export type Confirmed = Opened | { ok: false; why: 'current-wrong' | 'slow-down' }

/** The password once more, before an act that needs it; also the proof for a new password. */
async function confirmed(viewer: Viewer, password: string, from: From) {
  const [account] = await db
    .select({ ...own, ...secrets })
    .from(accounts)
    .where(eq(accounts.id, viewer.id))
  const attempt = { contactKey: `again ${viewer.id}`, accountId: account?.id, ...from }
  const may = await mayTry(attempt)
  if (may === 'no') return refused('slow-down')
  if (!(await isPassword(password, account?.passwordHash))) return refused(may === 'yes' ? 'current-wrong' : 'slow-down')
  await giveBack(attempt)
  return { ok: true as const, account: account!, attempt }
}

export async function signInAgain(viewer: Viewer, password: string, from: From): Promise<Confirmed> {
  const proof = await confirmed(viewer, password, from)
  if (!proof.ok) return proof
  const sid = await reopen(proof.account, from.cookie)
  return sid ? openTo(proof.attempt, sid, proof.account) : refused('current-wrong')
}

/** What anyone knows of this person, and so no password. */
const known = ({ phone, email, ...named }: { name: string; nameSealed: Buffer | null; phone: Buffer | null; email: Buffer | null }) => [
  nameOf(named),
  ...(phone ? [unseal(phone)] : []),
  ...(email ? [unseal(email), unseal(email).split('@')[0]!] : []),
]

type NewPassword = { current: string; password: string }

export async function changePassword(
  viewer: Viewer,
  { current, password }: NewPassword,
  from: From,
): Promise<Confirmed | { ok: false; why: WhyNotPassword }> {
  const proof = await confirmed(viewer, current, from)
  if (!proof.ok) return proof
  const may = mayUsePassword(password, viewer.role, known(proof.account))
  if (!may.ok) return may
  const passwordHash = await hashPassword(password)
  const sid = await transaction(async (tx) => {
    await setPassword(tx, viewer, passwordHash)
    return startSession(tx, viewer)
  })
  return openTo(proof.attempt, sid, proof.account)
}

/** The new password, an end to everything opened with the old one, and at the desk a line in the record. */
async function setPassword(tx: Tx, account: Pick<Viewer, 'id' | 'name' | 'role' | 'departmentId'>, passwordHash: string) {
  await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, account.id))
  await spendResets(tx, account.id)
  await endAllSessions(tx, account.id)
  if (account.role !== 'resident') await record(tx, account, { act: 'password-changed', subject: 'account', subjectId: account.id })
}

/** Codes issued before open nothing any more. */
export async function spendResets(tx: Tx, accountId: string) {
  await tx
    .update(passwordResets)
    .set({ usedAt: clock })
    .where(and(eq(passwordResets.accountId, accountId), isNull(passwordResets.usedAt)))
}

type Newcomer = { name: string; contact: Contact; role: Role; departmentId: number | null; passwordHash: string; createdBy?: string | null }

/** Sealed to be read, keyed to be found. */
export const contactColumns = (contact: Contact) =>
  contact.kind === 'phone'
    ? { phone: seal(contact.address), phoneKey: contactKey(contact) }
    : { email: seal(contact.address), emailKey: contactKey(contact) }

/** Null when the number or address belongs to an account already. */
export async function addAccount(tx: Tx, { contact, name, ...newcomer }: Newcomer): Promise<{ id: string } | null> {
  const [row] = await tx
    .insert(accounts)
    .values({ ...newcomer, ...nameColumns(name, newcomer.role), ...contactColumns(contact) })
    .onConflictDoNothing()
    .returning({ id: accounts.id })
  return row ?? null
}

export const about = (name: string, { address }: Contact) => [name, address, address.split('@')[0]!]

/** A new account, or silence: who has one already is told the same, and signs in with the password they had. */
export async function signUp({ name, contact, password }: { name: string; contact: Contact; password: string }, client: string) {
  const may = mayUsePassword(password, 'resident', about(name, contact))
  if (!may.ok) return may
  if (!(await maySignUp(client))) return refused('slow-down')
  const passwordHash = await hashPassword(password)
  await notBefore(
    100,
    transaction((tx) => addAccount(tx, { name, contact, role: 'resident', departmentId: null, passwordHash })),
  )
  return { ok: true as const }
}

type Asked = { contact: Contact; lang: Language; client: string }

/** Sends a code where the account can be reached by machine; the answer is the same whether there was one or not. */
export async function askReset({ contact, lang, client }: Asked): Promise<{ ok: true } | { ok: false; why: 'slow-down' }> {
  if (!(await mayAskReset(contactKey(contact), client))) return refused('slow-down')
  await notBefore(
    400,
    transaction((tx) => sendReset(tx, contact, lang)),
  )
  return { ok: true }
}

async function sendReset(tx: Tx, contact: Contact, lang: Language) {
  const [account] = await tx
    .select({ ...own, ...secrets })
    .from(accounts)
    .where(and(eq(keyColumn(contact), contactKey(contact)), isNull(accounts.disabledAt)))
  if (!account) return
  const code = newCode()
  const ways = [contact, ...(contact.kind === 'phone' && account.email ? [{ kind: 'email' as const, address: unseal(account.email) }] : [])]
  for (const to of ways) {
    const way = await queueMessage(tx, { to, template: 'password-reset', lang, params: { code } })
    if (way) return keepReset(tx, code, { accountId: account.id, way: 'mail', issuedBy: null })
  }
}

export async function keepReset(
  tx: Tx,
  code: string,
  { way, ...of }: { accountId: string; way: 'mail' | 'counter'; issuedBy: string | null },
) {
  const expiresAt = sql`app_now() + ${RESET_MINUTES[way]} * interval '1 minute'`
  await tx.insert(passwordResets).values({ codeKey: lookupKey('reset', code), way, expiresAt, ...of })
}

export type Reset = { ok: true; cookie: string } | { ok: false; why: WhyNotPassword | 'code-over' }

/** A new password for a code, once. Whoever held the code is a known device from now on, so that no limit keeps them out. */
export async function resetPassword(typed: string, password: string): Promise<Reset> {
  const code = readCode(typed)
  if (!code) return refused('code-over')
  const mine = eq(passwordResets.codeKey, lookupKey('reset', code))
  const [account] = await db
    .select({ ...own, ...secrets, phoneKey: accounts.phoneKey, emailKey: accounts.emailKey })
    .from(passwordResets)
    .innerJoin(accounts, eq(accounts.id, passwordResets.accountId))
    .where(mine)
  if (!account) return refused('code-over')
  const may = mayUsePassword(password, account.role, known(account))
  if (!may.ok) return may
  const passwordHash = await hashPassword(password)
  const done = await transaction(async (tx) => {
    const [reset] = await tx
      .select({ usedAt: passwordResets.usedAt, expiresAt: passwordResets.expiresAt, now })
      .from(passwordResets)
      .where(mine)
      .for('update')
    const [enabled] = await tx
      .select(own)
      .from(accounts)
      .where(and(eq(accounts.id, account.id), isNull(accounts.disabledAt)))
      .for('update')
    if (!reset || !enabled || reset.usedAt || reset.expiresAt <= reset.now) return false
    await setPassword(tx, account, passwordHash)
    return true
  })
  if (!done) return refused('code-over')
  await forgetTries([account.phoneKey, account.emailKey])
  return { ok: true, cookie: deviceCookie(account.id) }
}

export const signOut = (cookie: string | null) => endSession(db, cookie)

export const leaveOtherPlaces = (viewer: Viewer) => endOtherSessions(db, viewer)

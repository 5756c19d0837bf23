import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { accounts, departments } from '#db/schema/accounts'
import { now as clock } from '#db/schema/columns'
import { record } from '~/record/writes.server'
import { newCode } from '~/sealing.server'
import { refused } from '../decision'
import { removeAccount } from './own-writes.server'
import {
  mayChangeRole,
  mayCloseFor,
  mayDisable,
  mayEnable,
  mayIssueResetCode,
  type WhyNotChange,
  type WhyNotClose,
  type WhyNotDisable,
  type WhyNotResetCode,
} from './people-rules'
import { isAccountId, type Role, type Viewer } from './rules'
import { endAllSessions } from './session.server'
import { keepReset } from './writes.server'

const now = sql<Date>`app_now()`.mapWith(accounts.createdAt)
const person = {
  id: accounts.id,
  name: accounts.name,
  role: accounts.role,
  departmentId: accounts.departmentId,
  disabledAt: accounts.disabledAt,
  now,
}

type Unknown = { ok: false; why: 'person-unknown' }

/**
 * Every enabled administrator, locked in one order: two administrators who demote each other at once are taken one
 * after the other, and the second finds that one is left.
 */
async function lockAdministrators(tx: Tx) {
  const enabled = and(eq(accounts.role, 'administrator'), isNull(accounts.disabledAt))
  return (await tx.select({ id: accounts.id }).from(accounts).where(enabled).orderBy(asc(accounts.id)).for('update')).length
}

async function lockPerson(tx: Tx, id: string) {
  if (!isAccountId(id)) return undefined
  const [row] = await tx.select(person).from(accounts).where(eq(accounts.id, id)).for('update')
  return row
}

type Post = { role: Role; department?: number; why: string }

export async function changePost(
  viewer: Viewer,
  id: string,
  { role, department, why }: Post,
): Promise<{ ok: true } | { ok: false; why: WhyNotChange } | Unknown> {
  return transaction(async (tx) => {
    const administrators = await lockAdministrators(tx)
    const found = await lockPerson(tx, id)
    if (!found) return refused('person-unknown')
    const [post] = department ? await tx.select().from(departments).where(eq(departments.id, department)).for('share') : []
    const may = mayChangeRole(viewer, found, { role, department: post ?? null }, administrators, found.now)
    if (!may.ok) return may
    const to = { role, departmentId: post?.id ?? null }
    await tx.update(accounts).set(to).where(eq(accounts.id, id))
    await endAllSessions(tx, id)
    const from = { role: found.role, departmentId: found.departmentId }
    await record(tx, viewer, {
      act: 'role-changed',
      subject: 'account',
      subjectId: id,
      departmentId: to.departmentId ?? from.departmentId,
      why,
      facts: { from, to },
    })
    return may
  })
}

/** Ends every session in the same act. */
export async function disablePerson(
  viewer: Viewer,
  id: string,
  why: string,
): Promise<{ ok: true } | { ok: false; why: WhyNotDisable } | Unknown> {
  return transaction(async (tx) => {
    const administrators = await lockAdministrators(tx)
    const found = await lockPerson(tx, id)
    if (!found) return refused('person-unknown')
    const may = mayDisable(viewer, found, administrators, found.now)
    if (!may.ok) return may
    await tx.update(accounts).set({ disabledAt: clock, disabledBy: viewer.id, disabledWhy: why }).where(eq(accounts.id, id))
    await endAllSessions(tx, id)
    await record(tx, viewer, { act: 'person-disabled', subject: 'account', subjectId: id, departmentId: found.departmentId, why })
    return may
  })
}

/** At the counter, when its owner asks for it: what a resident's account held is gone, that it was closed and by whom stays. */
export async function closeAccountFor(
  viewer: Viewer,
  id: string,
  why: string,
): Promise<{ ok: true } | { ok: false; why: WhyNotClose } | Unknown> {
  return transaction(async (tx) => {
    const found = await lockPerson(tx, id)
    if (!found) return refused('person-unknown')
    const may = mayCloseFor(viewer, found, found.now)
    if (!may.ok) return may
    await removeAccount(tx, id)
    await record(tx, viewer, { act: 'account-closed', subject: 'account', subjectId: id, why })
    return may
  })
}

export async function enablePerson(viewer: Viewer, id: string) {
  return transaction(async (tx) => {
    const found = await lockPerson(tx, id)
    if (!found) return refused('person-unknown')
    const may = mayEnable(viewer, found, found.now)
    if (!may.ok) return may
    await tx.update(accounts).set({ disabledAt: null, disabledBy: null, disabledWhy: null }).where(eq(accounts.id, id))
    await record(tx, viewer, { act: 'person-enabled', subject: 'account', subjectId: id, departmentId: found.departmentId })
    return may
  })
}

export type Issued = { ok: true; code: string } | { ok: false; why: WhyNotResetCode } | Unknown

/** At the counter, after the identity document was looked at; `why` says which. */
export async function issueResetCode(viewer: Viewer, id: string, why: string): Promise<Issued> {
  const code = newCode()
  return transaction<Issued>(async (tx) => {
    const found = await lockPerson(tx, id)
    if (!found) return refused('person-unknown')
    const may = mayIssueResetCode(viewer, found, found.now)
    if (!may.ok) return may
    await keepReset(tx, code, { accountId: id, way: 'counter', issuedBy: viewer.id })
    await record(tx, viewer, { act: 'reset-code-issued', subject: 'account', subjectId: id, departmentId: found.departmentId, why })
    return { ok: true, code }
  })
}

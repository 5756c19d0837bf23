import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { accounts, departments } from '#db/schema/accounts'
import { county } from '#db/schema/county'
import { db } from '#db/connection.server'
import { nameColumns } from '~/accounts/names.server'
import { hashPassword } from '~/accounts/passwords.server'
import { readContact, type Role, type Viewer } from '~/accounts/rules'
import { unnamedCounty } from '~/county/rules'
import { lookupKey, seal } from '~/sealing.server'
import { databaseNow } from '~/web/clock.server'

/** A department with a name of its own. */
export async function aDepartment(name = '城乡建设局') {
  const [row] = await db
    .insert(departments)
    .values({ slug: `d-${randomUUID().slice(0, 8)}`, name, nameEn: 'Construction' })
    .returning()
  return row!
}

export async function aCounty(values: Partial<typeof county.$inferInsert> = {}) {
  await db
    .insert(county)
    .values({ name: '测试县', nameEn: 'Test County', phone: '0000-0000', ...values })
    .onConflictDoNothing()
}

/** A signed-in person as rules and verbs see them; the account row exists. */
export async function aViewer(
  role: Role,
  departmentId: number | null = null,
  name = `${role} ${randomUUID().slice(0, 4)}`,
): Promise<Viewer> {
  const [row] = await db
    .insert(accounts)
    .values({ ...nameColumns(name, role), role, departmentId, emailKey: randomUUID(), passwordHash: 'none' })
    .returning()
  return { id: row!.id, name, role, departmentId, sessionId: '', authenticatedAt: new Date() }
}

/** The same person with the password given just now, by the clock of the test. */
export const atTheKeyboard = async (viewer: Viewer): Promise<Viewer> => ({ ...viewer, authenticatedAt: await databaseNow() })

type Account = { contact?: string; password?: string; role?: Role; departmentId?: number | null; name?: string }

/** An account that can sign in. The hash is a real one. */
export async function anAccount({
  contact = `p${randomUUID().slice(0, 8)}@example.cn`,
  password = GOOD_PASSWORD,
  role = 'resident',
  departmentId = null,
  name = '王丽',
}: Account = {}) {
  const reach = readContact(contact)!
  const key = lookupKey(reach.kind, reach.address)
  const sealed = seal(reach.address)
  const columns = reach.kind === 'phone' ? { phone: sealed, phoneKey: key } : { email: sealed, emailKey: key }
  const [row] = await db
    .insert(accounts)
    .values({ ...nameColumns(name, role), role, departmentId, passwordHash: await hashPassword(password), ...columns })
    .returning({ id: accounts.id })
  return { id: row!.id, name, role, departmentId, contact: reach, password }
}

export const GOOD_PASSWORD = '山高水长 river stone'

/** What a loader or action is given, as this viewer. */
export const asSeenBy = (viewer: Viewer | null, over: Partial<AppLoadContext> = {}): AppLoadContext => ({
  viewer,
  lang: 'zh-CN',
  display: 'standard',
  county: unnamedCounty,
  requestId: 'test',
  path: '/desk',
  origin: 'http://localhost:3000',
  client: '127.0.0.1',
  ...over,
})

/** A posted form, as a browser sends it. */
export const posted = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  new Request(`http://localhost:3000${path}`, { method: 'POST', body: new URLSearchParams(fields), headers })

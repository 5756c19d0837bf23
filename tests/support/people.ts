import { randomUUID } from 'node:crypto'
import { accounts, departments } from '#db/schema/accounts'
import { county } from '#db/schema/county'
import { db } from '#db/connection.server'
import type { Role, Viewer } from '~/accounts/rules'

/** A department with a name of its own. */
export async function aDepartment(name = '城乡建设局') {
  const [row] = await db
    .insert(departments)
    .values({ slug: `d-${randomUUID().slice(0, 8)}`, name, nameEn: 'Construction' })
    .returning()
  return row!
}

export async function aCounty(values: Partial<typeof county.$inferInsert> = {}) {
  await db.insert(county).values({ name: '测试县', nameEn: 'Test County', phone: '0000-0000', ...values }).onConflictDoNothing()
}

/** A signed-in person as rules and verbs see them; the account row exists. */
export async function aViewer(role: Role, departmentId: number | null = null, name = `${role} ${randomUUID().slice(0, 4)}`): Promise<Viewer> {
  const [row] = await db
    .insert(accounts)
    .values({ name, role, departmentId, emailKey: randomUUID(), passwordHash: 'none' })
    .returning()
  return { id: row!.id, name, role, departmentId, sessionId: '', authenticatedAt: new Date() }
}

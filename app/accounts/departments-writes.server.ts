import { randomBytes } from 'node:crypto'
import { and, count, eq, isNull } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { accounts, departments } from '#db/schema/accounts'
import { now as clock } from '#db/schema/columns'
import { record } from '~/record/writes.server'
import { mayCloseDepartment, mayManagePeople } from './people-rules'
import type { Viewer } from './rules'

type Values = { name: string; nameEn: string; phone: string }

const slugOf = (nameEn: string) =>
  nameEn
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)

export async function insertDepartment(tx: Tx, viewer: Omit<Viewer, 'sessionId' | 'authenticatedAt'>, values: Values) {
  const plain = slugOf(values.nameEn)
  const numbered = `${plain || 'department'}-${randomBytes(3).toString('hex')}`
  const put = (slug: string) =>
    tx
      .insert(departments)
      .values({ ...values, slug })
      .onConflictDoNothing()
      .returning({ id: departments.id })
  const [made] = plain ? await put(plain) : []
  const { id } = made ?? (await put(numbered))[0]!
  await record(tx, viewer, { act: 'department-added', subject: 'department', subjectId: id, departmentId: id })
  return id
}

export async function addDepartment(viewer: Viewer, values: Values) {
  const may = mayManagePeople(viewer)
  if (!may.ok) return may
  await transaction((tx) => insertDepartment(tx, viewer, values))
  return may
}

/** The slug stays: addresses that were printed go on working. */
export async function renameDepartment(viewer: Viewer, id: number, values: Values) {
  const may = mayManagePeople(viewer)
  if (!may.ok) return may
  return transaction(async (tx) => {
    const [before] = await tx.select().from(departments).where(eq(departments.id, id)).for('update')
    if (!before) return may
    const changed = (['name', 'nameEn', 'phone'] as const).filter((field) => before[field] !== values[field])
    if (changed.length === 0) return may
    await tx.update(departments).set(values).where(eq(departments.id, id))
    await record(tx, viewer, {
      act: 'department-renamed',
      subject: 'department',
      subjectId: id,
      departmentId: id,
      facts: { changed, from: before.name, to: values.name },
    })
    return may
  })
}

/** Nobody may be left in it; what it did stays readable under its name. */
export async function closeDepartment(viewer: Viewer, id: number) {
  return transaction(async (tx) => {
    const [department] = await tx.select().from(departments).where(eq(departments.id, id)).for('update')
    const [left] = await tx
      .select({ people: count() })
      .from(accounts)
      .where(and(eq(accounts.departmentId, id), isNull(accounts.disabledAt)))
    const may = mayCloseDepartment(viewer, department, left!.people)
    if (!may.ok) return may
    await tx.update(departments).set({ closedAt: clock }).where(eq(departments.id, id))
    await record(tx, viewer, { act: 'department-closed', subject: 'department', subjectId: id, departmentId: id })
    return may
  })
}

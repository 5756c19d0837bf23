import { sql } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { accounts, departments } from '#db/schema/accounts'
import { nameColumns } from '~/accounts/names.server'
import { hashPassword } from '~/accounts/passwords.server'
import { readContact } from '~/accounts/rules'
import { lookupKey, seal } from '~/sealing.server'
import { DEMO_PASSWORD, demoDepartments, demoPeople, type DepartmentKey, type Person, type PersonKey } from './people'

const people = Object.entries(demoPeople) as [PersonKey, Person][]

/** Made before the transaction: hashing is slow on purpose. */
export const hashes = () => Promise.all(people.map(() => hashPassword(DEMO_PASSWORD)))

export async function layPeople(tx: Tx, passwords: string[]) {
  const rooms = Object.entries(demoDepartments).map(([slug, department]) => ({ slug, ...department, closedAt: null }))
  const set = { name: sql`excluded.name`, nameEn: sql`excluded.name_en`, phone: sql`excluded.phone`, closedAt: null }
  const laidRooms = await tx.insert(departments).values(rooms).onConflictDoUpdate({ target: departments.slug, set }).returning()
  const department = (key: DepartmentKey) => laidRooms.find((room) => room.slug === key)!.id
  const laid = new Map<PersonKey, typeof accounts.$inferSelect>()
  for (const [i, [key, { name, role, department: room, login, away = 1 }]] of people.entries()) {
    const values = {
      ...nameColumns(name, role),
      role,
      departmentId: room && department(room),
      passwordHash: passwords[i]!,
      disabledAt: null,
      disabledBy: null,
      disabledWhy: null,
      ...contactOf(login),
    }
    const target = login.includes('@') ? accounts.emailKey : accounts.phoneKey
    const [row] = await tx
      .insert(accounts)
      .values({ ...values, createdAt: daysAgo(200), lastSignedInAt: daysAgo(away) })
      .onConflictDoUpdate({ target, set: values })
      .returning()
    laid.set(key, row!)
  }
  return { department, person: (key: PersonKey) => laid.get(key)! }
}

const daysAgo = (days: number) => sql`app_now() - ${days} * interval '1 day'`

function contactOf(login: string) {
  const { kind, address } = readContact(login)!
  return kind === 'phone'
    ? { phone: seal(address), phoneKey: lookupKey('phone', address) }
    : { email: seal(address), emailKey: lookupKey('email', address) }
}

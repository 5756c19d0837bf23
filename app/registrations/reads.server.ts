import { and, count, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { openDays, quotas, slots, visitorGroups } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { lookupKey, readCode, unseal } from '~/sealing.server'

/** The key of a code as it is stored; of no row when it cannot be one. */
const keyOf = (typed: string) => lookupKey('registration', readCode(typed) ?? '')

export async function isRegistration(code: string): Promise<boolean> {
  const [row] = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.codeKey, keyOf(code)))
  return row !== undefined
}

/** How many parties wait for each pool of an open day, or ask to be chosen for it. */
export async function queuesOf(openDayId: number): Promise<Map<number, { waiting: number; applied: number }>> {
  const rows = await db
    .select({ quotaId: registrations.quotaId, state: registrations.state, parties: count() })
    .from(registrations)
    .where(and(eq(registrations.openDayId, openDayId), inArray(registrations.state, ['waiting', 'applied'])))
    .groupBy(registrations.quotaId, registrations.state)
  const queues = new Map<number, { waiting: number; applied: number }>()
  for (const { quotaId, state, parties } of rows) queues.set(quotaId, { waiting: 0, applied: 0, ...queues.get(quotaId), [state]: parties })
  return queues
}

const { codeKey: _key, formKey: _form, formPrint: _print, personKey: _person, codeSealed: _code, ...own } = getTableColumns(registrations)
const { lastNumber: _last, ...slot } = getTableColumns(slots)
const day = {
  slug: openDays.slug,
  title: openDays.title,
  lang: openDays.lang,
  place: openDays.place,
  access: openDays.access,
  choosing: openDays.choosing,
  choosingRule: openDays.choosingRule,
  partyMost: openDays.partyMost,
  offerHours: openDays.offerHours,
  keptDays: openDays.keptDays,
  contactPerson: openDays.contactPerson,
  contactPhone: openDays.contactPhone,
  contactEmail: openDays.contactEmail,
  cancelledAt: openDays.cancelledAt,
  asksIdentity: openDays.asksIdentity,
  identityWhy: openDays.identityWhy,
  asksBirthDate: openDays.asksBirthDate,
  birthDateWhy: openDays.birthDateWhy,
  asksPlate: openDays.asksPlate,
  plateWhy: openDays.plateWhy,
  detailsDays: openDays.detailsDays,
  publishedAt: openDays.publishedAt,
}
const department = { id: departments.id, name: departments.name, nameEn: departments.nameEn, phone: departments.phone }

/** What the holder of a code may see of it; null for a code that opens nothing. */
export async function registrationByCode(typed: string) {
  const code = readCode(typed)
  if (!code) return null
  const [row] = await db
    .select({ own, slot, day, department, group: visitorGroups.name, now: sql<Date>`app_now()`.mapWith(registrations.createdAt) })
    .from(registrations)
    .innerJoin(slots, eq(slots.id, registrations.slotId))
    .innerJoin(quotas, eq(quotas.id, registrations.quotaId))
    .innerJoin(openDays, eq(openDays.id, registrations.openDayId))
    .innerJoin(departments, eq(departments.id, openDays.departmentId))
    .leftJoin(visitorGroups, eq(visitorGroups.id, quotas.groupId))
    .where(eq(registrations.codeKey, keyOf(code)))
  if (!row) return null
  const { name, contact, answers, ...rest } = row.own
  return {
    ...row,
    day: { ...row.day, department: row.department },
    own: {
      ...rest,
      code,
      name: name && unseal(name),
      contact: contact && unseal(contact),
      answers: answers ? (JSON.parse(unseal(answers)) as Record<string, string>) : {},
    },
  }
}

/** Parties that wait for the same places and stand before this one. */
export async function partiesAhead({ id, quotaId, rank }: { id: number; quotaId: number; rank: number }): Promise<number> {
  return db.$count(
    registrations,
    and(
      eq(registrations.quotaId, quotaId),
      eq(registrations.state, 'waiting'),
      sql`(${registrations.rank}, ${registrations.id}) < (${rank}, ${id})`,
    ),
  )
}

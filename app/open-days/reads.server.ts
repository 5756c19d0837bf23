import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import { db } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { consultations } from '#db/schema/consultations'
import { campaigns, openDayQuestions, openDays, quotas, slots, visitorGroups } from '#db/schema/open-days'
import { isId } from '~/web/ids'
import type { DayTab } from './rules'

// Who prepared and who published it, and what was sent back and why, stays in the office.
const { preparedBy: _by, submittedBy: _sender, publishedBy: _publisher, returnedWhy: _why, ...published } = getTableColumns(openDays)
const department = { id: departments.id, name: departments.name, nameEn: departments.nameEn, phone: departments.phone }
const now = sql<Date>`app_now()`.mapWith(openDays.createdAt)
const ofDepartment = eq(departments.id, openDays.departmentId)

/** A published open day with its slots, places and questions; null for anything else. */
export async function openDayBySlug(slug: string | undefined) {
  const [row] = await db
    .select({
      ...published,
      department,
      campaign: { title: campaigns.title, lang: campaigns.lang },
      consultation: { slug: consultations.slug, title: consultations.title, lang: consultations.lang },
      now,
    })
    .from(openDays)
    .innerJoin(departments, ofDepartment)
    .leftJoin(campaigns, eq(campaigns.id, openDays.campaignId))
    .leftJoin(consultations, and(eq(consultations.id, openDays.consultationId), isNotNull(consultations.publishedAt)))
    .where(and(eq(openDays.slug, slug ?? ''), isNotNull(openDays.publishedAt)))
  if (!row) return null
  const [ofDay, questions] = await Promise.all([slotsOf([row.id]), questionsOf(row.id)])
  return { ...row, slots: ofDay, questions }
}

export type PublicOpenDay = NonNullable<Awaited<ReturnType<typeof openDayBySlug>>>

/** What the notice asks, in its order. */
export const questionsOf = (openDayId: number) =>
  db.select().from(openDayQuestions).where(eq(openDayQuestions.openDayId, openDayId)).orderBy(asc(openDayQuestions.position))

export type Question = Awaited<ReturnType<typeof questionsOf>>[number]

const pool = {
  id: quotas.id,
  slotId: quotas.slotId,
  groupId: quotas.groupId,
  kind: quotas.kind,
  capacity: quotas.capacity,
  taken: quotas.taken,
  group: visitorGroups.name,
  invited: sql<boolean>`coalesce(${visitorGroups.invited}, false)`,
}
const { lastNumber: _last, ...shownOfSlot } = getTableColumns(slots)

/** The slots of these days in order, each with its places: seats by group, then those for needs. */
export async function slotsOf(openDayIds: number[]) {
  if (openDayIds.length === 0) return []
  const [found, pools] = await Promise.all([
    db.select(shownOfSlot).from(slots).where(inArray(slots.openDayId, openDayIds)).orderBy(asc(slots.startsAt), asc(slots.position)),
    db
      .select(pool)
      .from(quotas)
      .leftJoin(visitorGroups, eq(visitorGroups.id, quotas.groupId))
      .where(inArray(quotas.openDayId, openDayIds))
      .orderBy(asc(quotas.kind), sql`${visitorGroups.position} nulls first`, asc(quotas.id)),
  ])
  const bySlot = grouped(pools, ({ slotId }) => slotId)
  return found.map((slot) => ({ ...slot, pools: bySlot.get(slot.id) ?? [] }))
}

export type PublicSlot = Awaited<ReturnType<typeof slotsOf>>[number]
export type PublicPool = PublicSlot['pools'][number]

/** The places for needs that a slot has at all. */
export async function needsIn(slotId: number) {
  const found = await db
    .select({ id: quotas.id, kind: quotas.kind, capacity: quotas.capacity, taken: quotas.taken })
    .from(quotas)
    .where(eq(quotas.slotId, slotId))
  return found.filter(({ capacity }) => capacity > 0)
}

function grouped<Row>(rows: Row[], keyOf: (row: Row) => number): Map<number, Row[]> {
  const found = new Map<number, Row[]>()
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row])
  return found
}

const listed = {
  id: openDays.id,
  slug: openDays.slug,
  title: openDays.title,
  lang: openDays.lang,
  summary: openDays.summary,
  choosing: openDays.choosing,
  place: openDays.place,
  submittedAt: openDays.submittedAt,
  publishedAt: openDays.publishedAt,
  cancelledAt: openDays.cancelledAt,
  opensAt: openDays.opensAt,
  closesAt: openDays.closesAt,
  department,
  now,
}

const firstStart = sql`(select min(s.starts_at) from slots s where s.open_day_id = open_days.id)`
const nextStart = sql`(select min(s.starts_at) from slots s where s.open_day_id = open_days.id and s.ends_at >= app_now())`
const lastEnd = sql`(select max(s.ends_at) from slots s where s.open_day_id = open_days.id)`
const takesPlace = sql`open_days.cancelled_at is null and exists (
  select from slots s where s.open_day_id = open_days.id and s.cancelled_at is null and s.ends_at >= app_now())`
const stillToCome = sql`exists (select from slots s where s.open_day_id = open_days.id and s.ends_at >= app_now())`

const inTab: Record<DayTab, SQL> = { upcoming: stillToCome, past: sql`not ${stillToCome}` }
// What comes first stands first; of what is over, the newest.
const inOrder: Record<DayTab, SQL> = {
  upcoming: asc(nextStart),
  past: desc(lastEnd),
}

async function withSlots(where: SQL | undefined, order: SQL, { limit, offset = 0 }: { limit: number; offset?: number }) {
  const days = await db
    .select(listed)
    .from(openDays)
    .innerJoin(departments, ofDepartment)
    .where(and(isNotNull(openDays.publishedAt), where))
    .orderBy(order, asc(openDays.id))
    .limit(limit)
    .offset(offset)
  const byDay = grouped(await slotsOf(days.map(({ id }) => id)), ({ openDayId }) => openDayId)
  return days.map((day) => ({ ...day, slots: byDay.get(day.id) ?? [] }))
}

export type ListedOpenDay = Awaited<ReturnType<typeof withSlots>>[number]

export const openDaysIn = ({ tab, ...page }: { tab: DayTab; limit: number; offset?: number }) => withSlots(inTab[tab], inOrder[tab], page)

/** The next days that take place. */
export const nextOpenDays = (limit: number) => withSlots(takesPlace, inOrder.upcoming, { limit })

/** How many stand under each tab. */
export async function dayCounts(): Promise<Record<DayTab, number>> {
  const count = (tab: DayTab) => sql<number>`count(*) filter (where ${inTab[tab]})::int`
  const [row] = await db
    .select({ upcoming: count('upcoming'), past: count('past') })
    .from(openDays)
    .where(isNotNull(openDays.publishedAt))
  return row!
}

/** A published day that is about this consultation. */
export async function openDayAbout(consultationId: number, given: string) {
  const wanted = Number(given)
  if (!isId(wanted)) return null
  const [row] = await db
    .select({ id: openDays.id, title: openDays.title, lang: openDays.lang })
    .from(openDays)
    .where(and(eq(openDays.id, wanted), eq(openDays.consultationId, consultationId), isNotNull(openDays.publishedAt)))
  return row ?? null
}

const ABOUT_MOST = 10

/** Days still to come that are about this consultation. */
export const openDaysAbout = (consultationId: number) =>
  withSlots(and(eq(openDays.consultationId, consultationId), takesPlace), inOrder.upcoming, {
    limit: ABOUT_MOST,
  })

const MONTH_MOST = 500

/** Everything that begins within these instants. */
export const openDaysBetween = (from: Date, to: Date) =>
  withSlots(
    sql`exists (select from slots s where s.open_day_id = open_days.id and s.starts_at >= ${from.toISOString()} and s.starts_at < ${to.toISOString()})`,
    asc(firstStart),
    { limit: MONTH_MOST },
  )

/** The nearest starts of published slots before the first instant and from the second on. */
export async function startsAround(from: Date, to: Date): Promise<{ before: Date | null; after: Date | null }> {
  const published = db
    .select({ at: slots.startsAt })
    .from(slots)
    .innerJoin(openDays, eq(openDays.id, slots.openDayId))
    .where(isNotNull(openDays.publishedAt))
    .as('published')
  const [row] = await db
    .select({
      before: sql<Date | null>`max(${published.at}) filter (where ${published.at} < ${from.toISOString()})`.mapWith(slots.startsAt),
      after: sql<Date | null>`min(${published.at}) filter (where ${published.at} >= ${to.toISOString()})`.mapWith(slots.startsAt),
    })
    .from(published)
  return row!
}

type Wanted = { when?: DayTab; department?: number; after?: string; limit: number }

/** Published days, newest first; `after` is the slug of the last one already seen. */
export const publishedAfter = ({ when, department, after, limit }: Wanted) =>
  withSlots(
    and(
      when && inTab[when],
      department === undefined ? undefined : eq(openDays.departmentId, department),
      after === undefined
        ? undefined
        : sql`(${openDays.publishedAt}, ${openDays.id}) < (select d.published_at, d.id from ${openDays} d where d.slug = ${after} and d.published_at is not null)`,
    ),
    sql`${openDays.publishedAt} desc, ${openDays.id} desc`,
    { limit },
  )

export const newestOpenDays = (limit: number) => withSlots(undefined, desc(openDays.publishedAt), { limit })

/** Published days whose last slot is at most so many days over. */
export async function openDaysNotLongOver(days: number): Promise<number[]> {
  const rows = await db
    .select({ id: openDays.id })
    .from(openDays)
    .where(
      and(
        isNotNull(openDays.publishedAt),
        sql`exists (select from slots s where s.open_day_id = open_days.id and s.ends_at > app_now() - ${days} * interval '1 day')`,
      ),
    )
  return rows.map(({ id }) => id)
}

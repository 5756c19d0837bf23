import { and, asc, desc, eq, getTableColumns, isNotNull, sql, type SQL } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { accounts, departments } from '#db/schema/accounts'
import { consultations } from '#db/schema/consultations'
import { draws } from '#db/schema/draws'
import { campaigns, openDayQuestions, openDays, quotas, slots, visitorGroups } from '#db/schema/open-days'
import { isDesk, reaches, type Viewer } from '~/accounts/rules'
import { drawMissing, type DrawMissing } from '~/draws/rules'
import { actorsOn, hasActedOn } from '~/record/reads.server'
import { isId } from '~/web/ids'
import { missingIn, preparingActs, spanOf, type Missing, type Notice } from './rules'

const department = { id: departments.id, name: departments.name, nameEn: departments.nameEn }
const now = sql<Date>`app_now()`.mapWith(openDays.createdAt)
const ofDepartment = eq(departments.id, openDays.departmentId)

/** An open day in any state; null when it is not there or not in the viewer's department. */
export async function openDayForDesk(id: string | undefined, viewer: Viewer | null) {
  const wanted = Number(id)
  if (!isDesk(viewer) || !isId(wanted)) return null
  const [row] = await db
    .select({
      ...getTableColumns(openDays),
      department,
      campaign: { title: campaigns.title, lang: campaigns.lang },
      consultation: { title: consultations.title, lang: consultations.lang },
      preparedByName: accounts.name,
      now,
    })
    .from(openDays)
    .innerJoin(departments, ofDepartment)
    .innerJoin(accounts, eq(accounts.id, openDays.preparedBy))
    .leftJoin(campaigns, eq(campaigns.id, openDays.campaignId))
    .leftJoin(consultations, eq(consultations.id, openDays.consultationId))
    .where(eq(openDays.id, wanted))
  return row && reaches(viewer, row.departmentId) ? row : null
}

export type DeskOpenDay = NonNullable<Awaited<ReturnType<typeof openDayForDesk>>>

const { lastNumber: _last, version: _version, ...planned } = getTableColumns(slots)

/** What a day consists of: its slots and their places, its groups and its questions. */
export async function plannedFor(openDayId: number, on: Db | Tx = db) {
  const [ofSlots, places, groups, questions] = await Promise.all([
    on.select(planned).from(slots).where(eq(slots.openDayId, openDayId)).orderBy(asc(slots.startsAt), asc(slots.position)),
    on
      .select({ slotId: quotas.slotId, groupId: quotas.groupId, kind: quotas.kind, capacity: quotas.capacity })
      .from(quotas)
      .where(eq(quotas.openDayId, openDayId)),
    on.select().from(visitorGroups).where(eq(visitorGroups.openDayId, openDayId)).orderBy(asc(visitorGroups.position)),
    on.select().from(openDayQuestions).where(eq(openDayQuestions.openDayId, openDayId)).orderBy(asc(openDayQuestions.position)),
  ])
  return {
    slots: ofSlots.map((slot) => ({ ...slot, places: places.filter(({ slotId }) => slotId === slot.id) })),
    quotas: places,
    groups,
    questions,
  }
}

export type Plan = Awaited<ReturnType<typeof plannedFor>>

/** The public source of a draw is part of the notice. */
export async function drawNamedFor(openDayId: number, on: Db | Tx = db) {
  const [row] = await on.select({ source: draws.source, speaksAt: draws.speaksAt }).from(draws).where(eq(draws.openDayId, openDayId))
  return row ?? null
}

export type Lack = Missing | DrawMissing
type Whole = Notice & { id: number; now: Date }

/** What a day lacks before it may go out, the source of its draw included. */
export async function lacksOf(
  day: Whole,
  { slots: ofDay, quotas: places }: Pick<Plan, 'slots' | 'quotas'>,
  on: Db | Tx = db,
): Promise<Lack[]> {
  const arrivals = ofDay.map(({ arriveAt }) => arriveAt.getTime())
  const firstArrival = arrivals.length > 0 ? new Date(Math.min(...arrivals)) : null
  const draw = await drawNamedFor(day.id, on)
  return [...missingIn(day, ofDay, places, day.now), ...drawMissing({ ...day, firstArrival }, draw, day.now)]
}

/** The slots of a day as they are now: how many there are, and when the last is over. */
export const spanOfDay = async (openDayId: number, on: Db | Tx = db) =>
  spanOf(await on.select({ endsAt: slots.endsAt, cancelledAt: slots.cancelledAt }).from(slots).where(eq(slots.openDayId, openDayId)))

const namingActs = ['draw-source-named'] as const

/** Everyone whose hand is in what goes out, the source of its draw included. */
export async function preparersOf(id: number, on: Db | Tx = db) {
  const found = await Promise.all([actorsOn('open-day', id, preparingActs, on), actorsOn('draw', id, namingActs, on)])
  return [...new Set(found.flat())]
}

const firstArrival: SQL<Date | null> =
  sql`(select min(s.arrive_at) from slots s where s.open_day_id = ${openDays.id} and s.cancelled_at is null)`.mapWith(slots.arriveAt)
const lastEnd: SQL<Date | null> =
  sql`(select max(s.ends_at) from slots s where s.open_day_id = ${openDays.id} and s.cancelled_at is null)`.mapWith(slots.endsAt)

const slotsPlanned = sql<number>`(select count(*)::int from slots s where s.open_day_id = ${openDays.id})`

/** Everything in the viewer's reach, the newest first. */
export const openDaysForDesk = (viewer: Viewer) =>
  db
    .select({
      id: openDays.id,
      title: openDays.title,
      lang: openDays.lang,
      submittedAt: openDays.submittedAt,
      publishedAt: openDays.publishedAt,
      cancelledAt: openDays.cancelledAt,
      opensAt: openDays.opensAt,
      closesAt: openDays.closesAt,
      returnedWhy: openDays.returnedWhy,
      ownWork: sql<boolean>`(${hasActedOn(viewer.id, 'open-day', openDays.id, preparingActs)} or ${hasActedOn(viewer.id, 'draw', openDays.id, namingActs)})`,
      firstArrival,
      lastEnd,
      planned: slotsPlanned,
      department,
      now,
    })
    .from(openDays)
    .innerJoin(departments, ofDepartment)
    .where(viewer.departmentId === null ? undefined : eq(openDays.departmentId, viewer.departmentId))
    .orderBy(desc(openDays.id))

export type DeskOpenDayRow = Awaited<ReturnType<typeof openDaysForDesk>>[number]

// By name: alone in a select, a column stands without its table, and would be the inner one's.
const days = sql<number>`(select count(*) from open_days d where d.campaign_id = campaigns.id)::int`

export const campaignsForDesk = () =>
  db
    .select({ ...getTableColumns(campaigns), days })
    .from(campaigns)
    .orderBy(desc(campaigns.startsOn), desc(campaigns.id))

export async function campaignForDesk(id: string | undefined) {
  const wanted = Number(id)
  if (!isId(wanted)) return null
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, wanted))
  return row ?? null
}

/** Published consultations of a department, which a visit may be about. */
export const consultationsToLink = (departmentId: number) =>
  db
    .select({ id: consultations.id, title: consultations.title, lang: consultations.lang })
    .from(consultations)
    .where(and(eq(consultations.departmentId, departmentId), isNotNull(consultations.publishedAt)))
    .orderBy(desc(consultations.id))

import { and, asc, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { departments } from '#db/schema/accounts'
import { draws } from '#db/schema/draws'
import { openDays, quotas, slots, visitorGroups } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { isDesk, reaches, type Viewer } from '~/accounts/rules'
import { isId } from '~/web/ids'
import { linesOf, type Entry } from './entries'

const now = sql<Date>`app_now()`.mapWith(openDays.createdAt)
const firstArrival =
  sql<Date | null>`(select min(s.arrive_at) from slots s where s.open_day_id = open_days.id and s.cancelled_at is null)`.mapWith(
    slots.arriveAt,
  )
const facts = {
  id: openDays.id,
  slug: openDays.slug,
  title: openDays.title,
  lang: openDays.lang,
  departmentId: openDays.departmentId,
  choosing: openDays.choosing,
  closesAt: openDays.closesAt,
  submittedAt: openDays.submittedAt,
  publishedAt: openDays.publishedAt,
  cancelledAt: openDays.cancelledAt,
  firstArrival,
}

export type Draw = typeof draws.$inferSelect

/** A published open day that chooses by draw, and its draw once the source is named. */
export async function drawBySlug(slug: string | undefined) {
  const [row] = await db
    .select({ day: facts, department: { name: departments.name, nameEn: departments.nameEn }, draw: draws, now })
    .from(openDays)
    .innerJoin(departments, eq(departments.id, openDays.departmentId))
    .leftJoin(draws, eq(draws.openDayId, openDays.id))
    .where(and(eq(openDays.slug, slug ?? ''), eq(openDays.choosing, 'draw'), isNotNull(openDays.publishedAt)))
  return row ?? null
}

/** An open day in any state with its draw; null when it is not there or not in the viewer's department. */
export async function drawForDesk(id: string | undefined, viewer: Viewer | null) {
  const wanted = Number(id)
  if (!isDesk(viewer) || !isId(wanted)) return null
  const [row] = await db
    .select({ day: facts, draw: draws, now })
    .from(openDays)
    .leftJoin(draws, eq(draws.openDayId, openDays.id))
    .where(eq(openDays.id, wanted))
  return row && reaches(viewer, row.day.departmentId) ? row : null
}

/** The open day as the transaction sees it. Under the locks of its slots it is not cancelled meanwhile. */
export async function dayIn(tx: Tx, id: number) {
  const [row] = await tx
    .select({ ...facts, now })
    .from(openDays)
    .where(eq(openDays.id, id))
  return row ?? null
}

/** The same, and until the transaction ends it is not published. */
export async function heldDay(tx: Tx, id: number) {
  const [held] = await tx.select({ id: openDays.id }).from(openDays).where(eq(openDays.id, id)).for('share')
  return held ? dayIn(tx, id) : null
}

export type Day = NonNullable<Awaited<ReturnType<typeof dayIn>>>

export const groupsOf = (tx: Tx, openDayId: number) =>
  tx.select({ id: visitorGroups.id, position: visitorGroups.position }).from(visitorGroups).where(eq(visitorGroups.openDayId, openDayId))

/** Everyone who asks for a place, in the order of slot and number. Read under all slot locks it is complete. */
export async function entriesOf(tx: Tx, openDayId: number): Promise<Entry[]> {
  const group = { position: visitorGroups.position, name: visitorGroups.name }
  return tx
    .select({
      slot: { position: slots.position, name: slots.name },
      number: registrations.number,
      size: registrations.size,
      wheelchairs: registrations.wheelchairs,
      interpreter: registrations.interpreter,
      quiet: registrations.quiet,
      group,
    })
    .from(registrations)
    .innerJoin(slots, eq(slots.id, registrations.slotId))
    .innerJoin(quotas, eq(quotas.id, registrations.quotaId))
    .leftJoin(visitorGroups, eq(visitorGroups.id, quotas.groupId))
    .where(and(eq(registrations.openDayId, openDayId), eq(registrations.state, 'applied')))
    .orderBy(asc(slots.position), asc(registrations.number))
}

/** Whether the list of a draw is fixed: nobody comes in any more, and nobody becomes more people. */
export async function isListFixed(tx: Tx, openDayId: number): Promise<boolean> {
  const [fixed] = await tx
    .select({ id: draws.openDayId })
    .from(draws)
    .where(and(eq(draws.openDayId, openDayId), isNotNull(draws.frozenAt)))
  return fixed !== undefined
}

/** Open days whose registration has closed and whose list is not fixed yet. */
export const dueToFreeze = () =>
  db
    .select({ id: openDays.id })
    .from(draws)
    .innerJoin(openDays, eq(openDays.id, draws.openDayId))
    .where(
      and(
        isNull(draws.frozenAt),
        gt(draws.speaksAt, now),
        lt(openDays.closesAt, now),
        isNotNull(openDays.publishedAt),
        isNull(openDays.cancelledAt),
        eq(openDays.choosing, 'draw'),
      ),
    )
    .orderBy(openDays.id)

/** The parties that the draw gave places, as the list had them; null while nothing is drawn. */
export async function drawnFor(openDayId: number, on: Db | Tx = db): Promise<{ slot: number; size: number }[] | null> {
  const [draw] = await on.select({ entries: draws.entries, result: draws.result }).from(draws).where(eq(draws.openDayId, openDayId))
  if (!draw?.result) return null
  const lines = linesOf(draw.entries ?? '')
  return draw.result.order
    .filter(({ outcome }) => outcome === 'confirmed')
    .map(({ entry }) => ({ slot: Number(lines[entry - 1]!.shown.split('-')[0]), size: lines[entry - 1]!.size }))
}

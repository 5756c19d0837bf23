import { and, asc, count, eq, getTableColumns, isNotNull, sql, type SQL } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { openDayQuestions, openDays, quotas, slots, visitorGroups } from '#db/schema/open-days'
import { registrations } from '#db/schema/registrations'
import { reaches, type Viewer } from '~/accounts/rules'
import { displayName, maskContact } from '~/comments/rules'
import { unseal } from '~/sealing.server'
import { LARGEST_ID } from '~/web/ids'
import { needsReview, type ListCursor } from './desk-rules'
import { livingStates, type State } from './rules'

const asId = (given: string | undefined) => (/^[1-9]\d{0,9}$/.test(given ?? '') && Number(given) <= LARGEST_ID ? Number(given) : null)

/** A published open day of the viewer's reach; null for others. */
export async function dayAtDesk(given: string | undefined, viewer: Viewer) {
  const id = asId(given)
  if (id === null) return null
  const { summary: _summary, agenda: _agenda, ...columns } = getTableColumns(openDays)
  const [day] = await db
    .select({ ...columns, now: sql<Date>`app_now()`.mapWith(openDays.createdAt) })
    .from(openDays)
    .where(and(eq(openDays.id, id), isNotNull(openDays.publishedAt)))
  return day && reaches(viewer, day.departmentId) ? day : null
}
export type DayAtDesk = NonNullable<Awaited<ReturnType<typeof dayAtDesk>>>

const { lastNumber: _last, ...slotColumns } = getTableColumns(slots)

/** The day's slots with their places and how many registrations are in which state. */
export async function slotsAtDesk(openDayId: number) {
  const [found, pools, counts] = await Promise.all([
    db.select(slotColumns).from(slots).where(eq(slots.openDayId, openDayId)).orderBy(asc(slots.position)),
    poolsOf(openDayId),
    countsOf(openDayId),
  ])
  return found.map((slot) => {
    const of = counts.filter((each) => each.slotId === slot.id)
    return {
      ...slot,
      pools: pools.filter((pool) => pool.slotId === slot.id),
      counts: Object.fromEntries(of.map(({ state, parties }) => [state, parties])) as Partial<Record<State, number>>,
      /** Told of a move, and not yet said that they still come. */
      unanswered: of.reduce((sum, each) => sum + each.unanswered, 0),
    }
  })
}
export type SlotAtDesk = Awaited<ReturnType<typeof slotsAtDesk>>[number]

const poolsOf = (openDayId: number) =>
  db
    .select({
      id: quotas.id,
      slotId: quotas.slotId,
      kind: quotas.kind,
      groupId: quotas.groupId,
      group: visitorGroups.name,
      capacity: quotas.capacity,
      taken: quotas.taken,
    })
    .from(quotas)
    .leftJoin(visitorGroups, eq(visitorGroups.id, quotas.groupId))
    .where(eq(quotas.openDayId, openDayId))
    .orderBy(asc(quotas.kind), asc(visitorGroups.position), asc(quotas.id))

const living = sql.join(
  livingStates.map((state) => sql`${state}`),
  sql`, `,
)

const countsOf = (openDayId: number) =>
  db
    .select({
      slotId: registrations.slotId,
      state: registrations.state,
      parties: count(),
      unanswered: sql<number>`(count(*) filter (where ${registrations.slotVersion} < ${slots.version} and ${registrations.state} in (${living})))::int`,
    })
    .from(registrations)
    .innerJoin(slots, eq(slots.id, registrations.slotId))
    .where(eq(registrations.openDayId, openDayId))
    .groupBy(registrations.slotId, registrations.state)

const row = {
  id: registrations.id,
  number: registrations.number,
  state: registrations.state,
  size: registrations.size,
  wheelchairs: registrations.wheelchairs,
  interpreter: registrations.interpreter,
  quiet: registrations.quiet,
  rank: registrations.rank,
  channel: registrations.channel,
  createdAt: registrations.createdAt,
  stateAt: registrations.stateAt,
  offerExpiresAt: registrations.offerExpiresAt,
  endedBy: registrations.endedBy,
  endedWhy: registrations.endedWhy,
  photoConsent: registrations.photoConsent,
  unanswered: sql<boolean>`${registrations.slotVersion} < ${slots.version}`,
  group: visitorGroups.name,
  slot: {
    id: slots.id,
    position: slots.position,
    name: slots.name,
    startsAt: slots.startsAt,
    arriveAt: slots.arriveAt,
    cancelledAt: slots.cancelledAt,
  },
  name: registrations.name,
  contact: registrations.contact,
  contactKind: registrations.contactKind,
  answers: registrations.answers,
  // In the order of rank, among those who wait for the same seats.
  place: sql<number | null>`case when ${registrations.state} = 'waiting' then (
    select count(*)::int from registrations w where w.quota_id = ${registrations.quotaId} and w.state = 'waiting'
       and (w.rank, w.id) <= (${registrations.rank}, ${registrations.id})) end`,
}

const listed = () =>
  db
    .select(row)
    .from(registrations)
    .innerJoin(slots, eq(slots.id, registrations.slotId))
    .innerJoin(quotas, eq(quotas.id, registrations.quotaId))
    .leftJoin(visitorGroups, eq(visitorGroups.id, quotas.groupId))

type Listed = Awaited<ReturnType<typeof listed>>[number]

/** Masked here, so that no page can show more by mistake. */
function masked({ name, contact, contactKind, answers: _answers, ...rest }: Listed) {
  return {
    ...rest,
    contactKind,
    name: name ? displayName('masked', unseal(name)) : '',
    contact: contact ? maskContact({ kind: contactKind, address: unseal(contact) }) : '',
  }
}
export type RegistrationRow = ReturnType<typeof masked>

export const REGISTRATIONS_PAGE = 50
export type Wanted = { slot?: number; state?: State; after?: ListCursor }

const matching = (openDayId: number, { slot, state, after }: Wanted, key: SQL) =>
  and(
    eq(registrations.openDayId, openDayId),
    slot === undefined ? undefined : eq(slots.id, slot),
    state && eq(registrations.state, state),
    after && sql`(${slots.position}, ${key}, ${registrations.id}) > (${after[0]}, ${after[1]}, ${after[2]})`,
  )

/** By slot and number; those who wait, in the order of the queue. */
const keyOf = ({ state }: Wanted) => (state === 'waiting' ? registrations.rank : registrations.number)

const pageOf = (openDayId: number, wanted: Wanted, limit: number) => {
  const key = keyOf(wanted)
  return listed()
    .where(matching(openDayId, wanted, sql`${key}`))
    .orderBy(asc(slots.position), asc(key), asc(registrations.id))
    .limit(limit)
}

const cursorOf = (last: Listed, { state }: Wanted): ListCursor => [
  last.slot.position,
  state === 'waiting' ? last.rank : last.number,
  last.id,
]

export async function registrationsPage(openDayId: number, wanted: Wanted) {
  const found = await pageOf(openDayId, wanted, REGISTRATIONS_PAGE + 1)
  const shown = found.slice(0, REGISTRATIONS_PAGE)
  return { rows: shown.map(masked), next: found.length > REGISTRATIONS_PAGE ? cursorOf(shown.at(-1)!, wanted) : null }
}

export type Opened = RegistrationRow & { answers: Record<string, string> }

const openAnswers = (answers: Uint8Array | null) => (answers ? (JSON.parse(unseal(answers)) as Record<string, string>) : {})

/** Those staff has to choose among, with what they answered: it is asked for that. */
export async function toChoose(openDayId: number, wanted: Wanted) {
  const found = await pageOf(openDayId, { ...wanted, state: needsReview }, REGISTRATIONS_PAGE + 1)
  const shown = found.slice(0, REGISTRATIONS_PAGE)
  return {
    rows: shown.map((each): Opened => ({ ...masked(each), answers: openAnswers(each.answers) })),
    next: found.length > REGISTRATIONS_PAGE ? cursorOf(shown.at(-1)!, wanted) : null,
  }
}

export async function registrationAtDesk(openDayId: number, given: string | undefined): Promise<RegistrationRow | null> {
  const id = asId(given)
  if (id === null) return null
  const [found] = await listed().where(and(eq(registrations.openDayId, openDayId), eq(registrations.id, id)))
  return found ? masked(found) : null
}

/** The groups of a day, in their order. */
export const groupsAtDesk = (openDayId: number, on: Db | Tx = db) =>
  on
    .select({ id: visitorGroups.id, name: visitorGroups.name })
    .from(visitorGroups)
    .where(eq(visitorGroups.openDayId, openDayId))
    .orderBy(asc(visitorGroups.position))

/** What the notice asks, in its order. */
export const askedAtDesk = (openDayId: number) =>
  db.select().from(openDayQuestions).where(eq(openDayQuestions.openDayId, openDayId)).orderBy(asc(openDayQuestions.position))
export type Asked = Awaited<ReturnType<typeof askedAtDesk>>[number]

const PORTION = 500

/** All registrations for a table file, some hundreds at a time; with `open`, as they were given. */
export async function* registrationPortions(openDayId: number, open: boolean): AsyncGenerator<Opened[]> {
  let after: ListCursor | undefined
  for (;;) {
    const found = await pageOf(openDayId, { after }, PORTION)
    if (found.length === 0) return
    yield found.map((each) => {
      const hidden = { ...masked(each), answers: {} }
      if (!open) return hidden
      return { ...hidden, name: opened(each.name), contact: opened(each.contact), answers: openAnswers(each.answers) }
    })
    after = cursorOf(found.at(-1)!, {})
  }
}

const opened = (sealed: Uint8Array | null) => (sealed ? unseal(sealed) : '')

import { sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import type { State } from '~/registrations/rules'
import { lookupKey, readCode } from '~/sealing.server'
import { dated } from '~/web/dates'
import { ASK_AFTER_HOURS, OPEN_DAYS } from './rules'

type Row = {
  openDayId: number
  state: State
  came: boolean
  recorded: boolean
  forgottenAt: Date | null
  endsAt: Date
  cancelledAt: Date | null
  lastEnd: Date
  reportedAt: Date | null
  now: Date
}

const came = sql`exists (select from check_ins c where c.registration_id = r.id and c.outcome = 'admitted')`
const recorded = sql`exists (select from check_ins c where c.slot_id = r.slot_id and c.outcome = 'admitted')`
const reported = sql`(select min(v.published_at) from visit_reports v where v.open_day_id = r.open_day_id)`
const visitBy = (typed: string) => sql`
  select r.open_day_id as "openDayId", r.state, ${came} as came, ${recorded} as recorded, r.forgotten_at as "forgottenAt",
         s.ends_at as "endsAt", s.cancelled_at as "cancelledAt",
         (select max(e.ends_at) from slots e where e.open_day_id = r.open_day_id and e.cancelled_at is null) as "lastEnd",
         ${reported} as "reportedAt", app_now() as now
    from registrations r join slots s on s.id = r.slot_id
   where r.code_key = ${lookupKey('registration', readCode(typed) ?? '')}`

const instants = ['forgottenAt', 'endsAt', 'cancelledAt', 'lastEnd', 'reportedAt', 'now'] as const

function asFacts(row: Row | undefined) {
  if (!row) return null
  const { openDayId, state, came, recorded, forgottenAt, endsAt, cancelledAt, lastEnd, reportedAt, now } = dated(row, instants)
  return {
    ...{ openDayId, now },
    visit: { state, came, forgottenAt },
    slot: { endsAt, cancelledAt, recorded },
    day: { lastEnd: lastEnd ?? endsAt, reportedAt },
  }
}

/** What decides whether the holder of a code may answer; null for a code that opens nothing. */
export const visitBehind = async (typed: string, on: Db | Tx = db) => asFacts((await on.execute<Row>(visitBy(typed)))[0])

/**
 * The same with its open day held until the transaction ends: neither deleted nor counted in a report meanwhile. The
 * registration is not locked: its row would keep the number of the transaction that wrote the answer.
 */
export async function holdVisit(tx: Tx, typed: string) {
  await tx.execute(
    sql`select from open_days d
         where d.id = (select r.open_day_id from registrations r where r.code_key = ${lookupKey('registration', readCode(typed) ?? '')})
           for share`,
  )
  return visitBehind(typed, tx)
}

/** Slots whose visitors are to be asked now. */
export const slotsToAsk = () =>
  db.execute<{ slotId: number }>(sql`
    select s.id as "slotId" from slots s join open_days d on d.id = s.open_day_id
     where s.cancelled_at is null and d.cancelled_at is null and d.published_at is not null
       and s.ends_at + ${ASK_AFTER_HOURS} * interval '1 hour' <= app_now()
       and s.ends_at + ${OPEN_DAYS} * interval '1 day' > app_now()
       and not exists (select from feedback_rounds f where f.slot_id = s.id)
       and not exists (select from visit_reports v where v.open_day_id = d.id and v.published_at is not null)
     order by s.id`)

/** Registrations of a slot that came and can be reached; where nobody was checked in, those that were expected (rules.ts, isAsked). */
export async function registrationsToAsk(tx: Tx, slotId: number): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select r.id from registrations r
     where r.slot_id = ${slotId} and r.contact is not null and case when ${recorded} then ${came} else r.state = 'confirmed' end order by r.id`)
  return rows.map(({ id }) => id)
}

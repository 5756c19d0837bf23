import { sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '#db/connection.server'
import { drawnFor } from '~/draws/reads.server'
import type { Choosing } from '~/open-days/rules'
import { figuresOf, type Counted } from './figures'

type Row = Omit<Counted, 'startsAt' | 'chosen'> & { startsAt: Date; picked: number; openDayId: number; choosing: Choosing }

/**
 * Counted anew from registrations and scans at each reading. Neither goes with what visitors told about themselves, so
 * the figures are the same after it was deleted. Who came without a registration is counted at the gate only. Review:
 * who was chosen stands in the record, also where they cancelled later.
 */
export async function figuresFor(openDayIds: number[], on: Db | Tx = db) {
  if (openDayIds.length === 0) return new Map<number, ReturnType<typeof figuresOf>>()
  const rows = await on.execute<Row>(sql`
    with came as (
      select c.registration_id, sum(c.people)::int as people from check_ins c
       where c.open_day_id in ${openDayIds} and c.outcome = 'admitted' and c.registration_id is not null group by 1)
    select s.open_day_id as "openDayId", d.choosing, s.position, s.name, s.starts_at as "startsAt",
           s.cancelled_at is not null as cancelled,
           (select coalesce(sum(q.capacity), 0)::int from quotas q where q.slot_id = s.id and q.kind = 'seat') as offered,
           count(r.id) filter (where not r.walk_in)::int as parties,
           coalesce(sum(r.size) filter (where not r.walk_in), 0)::int as people,
           coalesce(sum(r.size) filter (where exists (select from record l
             where l.subject = 'registration' and l.act = 'registration-chosen'
               and l.subject_id = s.id::text || '/' || r.number::text)), 0)::int as picked,
           coalesce(sum(r.size) filter (where r.state = 'confirmed' and not r.walk_in), 0)::int as confirmed,
           coalesce(sum(r.size) filter (where r.state = 'cancelled' and r.ended_by = 'visitor'), 0)::int as "cancelledBefore",
           coalesce(sum(greatest(r.size - coalesce(came.people, 0), 0)) filter (where r.state = 'confirmed' and not r.walk_in), 0)::int as "stayedAway",
           coalesce(sum(came.people) filter (where not r.walk_in), 0)::int as came,
           (select count(*)::int from check_ins c where c.slot_id = s.id and c.outcome = 'admitted') as scans,
           coalesce(sum(came.people) filter (where r.walk_in), 0)::int as "walkIns"
      from slots s
      join open_days d on d.id = s.open_day_id
      left join registrations r on r.slot_id = s.id
      left join came on came.registration_id = r.id
     where s.open_day_id in ${openDayIds}
     group by s.id, d.choosing
     order by s.open_day_id, s.starts_at, s.position`)
  const found = new Map<number, Counted[]>()
  for (const { openDayId, choosing, picked, startsAt, ...slot } of rows) {
    const chosen = choosing === 'first-come' ? null : choosing === 'review' ? picked : await drawnIn(openDayId, slot.position, on)
    found.set(openDayId, [...(found.get(openDayId) ?? []), { ...slot, startsAt: new Date(startsAt).toISOString(), chosen }])
  }
  return new Map(openDayIds.map((id) => [id, figuresOf(found.get(id) ?? [])]))
}

/** People drawn for a slot; null while nothing was drawn. */
async function drawnIn(openDayId: number, position: number, on: Db | Tx) {
  const drawn = await drawnFor(openDayId, on)
  return drawn && drawn.filter(({ slot }) => slot === position).reduce((sum, { size }) => sum + size, 0)
}

export const figuresOfDay = async (openDayId: number, on: Db | Tx = db) => (await figuresFor([openDayId], on)).get(openDayId)!

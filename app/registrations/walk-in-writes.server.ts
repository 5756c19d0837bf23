import { eq } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { registrations } from '#db/schema/registrations'
import type { Viewer } from '~/accounts/rules'
import { lockSlot, storePlaces, type LockedSlot } from '~/open-days/places-writes.server'
import { leftOf } from '~/open-days/rules'
import { record } from '~/record/writes.server'
import { lookupKey, newCode, seal } from '~/sealing.server'
import { count, fits, mayWalkIn, type WhyNotWalkIn } from './rules'

export type WalkIn = { openDayId: number; slotId: number; quotaId: number; size: number; name: string; formKey: string }
export type WalkedIn = { ok: true; id: number; slotId: number; size: number } | { ok: false; why: WhyNotWalkIn; left: number }

/** Places for a party at the gate, behind the slot's lock and within the caller's transaction; the same form again is answered as it was. */
export async function registerWalkIn(tx: Tx, viewer: Viewer, given: WalkIn): Promise<WalkedIn> {
  const locked = await lockSlot(tx, given.slotId)
  if (!locked || locked.day.id !== given.openDayId) return { ok: false, why: 'no-such-place', left: 0 }
  const { id, openDayId, slotId, size, walkIn } = registrations
  const [known] = await tx
    .select({ id, openDayId, slotId, size, walkIn })
    .from(registrations)
    .where(eq(registrations.formKey, given.formKey))
  if (known) {
    const ours = known.walkIn && known.openDayId === given.openDayId
    return ours ? { ok: true, id: known.id, slotId: known.slotId, size: known.size } : { ok: false, why: 'no-such-place', left: 0 }
  }
  const { pools, slot, day, now } = locked
  const pool = pools.find((each) => each.id === given.quotaId && each.kind === 'seat')
  if (!pool) return { ok: false, why: 'no-such-place', left: 0 }
  const may = mayWalkIn(day, slot, now)
  if (!may.ok) return { ok: false, why: may.why, left: leftOf(pool) }
  const party = { size: given.size, wheelchairs: 0, interpreter: false, quiet: false }
  if (!fits(pools, pool.id, party)) return { ok: false, why: 'full', left: leftOf(pool) }
  count(pools, pool.id, party)
  slot.lastNumber += 1
  const [row] = await tx
    .insert(registrations)
    .values(rowOf(locked, viewer, given))
    .returning({ id, slotId, size })
  await storePlaces(tx, pools, { slotId: slot.id, lastNumber: slot.lastNumber })
  await record(tx, viewer, {
    act: 'walk-in-admitted',
    subject: 'registration',
    subjectId: `${slot.id}/${slot.lastNumber}`,
    departmentId: day.departmentId,
    facts: { people: given.size },
  })
  return { ok: true, ...row! }
}

/** No contact is asked: a name to call them by is all that is kept, as long as everybody's. */
function rowOf({ day, slot, now }: LockedSlot, viewer: Viewer, { quotaId, size, name, formKey }: WalkIn) {
  const code = newCode()
  return {
    ...{ openDayId: day.id, slotId: slot.id, quotaId, number: slot.lastNumber, rank: slot.lastNumber, state: 'confirmed' as const, size },
    ...{ personKey: lookupKey(`walk-in:${day.id}`, formKey), name: seal(name), contactKind: 'phone' as const },
    ...{
      lang: day.lang === 'en' ? ('en' as const) : ('zh-CN' as const),
      houseRulesVersion: day.houseRulesVersion,
      slotVersion: slot.version,
    },
    ...{ codeKey: lookupKey('registration', code), codeSealed: seal(code), formKey, formPrint: '' },
    ...{ channel: 'counter' as const, enteredBy: viewer.id, walkIn: true, stateAt: now },
  }
}

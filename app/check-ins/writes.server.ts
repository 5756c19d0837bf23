import { and, eq } from 'drizzle-orm'
import { transaction, type Tx } from '#db/connection.server'
import { checkIns } from '#db/schema/check-ins'
import type { Viewer } from '~/accounts/rules'
import { slotOf } from '~/open-days/places-writes.server'
import { shownAtGate } from '~/registrations/gate-reads.server'
import { gateOutcome } from './rules'

export type Shown = { openDayId: number; shown: string; nonce: string; scannedAt?: Date }
export type CheckIn = typeof checkIns.$inferSelect

/**
 * One scan at the gate. The registration is locked, so of two gates that scan the same ticket one admits and the other
 * sees that it did; the same scan sent again is answered as it was.
 */
export async function checkIn(viewer: Viewer, { openDayId, shown, nonce, scannedAt }: Shown): Promise<CheckIn> {
  return transaction(async (tx) => {
    const registration = await shownAtGate(tx, openDayId, shown)
    const known = await scanOf(tx, nonce)
    if (known) return known
    const slot = registration && (await slotOf(tx, registration.slotId))
    const came = registration ? await cameAlready(tx, registration.id) : false
    const scan = gateOutcome(registration, slot, openDayId, came)
    const ours = registration?.openDayId === openDayId ? registration : null
    const [row] = await tx
      .insert(checkIns)
      .values({
        openDayId,
        nonce,
        outcome: scan.outcome,
        why: scan.outcome === 'refused' ? scan.why : '',
        people: scan.outcome === 'admitted' ? ours!.size : 0,
        slotId: ours?.slotId,
        registrationId: ours?.id,
        scannedBy: viewer.id,
        ...(scannedAt ? { scannedAt } : {}),
      })
      .onConflictDoNothing({ target: checkIns.nonce })
      .returning()
    return row ?? (await scanOf(tx, nonce))!
  })
}

async function scanOf(tx: Tx, nonce: string) {
  const [row] = await tx.select().from(checkIns).where(eq(checkIns.nonce, nonce))
  return row
}

async function cameAlready(tx: Tx, registrationId: number) {
  const rows = await tx
    .select({ id: checkIns.id })
    .from(checkIns)
    .where(and(eq(checkIns.registrationId, registrationId), eq(checkIns.outcome, 'admitted')))
    .limit(1)
  return rows.length > 0
}

import { allowed, refused, type Decision } from '../decision'
import type { State } from '../registrations/rules'

export type Refusal = 'unknown' | 'other-day' | 'waiting' | 'not-answered' | 'not-decided' | 'cancelled' | 'slot-cancelled' | 'turned-away'
export type Scan = { outcome: 'admitted' } | { outcome: 'repeat' } | { outcome: 'refused'; why: Refusal }

const because: Partial<Record<State, Refusal>> = {
  applied: 'not-decided',
  waiting: 'waiting',
  offered: 'not-answered',
  cancelled: 'cancelled',
  expired: 'cancelled',
  'not-chosen': 'cancelled',
}

/** What the gate says to a ticket. One that came in already is not turned away by a machine: the person at the gate decides. */
export function gateOutcome(
  registration: { openDayId: number; state: State } | null,
  slot: { cancelledAt: Date | null } | null,
  openDayId: number,
  cameAlready: boolean,
): Scan {
  if (!registration || !slot) return { outcome: 'refused', why: 'unknown' }
  if (registration.openDayId !== openDayId) return { outcome: 'refused', why: 'other-day' }
  if (slot.cancelledAt) return { outcome: 'refused', why: 'slot-cancelled' }
  const why = because[registration.state]
  if (why) return { outcome: 'refused', why }
  return { outcome: cameAlready ? 'repeat' : 'admitted' }
}

export const deviceVerdicts = ['admitted', 'unlisted', 'repeat', 'refused'] as const
export type DeviceVerdict = (typeof deviceVerdicts)[number]

/** Did the people go in? The guard lets in whoever the device admits, and a ticket signed by the county that its list does not know yet. */
export const letIn = (said: DeviceVerdict) => said === 'admitted' || said === 'unlisted'

/** What a device showed, and how long ago by its own clock. */
export type Told = { said: DeviceVerdict; agoMs: number }

/** A clock that was put right between scan and telling seems to have scanned days or years ago: that takes nobody's turn. */
const BELIEVED_MS = 24 * 3_600_000

export type Afterwards = { scan: Scan; conflict: boolean; comesFirst: boolean }

/**
 * What becomes of a scan that a device decided by itself and told later. People are not sent out again: of two parties
 * let in with one ticket the earlier by the devices' corrected clocks came in, whichever was told first, and the other
 * is a conflict. Let in against the books is a conflict too; turned away by the device is never counted as having come.
 */
export function afterwards(found: Scan, { said, agoMs }: Told, scannedAt: Date, firstAt: Date | null): Afterwards {
  if (!letIn(said)) {
    const scan: Scan = found.outcome === 'admitted' ? { outcome: 'refused', why: 'turned-away' } : found
    return { scan, conflict: false, comesFirst: false }
  }
  if (found.outcome === 'repeat' && firstAt && scannedAt < firstAt && agoMs <= BELIEVED_MS)
    return { scan: { outcome: 'admitted' }, conflict: false, comesFirst: true }
  return { scan: found, conflict: found.outcome !== 'admitted', comesFirst: false }
}

export type WhyNotSettle = 'no-conflict' | 'settled' | 'no-reason'

export function maySettle(scan: { conflict: boolean; settledAt: Date | null }, why: string): Decision<WhyNotSettle> {
  if (!scan.conflict) return refused('no-conflict')
  if (scan.settledAt) return refused('settled')
  return why.trim() ? allowed : refused('no-reason')
}

export const SCANS_AT_ONCE = 50
export const DEVICE_MAX = 20
export const SETTLED_WHY_MAX = 300

import type { State } from '../registrations/rules'

export type Refusal = 'unknown' | 'other-day' | 'waiting' | 'not-answered' | 'not-decided' | 'cancelled' | 'slot-cancelled'
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

/** One slot as counted from its registrations and its gate. */
export type Counted = {
  position: number
  name: string
  startsAt: string
  cancelled: boolean
  /** Seats. */
  offered: number
  parties: number
  people: number
  /** People drawn or chosen; null where nobody chooses, and while nothing was drawn. */
  chosen: number | null
  confirmed: number
  cancelledBefore: number
  /** Admitted scans at its gate. */
  scans: number
  /** People of those registered who came in. */
  came: number
  /** People who came in without a registration. */
  walkIns: number
  /** People confirmed who did not come in. */
  stayedAway: number
}

/** What is said of a slot, or of the day as a whole. Null: attendance was not recorded, which is not the same as nobody. */
export type Figures = Pick<Counted, 'offered' | 'parties' | 'people' | 'chosen' | 'confirmed' | 'cancelledBefore'> & {
  came: number | null
  walkIns: number | null
  noShow: number | null
  /** Of those confirmed, in per cent; null where nobody was expected. */
  noShowRate: number | null
}

export type SlotFigures = Figures & Pick<Counted, 'position' | 'name' | 'startsAt' | 'cancelled'>
/** `partly`: some slots recorded who came and some did not; attendance counts the former only. */
export type DayFigures = { slots: SlotFigures[]; total: Figures & { recorded: 'all' | 'partly' | 'none' } }

/** Where nobody was checked in at all, nobody knows who came; a slot that expected nobody lacks nothing. */
const isRecorded = (slot: Counted, anywhere: boolean) => slot.scans > 0 || (anywhere && slot.confirmed === 0)

const rateOf = (noShow: number, confirmed: number) => (confirmed > 0 ? Math.round((noShow / confirmed) * 1_000) / 10 : null)

export function figuresOf(counted: readonly Counted[]): DayFigures {
  const held = counted.filter(({ cancelled }) => !cancelled)
  const anywhere = held.some(({ scans }) => scans > 0)
  const recorded = held.filter((slot) => isRecorded(slot, anywhere))
  return {
    slots: counted.map(({ scans: _scans, stayedAway: _away, came: _came, walkIns: _walkIns, ...slot }, index) => ({
      ...slot,
      ...attendance(recorded.includes(counted[index]!) ? [counted[index]!] : []),
    })),
    total: {
      ...terms(held),
      ...attendance(recorded),
      recorded: !anywhere ? 'none' : recorded.length === held.length ? 'all' : 'partly',
    },
  }
}

const sum = (slots: readonly Counted[], of: (slot: Counted) => number) => slots.reduce((total, slot) => total + of(slot), 0)

const terms = (slots: readonly Counted[]) => ({
  offered: sum(slots, ({ offered }) => offered),
  parties: sum(slots, ({ parties }) => parties),
  people: sum(slots, ({ people }) => people),
  chosen: slots.length > 0 && slots.every(({ chosen }) => chosen !== null) ? sum(slots, ({ chosen }) => chosen!) : null,
  confirmed: sum(slots, ({ confirmed }) => confirmed),
  cancelledBefore: sum(slots, ({ cancelledBefore }) => cancelledBefore),
})

function attendance(slots: readonly Counted[]): Pick<Figures, 'came' | 'walkIns' | 'noShow' | 'noShowRate'> {
  if (slots.length === 0) return { came: null, walkIns: null, noShow: null, noShowRate: null }
  const noShow = sum(slots, ({ stayedAway }) => stayedAway)
  return {
    came: sum(slots, ({ came, walkIns }) => came + walkIns),
    walkIns: sum(slots, ({ walkIns }) => walkIns),
    noShow,
    noShowRate: rateOf(
      noShow,
      sum(slots, ({ confirmed }) => confirmed),
    ),
  }
}

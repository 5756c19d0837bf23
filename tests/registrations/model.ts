import { LAST_OFFER_HOURS } from '~/registrations/rules'

/** One slot as a clerk with a sheet of paper would keep it; knows nothing of the app's rules but their text. */
export type Entry = { size: number; wheelchairs: number; state: string; rank: number }
export type Sheet = { seats: number; wheelchairs: number; entries: Entry[]; hoursLeft: number; open: boolean }

const held = (sheet: Sheet, what: 'size' | 'wheelchairs') =>
  sheet.entries.filter(({ state }) => state === 'confirmed' || state === 'offered').reduce((sum, entry) => sum + entry[what], 0)

const hasRoom = (sheet: Sheet, entry: Pick<Entry, 'size' | 'wheelchairs'>) =>
  held(sheet, 'size') + entry.size <= sheet.seats &&
  (entry.wheelchairs === 0 || held(sheet, 'wheelchairs') + entry.wheelchairs <= sheet.wheelchairs)

/** Down the list in order; who does not fit is passed over. */
function offerOn(sheet: Sheet) {
  if (sheet.hoursLeft <= LAST_OFFER_HOURS) return
  for (const entry of sheet.entries.toSorted((a, b) => a.rank - b.rank))
    if (entry.state === 'waiting' && hasRoom(sheet, entry)) entry.state = 'offered'
}

export const model = {
  register(sheet: Sheet, party: { size: number; wheelchairs: number }) {
    if (!sheet.open || sheet.hoursLeft <= 0) return
    const state = hasRoom(sheet, party) ? 'confirmed' : 'waiting'
    sheet.entries.push({ ...party, state, rank: sheet.entries.length + 1 })
  },
  end(sheet: Sheet, entry: Entry, state: 'cancelled' | 'expired') {
    const gave = entry.state === 'confirmed' || entry.state === 'offered'
    entry.state = state
    if (gave) offerOn(sheet)
  },
  accept(entry: Entry) {
    if (entry.state === 'offered') entry.state = 'confirmed'
  },
  change(sheet: Sheet, entry: Entry, party: { size: number; wheelchairs: number }) {
    const before = { ...entry }
    if (before.state === 'confirmed' || before.state === 'offered') {
      Object.assign(entry, { state: 'set aside' })
      const fits = hasRoom(sheet, party)
      Object.assign(entry, { state: before.state })
      if (!fits) return
    }
    Object.assign(entry, party)
    offerOn(sheet)
  },
}

/** A hall shares one address: nothing here counts by address. */
export const FRAME_BYTES = 16 * 1024
export const SOCKETS_MOST = 20_000
export const SOCKETS_OF_ONE = 10
/** Who has asked for no session by then watches nothing, and makes room. */
export const JOIN_MS = 30_000
export const EVENTS_MOST = 20
export const EVENTS_MS = 10_000
export const STRIKES = 3
/** Joins a second; the others see how many are before them. */
export const ADMITTED = 500
/** Watchers that are sent to before others have their turn, and for how long: 20,000 are told within a second. */
export const AT_ONCE = 100
export const PAUSE_MS = 2
export const TICK_MS = 1_000
/** A browser gives a line up that said nothing for 20 seconds more than this. */
export const BEAT_S = 25
/** Whose line is taken over was last asked up to 25 seconds ago. */
export const FIRST_BEAT_S = 15
/** More that changed than this, and everyone fetches the board instead. */
export const CHANGED_MOST = 100

/** Counts what one connection sends; false: too much, and the third time it is over. */
export function spending(now: () => number = Date.now) {
  let from = now()
  let spent = 0
  let strikes = 0
  return (): 'ok' | 'too-much' | 'over' => {
    if (now() - from > EVENTS_MS) [from, spent] = [now(), 0]
    if (++spent <= EVENTS_MOST) return 'ok'
    if (spent === EVENTS_MOST + 1) strikes++
    return strikes >= STRIKES || spent > EVENTS_MOST * STRIKES ? 'over' : 'too-much'
  }
}

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
/** Watchers that are sent to in one step, and the pause before the next, for everyone else; 20,000 are 200 steps. */
export const AT_ONCE = 100
export const PAUSE_MS = 2
export const TICK_MS = 1_000
/** A browser gives up a line that was silent for this and 20 seconds more (engine.io’s pingTimeout). */
export const BEAT_S = 25
/** socket.io’s last ping may be 25 seconds old when a line is taken over, and its answer slow: 25 + 10 < 45. */
export const FIRST_BEAT_S = 10
/** Who does not answer a goodbye by then is cut off. */
export const GOODBYE_MS = 5_000
/** So that a hall does not come back in one moment. */
export const COMEBACK_MS = 10_000
/** More that changed than this, and everyone fetches the board instead. */
export const CHANGED_MOST = 100

/** Counts what one connection sends; the third time that it is too much, it is over. */
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

import { setTimeout } from 'node:timers/promises'
import { frameOf } from './line'
import { AT_ONCE, PAUSE_MS } from './limits'
import type { Peer } from './peer'

/**
 * One frame to all watchers of a session, a hundred and then the next after a moment: pages of the same process are answered
 * in between, and thousands of browsers are not woken at once. Whoever does not read is passed over, nothing is kept for
 * them, and they are answered as behind.
 */
export async function broadcast<W extends { peer: Peer }>(watchers: Iterable<W>, event: string, value: unknown): Promise<W[]> {
  const frame = frameOf(event, value)
  const behind: W[] = []
  let reached = 0
  for (const watcher of watchers) {
    if (!watcher.peer.push(frame)) behind.push(watcher)
    if (++reached % AT_ONCE === 0) await setTimeout(PAUSE_MS)
  }
  return behind
}

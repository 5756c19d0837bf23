import { boardSince, type Board } from '~/live/reads.server'
import { askersSince, versionsOf } from '~/live/watch-reads.server'
import { log } from '~/web/log.server'
import { CHANGED_MOST, TICK_MS } from './limits'
import type { Watcher } from './watcher'

/** How the frames of one session go out. */
type Outlet = {
  /** Answers who was passed over. */
  toAll(watchers: Iterable<Watcher>, event: 'tick', frame: unknown): Promise<Watcher[]>
  toDesk(id: number, event: 'acted', frame: unknown): void
  toAsker(key: string, event: 'own'): Promise<void>
}

const frameOf = (board: Board) => (board.questions.length > CHANGED_MOST ? { ...board, questions: [], gone: [], whole: true } : board)

type Watched = {
  seq: number
  acts: number
  watchers: Set<Watcher>
  /** Who missed the last tick, and is told with the next that there was one. */
  behind: Watcher[]
  lastAt: number
  due: NodeJS.Timeout | null
  running: Promise<void> | null
}

/**
 * Who watches which session on this process, and the one public tick of each: at most one a second, made by the page's
 * own read of what was committed since the last. PostgreSQL is asked once a second how far each session is, so that
 * what another process wrote is seen as well, whatever bus between them is down.
 */
export function ticking(outlet: Outlet) {
  const watched = new Map<number, Watched>()
  let asking = false
  const clock = setInterval(() => void ask(), TICK_MS).unref()

  async function ask() {
    if (asking || watched.size === 0) return
    asking = true
    try {
      for (const { id, seq, acts } of await versionsOf([...watched.keys()])) {
        const own = watched.get(id)
        if (own && (seq !== own.seq || acts !== own.acts)) hint(id)
      }
    } catch (error) {
      log.warn({ error: String(error) }, 'the sessions that are watched could not be asked for; again in a second')
    } finally {
      asking = false
    }
  }

  /** Something may have changed: the tick is now, or a second after the last. */
  function hint(id: number) {
    const own = watched.get(id)
    if (!own || own.due) return
    own.due = setTimeout(() => void tick(id, own), Math.max(0, own.lastAt + TICK_MS - performance.now()))
  }

  async function tick(id: number, own: Watched) {
    if (own.running) await own.running
    own.due = null
    own.lastAt = performance.now()
    own.running = send(id, own)
      .catch((error: unknown) => log.warn({ error: String(error) }, 'a tick was not made; the next tells it as well'))
      .finally(() => (own.running = null))
    await own.running
  }

  async function send(id: number, own: Watched) {
    const [[version], board] = await Promise.all([versionsOf([id]), boardSince(id, own.seq)])
    if (!version || !board) return
    const { acts } = own
    // Only what was read is ticked off; anything that came since is found at the next asking.
    // Who joins while it goes out reads the board after this one was read.
    const watchers = board.seq > own.seq ? [...own.watchers] : own.behind
    own.behind = await outlet.toAll(watchers, 'tick', frameOf(board))
    if (own.behind.length > 0) hint(id)
    own.seq = board.seq
    if (version.acts === acts) return
    outlet.toDesk(id, 'acted', { acts: version.acts })
    const askers = await askersSince(id, acts)
    await Promise.all(askers.map((key) => outlet.toAsker(key, 'own')))
    own.acts = version.acts
  }

  return {
    hint,
    ids: () => [...watched.keys()],
    async watch(id: number, watcher: Watcher) {
      let own = watched.get(id)
      if (!own) {
        const [version] = await versionsOf([id])
        const fresh = { watchers: new Set<Watcher>(), behind: [], lastAt: -TICK_MS, due: null, running: null }
        own = watched.get(id) ?? { seq: version?.seq ?? 0, acts: version?.acts ?? 0, ...fresh }
        watched.set(id, own)
      }
      own.watchers.add(watcher)
    },
    leave(id: number, watcher: Watcher) {
      const own = watched.get(id)
      if (!own?.watchers.delete(watcher) || own.watchers.size > 0) return
      if (own.due) clearTimeout(own.due)
      watched.delete(id)
    },
    stop: () => clearInterval(clock),
  }
}

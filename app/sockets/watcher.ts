import type { Viewer } from '~/accounts/rules'
import type { Participant } from '~/live/participant.server'
import type { spending } from './limits'
import type { Peer } from './peer'

/** One connection: a reader's board, or a moderator's desk. */
export type Watcher = {
  peer: Peer
  /** Until it is gone. */
  there: boolean
  /** Asked when joining, and not kept on a line. */
  viewer: Viewer | null
  cookie: string | undefined
  /** Settled once the viewer is looked up. */
  known: Promise<unknown>
  spend: ReturnType<typeof spending>
  /** Events that are not answered yet. */
  hearing: number
  /** Or about to be. */
  joined: boolean
  sessionId?: number
  participant: Participant | null
  /** Names; kept by grouping(). */
  groups: string[]
}

export type Answer = Record<string, unknown>

/** The groups one may be in. */
export const asker = (key: string) => `asker ${key}`
export const desk = (id: number) => `desk ${id}`
export const signedIn = (id: string) => `signed in ${id}`

import { stillSignedIn } from '~/accounts/session.server'
import { ownOf } from '~/live/reads.server'
import { bannedFrom } from '~/live/watch-reads.server'
import { admission } from './admission'
import { broadcast } from './broadcast'
import { grouping } from './groups'
import { heartbeat } from './heartbeat'
import { ticking } from './ticks.server'
import { asker, desk, signedIn, type Watcher } from './watcher'

export type Hall = ReturnType<typeof hall>

/** Everyone who is connected to this process, and what is said to them. */
export function hall() {
  const groups = grouping<Watcher>()
  const beats = heartbeat()
  const ticks = ticking<Watcher>({
    toAll: broadcast,
    toDesk: (id, event, frame) => groups.of(desk(id)).forEach(({ peer }) => peer.say(event, frame)),
    async toAsker(key, event) {
      for (const { sessionId, participant, peer } of groups.of(asker(key)))
        if (sessionId) peer.say(event, await ownOf(sessionId, participant))
    },
  })
  return {
    groups,
    beats,
    ticks,
    admit: admission(),
    /** Whoever was banned or signed out, here or at another process, is cut off within the second. */
    async cutOff() {
      const sessions = ticks.ids()
      if (sessions.length === 0) return
      const cut = (group: string) => groups.of(group).forEach(({ peer }) => peer.sendAway())
      for (const key of await bannedFrom(sessions)) cut(asker(key))
      const ids = groups
        .names()
        .filter((name) => name.startsWith(signedIn('')))
        .map((name) => name.slice(signedIn('').length))
      const still = await stillSignedIn(ids)
      for (const id of ids) if (!still.has(id)) cut(signedIn(id))
    },
  }
}

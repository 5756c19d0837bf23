import { stillSignedIn } from '~/accounts/session.server'
import { ownOf } from '~/live/reads.server'
import { bannedFrom } from '~/live/watch-reads.server'
import { admission } from './admission'
import { broadcast } from './broadcast'
import { grouping } from './groups'
import { heartbeat } from './heartbeat'
import { ticking } from './ticks.server'
import { asker, desk, signedIn } from './watcher'

export type Hall = ReturnType<typeof openHall>

/** Everyone who is connected to this process, and what is said to them. */
export function openHall() {
  const groups = grouping()
  const beats = heartbeat()
  const ticks = ticking({
    toAll: broadcast,
    toDesk: (id, event, frame) => groups.of(desk(id)).forEach(({ peer }) => peer.say(event, frame)),
    async toAsker(key, event) {
      for (const watcher of groups.of(asker(key))) {
        if (!watcher.sessionId) continue
        const own = await ownOf(watcher.sessionId, watcher.participant)
        // By what they are on now: their line may have been taken over meanwhile.
        watcher.peer.say(event, own)
      }
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
    /** Who is on a line of ours is sent away, and comes back within some seconds. */
    close(within: number) {
      ticks.stop()
      beats.stop()
      for (const line of beats.all()) {
        line.say('leaving', { within })
        line.sendAway()
      }
    },
  }
}

import type { z } from 'zod'
import { sessionAtDesk } from '~/live/desk-reads.server'
import { waitBeforeSocketSupport } from '~/live/limits.server'
import { participantOf } from '~/live/participant.server'
import { boardSince, ownOf, sessionByCode } from '~/live/reads.server'
import { support } from '~/live/supports-writes.server'
import { versionsOf } from '~/live/watch-reads.server'
import { deskFrame, joinFrame, supportFrame } from './frames'
import type { Hall } from './hall.server'
import { SOCKETS_OF_ONE } from './limits'
import { asker, desk, type Answer, type Watcher } from './watcher'

const heard =
  <S extends z.ZodType>(schema: S, act: (watcher: Watcher, given: z.output<S>, hall: Hall) => Promise<Answer>) =>
  async (watcher: Watcher, given: unknown, hall: Hall): Promise<Answer> => {
    const read = schema.safeParse(given)
    return read.success ? act(watcher, read.data, hall) : { ok: false, why: 'unreadable' }
  }

/** All that a browser can do here. */
export const events = new Map([
  ['join', heard(joinFrame, (watcher, given, hall) => once(watcher, () => join(watcher, given, hall)))],
  ['desk', heard(deskFrame, (watcher, { id }, hall) => once(watcher, () => joinDesk(watcher, id, hall)))],
  [
    'support',
    heard(supportFrame, async ({ sessionId, participant }, given) => {
      if (!sessionId || !participant) return { ok: false, why: 'unknown' }
      if ((await waitBeforeSocketSupport(participant.key)) > 0) return { ok: false, why: 'too-fast' }
      return support({ ...given, sessionId, participant })
    }),
  ],
])

/** One session a socket, also where it asks for several at one moment. */
async function once(watcher: Watcher, join: () => Promise<Answer>): Promise<Answer> {
  if (watcher.joined) return { ok: false, why: 'joined' }
  watcher.joined = true
  const answer = await join()
  watcher.joined = answer.ok === true
  return answer
}

/** The same rule as seeing the page. Answers what changed since the number one has, and what is one's own. */
async function join(watcher: Watcher, { code, since }: { code: string; since: number }, hall: Hall): Promise<Answer> {
  await hall.admit((before) => watcher.peer.say('wait', { before }))
  const session = await sessionByCode(code)
  if (!session || !watcher.there) return { ok: false, why: 'gone' }
  watcher.sessionId = session.id
  watcher.participant = participantOf(session.id, watcher.viewer, watcher.cookie)
  const { participant } = watcher
  if (participant) {
    hall.groups.enter(asker(participant.key), watcher)
    const own = await ownOf(session.id, participant)
    if (own.banned) return { ok: false, why: 'banned' }
    if (hall.groups.of(asker(participant.key)).length > SOCKETS_OF_ONE) {
      watcher.peer.sendAway()
      return { ok: false, why: 'too-many' }
    }
  }
  await stay(watcher, session.id, hall)
  // Read after one watches: what is ticked from now on is heard, what was before is in the answer.
  const [board, own] = await Promise.all([boardSince(session.id, since), ownOf(session.id, participant)])
  return { ok: true, board, own }
}

/** Counts a watcher until they are gone, also where they went while they were let in. */
async function stay(watcher: Watcher, sessionId: number, { ticks }: Hall) {
  await ticks.watch(sessionId, watcher)
  if (!watcher.there) ticks.leave(sessionId, watcher)
}

async function joinDesk(watcher: Watcher, id: number, hall: Hall): Promise<Answer> {
  const session = await sessionAtDesk(watcher.viewer, String(id))
  if (!session || !watcher.there) return { ok: false, why: 'gone' }
  watcher.sessionId = session.id
  hall.groups.enter(desk(session.id), watcher)
  await stay(watcher, session.id, hall)
  const [version] = await versionsOf([session.id])
  return { ok: true, acts: version!.acts }
}

import type { Namespace, Server } from 'socket.io'
import { z } from 'zod'
import type { Settings } from '~/settings.server'
import { log } from '~/web/log.server'
import { TICK_MS } from './limits'
import { overPostgres } from './over-postgres.server'
import { overRedis } from './over-redis.server'

type Adapter = Namespace['adapter']

/** What carries a word from one process to the others. */
export type Bus = { adapter: (nsp: unknown) => unknown; end(): void }

/** Told of each connection of a bus. */
export type Report = { lost(line: object, error: unknown): void; found(line: object): void }

/** None where there is one process only. A bus that is away is waited for by nobody. */
export async function busOf(settings: Settings): Promise<Bus | null> {
  const { DATABASE_URL, REDIS_URL } = settings
  if (!DATABASE_URL) return null
  if (REDIS_URL) return overRedis(REDIS_URL, nameOf(settings, DATABASE_URL), reporting('Redis'))
  return overPostgres(DATABASE_URL, reporting('PostgreSQL'))
}

/** Two counties on one Redis do not hear each other. */
const nameOf = ({ PUBLIC_URL, BASE_PATH }: Settings, databaseUrl: string) =>
  `kaimen:${PUBLIC_URL ? new URL(PUBLIC_URL).host : ''}${BASE_PATH}:${new URL(databaseUrl).pathname.slice(1)}`

/** However often its connections try: one line when the bus goes, one when it is back. */
function reporting(bus: string): Report {
  const away = new Set<object>()
  return {
    lost(line, error) {
      if (away.size === 0) log.warn({ bus, error: String(error) }, 'the bus between processes is away; PostgreSQL is asked every second')
      away.add(line)
    },
    found(line) {
      if (away.delete(line) && away.size === 0) log.info({ bus }, 'the bus between processes is back')
    },
  }
}

/**
 * Says at the other processes that a session is not as it was, and hears it from them. Only a hint, as what is said by
 * `changed`: where it is lost, the next asking finds the same rows.
 */
export function between(io: Server, bus: Bus | null, hear: (sessionId: number) => void) {
  if (!bus) return { say: () => {}, end: () => {} }
  io.adapter(hearingOnly(bus) as unknown as Parameters<typeof io.adapter>[0])
  io.on('changed', hear)
  /** Said within the last second; true: and changed again since. */
  const said = new Map<number, boolean>()

  function say(id: number) {
    if (said.has(id)) return void said.set(id, true)
    said.set(id, false)
    io.serverSideEmit('changed', id)
    setTimeout(() => again(id), TICK_MS).unref()
  }
  function again(id: number) {
    const changed = said.get(id)
    said.delete(id)
    if (changed) say(id)
  }

  return {
    /** A storm is one message a second. */
    say,
    end() {
      for (const id of said.keys()) said.set(id, false)
      void io.of('/').adapter.close()
      bus.end()
    },
  }
}

/** Of socket.io-adapter’s kinds of messages; with a request number its sender would wait for an answer. */
const SERVER_SIDE_EMIT = 9
const message = z.object({
  type: z.literal(SERVER_SIDE_EMIT),
  data: z.strictObject({ packet: z.tuple([z.literal('changed'), z.int().positive()]) }),
})

/**
 * Whoever reaches a bus can say anything on it: frames to everyone, cutting everyone off, or what ends a process. One
 * word is heard, and nobody is waited for or counted.
 */
const hearingOnly = (bus: Bus) =>
  function (nsp: unknown) {
    const adapter = bus.adapter(nsp) as Adapter & { onMessage(given: unknown, offset?: string): void }
    const onMessage = adapter.onMessage.bind(adapter)
    return Object.assign(adapter, {
      init: () => {},
      serverCount: () => Promise.resolve(1),
      onMessage: (given: unknown, offset?: string) => void (message.safeParse(given).success && onMessage(given, offset)),
    })
  }

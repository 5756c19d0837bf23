import type { Server } from 'node:http'
import { closing } from './closing'

type Running = {
  server: Server
  draining: { now: boolean }
  /** Ends what stays open by itself, as soon as nobody new is taken in. */
  begin: () => unknown
  /** Stopped in this order once no request is under way. */
  stop: (() => unknown)[]
  say(line: string): void
}

const LONGEST_MS = 25_000
const STOPPING_MS = 10_000

/** SIGTERM and SIGINT: not ready at once, requests under way are finished, then everything is closed; a second signal ends at once. */
export function drainOnSignals({ server, draining, begin, stop, say }: Running) {
  const close = closing(server, LONGEST_MS)
  const drain = async (signal: string) => {
    if (draining.now) process.exit(1)
    draining.now = true
    say(`${signal}: finishing what is under way …`)
    await begin()
    const inTime = await close()
    if (!inTime) say(`Some requests took longer than ${LONGEST_MS / 1000} seconds and were cut.`)
    setTimeout(() => process.exit(1), STOPPING_MS).unref()
    const stopped = await oneByOne(stop, say)
    process.exit(inTime && stopped ? 0 : 1)
  }
  process.on('SIGTERM', drain)
  process.on('SIGINT', drain)
}

/** One that fails does not keep the next from being stopped. */
async function oneByOne(stop: Running['stop'], say: Running['say']): Promise<boolean> {
  let all = true
  for (const each of stop) {
    try {
      await each()
    } catch (error) {
      all = false
      say(error instanceof Error ? error.message : String(error))
    }
  }
  return all
}

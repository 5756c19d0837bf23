import type { Server } from 'node:http'

type Running = {
  server: Server
  draining: { now: boolean }
  /** Stopped in this order once no request is under way. */
  stop: (() => unknown)[]
  say(line: string): void
}

const LONGEST_MS = 25_000

/** SIGTERM and SIGINT: not ready at once, requests under way are finished, then everything is closed; a second signal ends at once. */
export function drainOnSignals({ server, draining, stop, say }: Running) {
  const drain = async (signal: string) => {
    if (draining.now) process.exit(1)
    draining.now = true
    say(`${signal}: finishing what is under way …`)
    setTimeout(() => process.exit(1), LONGEST_MS).unref()
    await new Promise<void>((done) => {
      server.close(() => done())
      server.closeIdleConnections()
    })
    for (const each of stop) await each()
    process.exit(0)
  }
  process.on('SIGTERM', drain)
  process.on('SIGINT', drain)
}

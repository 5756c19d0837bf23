import { setTimeout as delay } from 'node:timers/promises'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { serverAccount } from './server/account'
import { binariesFor, findBinaries, linkLibraries } from './server/binaries'
import { createCluster, homeAt, readSecrets, type Home } from './server/cluster'
import { makeDatabase, START_LOCK, withAdmin } from './server/databases'
import { hold, isHeld, letGo } from './server/holders'
import { findPostmaster, launch } from './server/postmaster'

type Log = (line: string) => void
type Launch = (port?: number) => ReturnType<typeof launch>

export type Embedded = { url: string; ownerUrl: string; adminUrl: string; adopted: boolean; stop(): Promise<void> }

export async function startEmbedded({ dataDir, log }: { dataDir: string; log: Log }): Promise<Embedded> {
  const home = homeAt(resolve(dataDir))
  const native = findBinaries()
  linkLibraries(native)
  const account = serverAccount(home.cluster)
  const binaries = binariesFor(account, native)
  if (!existsSync(home.cluster)) {
    log('Making the embedded database (once, about a second) …')
    createCluster(resolve(dataDir), binaries, account)
  }
  hold(home)
  const secrets = readSecrets(home)
  const start: Launch = (port) => launch(home, binaries, account, port)
  const adopted = findPostmaster(home) !== undefined
  const port = await untilReady(home, start, log)
  const login = (role: string, password: string, database: string, at = port) =>
    `postgres://${role}:${password}@127.0.0.1:${at}/${database}`
  const adminUrl = login('kaimen_admin', secrets.admin, 'postgres')
  await makeDatabase(adminUrl, secrets)
  const endGuard = keepRunning(home, () => untilReady(home, start, log, port), log)
  return {
    url: login('kaimen_app', secrets.app, 'kaimen'),
    ownerUrl: login('kaimen_owner', secrets.owner, 'kaimen'),
    adminUrl,
    adopted,
    stop: () => stop(home, adminUrl, endGuard, log),
  }
}

async function untilReady(home: Home, start: Launch, log: Log, fixedPort?: number): Promise<number> {
  const began = Date.now()
  let attempt: Promise<string> | undefined
  for (let told = false; ; await delay(25)) {
    const server = findPostmaster(home)
    if (server?.ready) return server.port
    if (server) {
      if (!told && Date.now() - began > 5000) log('Waiting for the database to recover; nothing is lost, this can take a while …')
      told ||= Date.now() - began > 5000
    } else if (!attempt) {
      attempt = (await start(fixedPort)).exited
    } else {
      const ended = await Promise.race([attempt, delay(25)])
      if (ended === undefined) continue
      // For a moment after a crash the dying server processes still hold the lock.
      const passes = /lock file|pre-existing shared memory|Address already in use/.test(ended)
      if (!passes || Date.now() - began > 30_000) throw new Error(`The embedded database does not start: ${reason(ended)} (${home.log})`)
      attempt = undefined
      await delay(200)
    }
  }
}

const reason = (text: string) => /(?:FATAL|PANIC):\s+(.*)/.exec(text)?.[1] ?? text.trim().split('\n').at(-1) ?? ''

// Nobody else looks after this server: brought back after a crash, on the same port, until the app stops it.
function keepRunning(home: Home, restart: () => Promise<number>, log: Log) {
  let restarting: Promise<unknown> | undefined
  const look = setInterval(() => {
    if (restarting || findPostmaster(home)) return
    log('The embedded database has stopped; starting it again …')
    restarting = restart()
      .catch((error: Error) => log(error.message))
      .finally(() => (restarting = undefined))
  }, 250)
  look.unref()
  return async () => {
    clearInterval(look)
    await restarting
  }
}

async function stop(home: Home, adminUrl: string, endGuard: () => Promise<void>, log: Log) {
  await endGuard()
  letGo(home)
  for (let server = findPostmaster(home); server; server = findPostmaster(home)) {
    if (server.ready && (await askToStop(home, adminUrl, server.pid)) === 'in use')
      return log('The embedded database stays up: another process is using it.')
    await delay(20)
  }
}

async function askToStop(home: Home, adminUrl: string, pid: number) {
  try {
    return await withAdmin(adminUrl, async (sql) => {
      await sql`select pg_advisory_lock(${START_LOCK})`
      if (isHeld(home)) return 'in use'
      process.kill(pid, 'SIGINT')
      return 'asked'
    })
  } catch {
    return 'not now: it is starting, recovering or on its way out'
  }
}

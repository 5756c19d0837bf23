import { execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Account } from './account'
import { isAlive, openCluster, type Home } from './cluster'

export type Postmaster = { pid: number; port: number; ready: boolean }

export function findPostmaster(home: Home): Postmaster | undefined {
  const lines = read(join(home.cluster, 'postmaster.pid'))?.split('\n')
  if (!lines || lines.length < 4) return undefined
  const found = { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  return isServerOf(home, found.pid) ? found : undefined
}

// After a crash the number in the file may meanwhile belong to another program, or to another PostgreSQL.
function isServerOf(home: Home, pid: number): boolean {
  if (process.platform !== 'linux') {
    const command = quietly(() => execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }))
    return command?.includes(`-D ${home.cluster} `) ?? false
  }
  const [, name, state] = /\((.*)\) (\S)/.exec(read(`/proc/${pid}/stat`) ?? '') ?? []
  return (
    name === 'postgres' && state !== 'Z' && quietly(() => readlinkSync(`/proc/${pid}/cwd`)) === quietly(() => realpathSync(home.cluster))
  )
}

export async function launch(home: Home, binaries: string, account: Account | undefined, fixedPort?: number) {
  disownReusedNumber(home)
  const port = fixedPort ?? (await choosePort(Number(read(home.port))))
  writeFileSync(home.port, String(port))
  if ((statSync(home.log, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) rmSync(home.log)
  const started = statSync(home.log, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(home.log, 'a', 0o600)
  const opened = openCluster(home.cluster, account)
  const server = spawn(
    join(binaries, 'bin/postgres'),
    [
      '-D',
      opened.path,
      '-p',
      String(port),
      ...setting('listen_addresses', '127.0.0.1'),
      ...setting('unix_socket_directories', ''),
      ...setting('timezone', 'UTC'),
      ...setting('log_timezone', 'UTC'),
      ...setting('log_checkpoints', 'off'),
      ...setting('logging_collector', 'off'),
      // Its own session (detached), or Ctrl-C would stop it before the app has finished its requests.
    ],
    { cwd: '/', detached: true, stdio: ['ignore', log, log, opened.handle], ...account },
  )
  closeSync(log)
  closeSync(opened.handle)
  const exited = new Promise<string>((resolve) => {
    server.once('error', (error) => resolve(error.message))
    server.once('exit', () => resolve(read(home.log)?.slice(started) ?? ''))
  })
  server.unref()
  return { exited }
}

// The server waits in vain for another program that got its old number. It does not wait for its parent, whose number is put there;
// the rest of the file stays, because by it the server sees whether its own orphans still write.
function disownReusedNumber(home: Home) {
  const file = join(home.cluster, 'postmaster.pid')
  const [pid, ...rest] = read(file)?.split('\n') ?? []
  if (pid && isAlive(Number(pid)) && !isServerOf(home, Number(pid))) writeFileSync(file, [process.pid, ...rest].join('\n'))
}

const setting = (name: string, value: string) => ['-c', `${name}=${value}`]

async function choosePort(remembered: number): Promise<number> {
  return (remembered && (await freePort(remembered))) || (await freePort(0)) || choosePort(0)
}

function freePort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const { port: found } = probe.address() as { port: number }
      probe.close(() => resolve(found))
    })
  })
}

function read(file: string): string | undefined {
  return quietly(() => readFileSync(file, 'utf8'))
}

function quietly<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}

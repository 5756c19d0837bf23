import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { canReach, type Account } from './account'

export type Secrets = { admin: string; owner: string; app: string }
export type Home = ReturnType<typeof homeAt>

export function homeAt(dataDir: string) {
  const folder = join(dataDir, 'postgres')
  return {
    folder,
    cluster: join(folder, 'cluster'),
    secrets: join(folder, 'secrets.json'),
    port: join(folder, 'port'),
    log: join(folder, 'log'),
    holders: join(folder, 'holders'),
  }
}

export const readSecrets = (home: Home): Secrets => JSON.parse(readFileSync(home.secrets, 'utf8'))

// Made aside and moved into place whole: a start that was killed half-way, or two at once, leave either no cluster or a complete one.
export function createCluster(dataDir: string, binaries: string, account: Account | undefined) {
  const fresh = makeFolder(dataDir)
  const home = { ...homeAt(dataDir), cluster: join(fresh, 'cluster') }
  mkdirSync(home.cluster, { mode: 0o700 })
  mkdirSync(join(fresh, 'holders'))
  const secrets: Secrets = { admin: password(), owner: password(), app: password() }
  writeFileSync(join(fresh, 'secrets.json'), JSON.stringify(secrets), { mode: 0o600 })
  if (account) chownSync(home.cluster, account.uid, account.gid)
  initialise(home.cluster, binaries, account, secrets.admin)
  try {
    renameSync(fresh, homeAt(dataDir).folder)
  } catch (error) {
    rmSync(fresh, { recursive: true })
    if (!existsSync(homeAt(dataDir).cluster)) throw error
  }
}

function makeFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true })
    sweep(dataDir)
    return mkdtempSync(join(dataDir, `postgres.new-${process.pid}-`))
  } catch (error) {
    throw new Error(
      `The folder ${dataDir} cannot be written by this user: start as the one it belongs to, or choose another with DATA_DIR.`,
      { cause: error },
    )
  }
}

function initialise(cluster: string, binaries: string, account: Account | undefined, adminPassword: string) {
  // Only LC_CTYPE decides whether pg_trgm sees Chinese; with locale C it silently finds nothing.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const opened = openCluster(cluster, account)
  const passwordFile = join(dirname(cluster), 'password')
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  const passwordHandle = openSync(passwordFile, 'r')
  const result = spawnSync(
    join(binaries, 'bin/initdb'),
    [
      '-D',
      opened.path,
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${locale}`,
      '--data-checksums',
      '--auth=scram-sha-256',
      '-U',
      'kaimen_admin',
      '--pwfile=/dev/fd/4',
      '--no-instructions',
    ],
    { cwd: '/', stdio: ['ignore', 'pipe', 'pipe', opened.handle, passwordHandle], encoding: 'utf8', ...account },
  )
  closeSync(opened.handle)
  closeSync(passwordHandle)
  rmSync(passwordFile)
  if (result.status === 0) return
  rmSync(dirname(cluster), { recursive: true })
  throw new Error(`The embedded database could not be made: ${refusal(result)}`)
}

function refusal({ error, stderr }: { error?: NodeJS.ErrnoException; stderr: string | null }): string {
  if (error?.code === 'ENOENT') return 'it needs a Linux with glibc (not Alpine); use another image, or set DATABASE_URL.'
  if (stderr?.includes('user does not exist'))
    return `the user ${process.getuid?.()} has no name; give it a line in /etc/passwd, or set DATABASE_URL.`
  const lines = (stderr || error?.message || '').trim().split('\n')
  return lines.find((line) => /error|fatal/i.test(line)) ?? lines.join(' ')
}

// Below a folder closed to its account (a repository in /root) the server can still use a directory handed to it open.
export function openCluster(cluster: string, account: Account | undefined) {
  const handle = openSync(cluster, 'r')
  const closed = account !== undefined && !canReach(cluster, account)
  return { handle, path: closed ? '/proc/self/fd/3' : cluster }
}

function sweep(dataDir: string) {
  for (const name of readdirSync(dataDir)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)
    if (maker && !isAlive(Number(maker[1]))) rmSync(join(dataDir, name), { recursive: true })
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const password = () => randomBytes(24).toString('base64url')

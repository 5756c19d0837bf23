import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { connectionEdits, type Edit } from './patches/postgres-connection'
import { poolEdits } from './patches/postgres-pool'

const VERSION = '3.4.9'
const KEPT = '.published'
const EDITS: Record<string, Edit[]> = { 'connection.js': connectionEdits, 'index.js': poolEdits }

export function applyPostgresPatch(packageFolder = installedFolder()): 'applied' | 'already there' {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  if (version !== VERSION) {
    throw new Error(
      `postgres ${version} is installed, but db/patches/ is written for ${VERSION}: install that one, or write the edits anew.`,
    )
  }
  const changed = ['src', 'cjs/src'].flatMap((build) =>
    Object.entries(EDITS).map(([file, edits]) => edit(join(packageFolder, build, file), edits)),
  )
  return changed.includes(true) ? 'applied' : 'already there'
}

function installedFolder() {
  return join(dirname(createRequire(import.meta.url).resolve('postgres')), '../..')
}

function edit(file: string, edits: Edit[]): boolean {
  const current = readFileSync(file, 'utf8')
  const published = publishedText(file) ?? current
  const wanted = edits.reduce((text, { find, replace }) => {
    if (text.split(find).length !== 2) {
      throw new Error(`${file} is not the published postgres ${VERSION}: remove node_modules/postgres and run "npm install".`)
    }
    return text.replace(find, () => replace)
  }, published)
  if (current === wanted) return false
  replaceWhole(`${file}${KEPT}`, published)
  replaceWhole(file, wanted)
  return true
}

// Kept beside it, so that a later version of the patch does not meet an earlier one.
function publishedText(file: string): string | undefined {
  const kept = `${file}${KEPT}`
  return existsSync(kept) ? readFileSync(kept, 'utf8') : undefined
}

// A rename, because another process may be reading the file, and because package managers share one copy by hard links.
function replaceWhole(file: string, text: string) {
  const fresh = `${file}.${randomUUID()}`
  try {
    writeFileSync(fresh, text, { mode: statSync(dirname(file)).mode & 0o666 })
    renameSync(fresh, file)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw new Error(
      `postgres ${VERSION} must be patched before use, but ${file} cannot be written: run "npm start" once as the user who installed the packages.`,
      { cause: error },
    )
  }
}

import { randomUUID } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { connectionEdits, poolEdits, type Edit } from './postgres-edits'

const VERSION = '3.4.9'
const EDITS: Record<string, Edit[]> = { 'connection.js': connectionEdits, 'index.js': poolEdits }

export function applyPostgresPatch(packageFolder = installedFolder()): 'applied' | 'already there' {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  if (version !== VERSION) {
    throw new Error(`postgres ${version} is installed, but db/postgres-edits.ts is written for ${VERSION}: install that one, or write the edits anew.`)
  }
  const changed = ['src', 'cjs/src'].flatMap((build) =>
    Object.entries(EDITS).map(([file, edits]) => edit(join(packageFolder, build, file), edits)))
  return changed.includes(true) ? 'applied' : 'already there'
}

function installedFolder() {
  return join(dirname(createRequire(import.meta.url).resolve('postgres')), '../..')
}

function edit(file: string, edits: Edit[]): boolean {
  const before = readFileSync(file, 'utf8')
  const after = edits.reduce((text, { find, replace }) => {
    if (text.includes(replace)) return text
    if (text.split(find).length !== 2) {
      throw new Error(`${file} is not the published postgres ${VERSION}: reinstall it with "npm install --force postgres@${VERSION}".`)
    }
    return text.replace(find, () => replace)
  }, before)
  if (after === before) return false
  replaceWhole(file, after)
  return true
}

// A rename, because another process may be reading the file, and because package managers share one copy by hard links.
function replaceWhole(file: string, text: string) {
  const fresh = `${file}.${randomUUID()}`
  try {
    writeFileSync(fresh, text, { mode: statSync(file).mode })
    renameSync(fresh, file)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw new Error(`postgres ${VERSION} must be patched before use, but ${file} cannot be written: run "npm start" once as the user who installed the packages.`, { cause: error })
  }
}

import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/** Files of the collection of real documents; none where it is not at hand, which CI does not forgive. */
export function realFiles(under: string): { name: string; path: string }[] {
  const root = `${folder}${under}`
  if (!existsSync(root)) {
    if (process.env.CI) throw new Error(`the real documents are missing: ${under}`)
    return []
  }
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => ({ name: entry.name, path: `${entry.parentPath}/${entry.name}` }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Package = {
  version?: string
  resolved?: string
  optionalDependencies?: Record<string, string>
  hasInstallScript?: boolean
  dev?: boolean
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> }
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>> & {
  allowScripts: Record<string, boolean>
}

it('every direct dependency is pinned exactly', () => {
  for (const pin of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect(pin).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
})

it('the lock names no download address', () => {
  expect(Object.values(lock.packages).filter((each) => each.resolved)).toEqual([])
})

it('no optional package of another platform is missing from the lock', () => {
  const missing: string[] = []
  for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      const folders = path.split('/node_modules/').map((_, depth, all) => all.slice(0, all.length - depth).join('/node_modules/'))
      const found = [
        ...folders.map((folder) => (folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`)),
        `node_modules/${name}`,
      ]
      if (!found.some((candidate) => candidate in lock.packages)) missing.push(`${path} → ${name}`)
    }
  }
  expect(missing).toEqual([])
})

it('the packages of Remix are one version', () => {
  const versions = Object.entries(manifest.dependencies).filter(([name]) => name === 'remix' || name.startsWith('@remix-run/'))
  expect(new Set(versions.map(([, version]) => version)).size).toBe(1)
})

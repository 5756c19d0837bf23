import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { advisories, type Advisory } from './advisories'

type Lock = { packages: Record<string, { version?: string }> }
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const today = new Date().toISOString().slice(0, 10)

/** Every copy of a package that has a known fault nobody has accepted, or not for today. */
function unanswered(packages: Lock['packages'], known: Advisory[], on: string): string[] {
  return known.flatMap(({ package: name, id, fixedIn, accepted }) => {
    const bad = copiesOf(packages, name).filter(({ version }) => !fixedIn || isBefore(version, fixedIn))
    if (accepted && accepted.until >= on) return []
    return bad.map(({ path, version }) => `${id}: ${path} ${version}${accepted ? `, accepted until ${accepted.until}` : ''}`)
  })
}

const copiesOf = (packages: Lock['packages'], name: string) =>
  Object.entries(packages)
    .filter(([path, { version }]) => version && path.split('node_modules/').at(-1) === name)
    .map(([path, { version }]) => ({ path, version: version! }))

function isBefore(version: string, other: string): boolean {
  const [ours, theirs] = [version, other].map((each) => each.split('-')[0]!.split('.').map(Number)) as [number[], number[]]
  const at = ours.findIndex((number, place) => number !== theirs[place])
  if (at >= 0) return ours[at]! < theirs[at]!
  return version.includes('-') && !other.includes('-')
}

it('no package in the lock has a known fault that is neither mended nor accepted for today', () => {
  expect(unanswered(lock.packages, advisories, today)).toEqual([])
})

it('what is accepted says why, and the proof it names is there', () => {
  for (const { id, accepted } of advisories) {
    if (!accepted) continue
    expect(accepted.why.length, id).toBeGreaterThan(20)
    expect(accepted.until, id).toMatch(/^20\d\d-\d\d-\d\d$/)
    if (accepted.proof) expect(existsSync(accepted.proof), accepted.proof).toBe(true)
  }
})

it('every advisory concerns a package that we have', () => {
  expect(advisories.filter((each) => copiesOf(lock.packages, each.package).length === 0)).toEqual([])
})

it('an old copy anywhere in the tree is found, and a date that has passed', () => {
  const parser: Advisory = { package: 'parser', id: 'A', what: '', fixedIn: '4.2.7' }
  const packages = {
    'node_modules/parser': { version: '4.2.10' },
    'node_modules/other/node_modules/parser': { version: '4.2.6' },
    'node_modules/other-parser': { version: '1.0.0' },
    'node_modules/@scope/x/node_modules/parser': { version: '4.2.7-beta.1' },
  }
  const found = ['A: node_modules/other/node_modules/parser 4.2.6', 'A: node_modules/@scope/x/node_modules/parser 4.2.7-beta.1']
  expect(unanswered(packages, [parser], '2026-11-24')).toEqual(found)
  const accepted = { ...parser, accepted: { why: '', until: '2026-11-24' } }
  expect(unanswered(packages, [accepted], '2026-11-24')).toEqual([])
  expect(unanswered(packages, [accepted], '2026-11-25')).toEqual(found.map((each) => `${each}, accepted until 2026-11-24`))
})

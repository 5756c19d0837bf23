import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { roles, type Role, type Viewer } from '~/accounts/rules'
import { recordFilter } from '~/record/forms'
import { actWord, factsText } from '~/record/lines'
import { mayReadRecord, visibleDepartment } from '~/record/rules'
import { recordWords } from '~/record/words'

const viewer = (role: Role, departmentId: number | null): Viewer => ({
  id: 'me',
  name: '我',
  role,
  departmentId,
  sessionId: '',
  authenticatedAt: new Date(0),
})

test('everyone at the desk reads the record, residents do not', () => {
  expect(mayReadRecord(null)).toEqual({ ok: false, why: 'sign-in' })
  expect(roles.filter((role) => mayReadRecord(viewer(role, null)).ok)).toEqual(roles.filter((role) => role !== 'resident'))
})

test('auditors and administrators read it whole, the others their department', () => {
  const seen = Object.fromEntries(roles.filter((role) => role !== 'resident').map((role) => [role, visibleDepartment(viewer(role, 7))]))
  expect(seen).toEqual({ moderator: 7, staff: 7, publisher: 7, administrator: null, auditor: null })
  expect(visibleDepartment(viewer('publisher', null))).toBeNull()
})

test('a filter that cannot be read narrows nothing', () => {
  expect(recordFilter.parse({ subject: 'weather', act: "'; drop", from: 'yesterday', before: '-1', person: '' })).toEqual({})
})

const source = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) =>
      entry.isDirectory()
        ? source(`${folder}/${entry.name}`)
        : /writes[a-z-]*\.server\.ts$|writes\.ts$/.test(entry.name)
          ? readFileSync(`${folder}/${entry.name}`, 'utf8')
          : '',
    )
    .join('\n')

test('every act that any verb records has its words', () => {
  const calls = [...source('app').matchAll(/\b(?:act: |(?:leave|note|act)\([^'\n]*?)'([a-z]+(?:-[a-z]+)+)'/g)].map((match) => match[1]!)
  expect(calls.length).toBeGreaterThan(30)
  expect([...new Set(calls)].filter((act) => !(act in recordWords.zh.act))).toEqual([])
})

test('an act of an older version is shown as it was written', () => expect(actWord(String, 'seal-broken')).toBe('seal-broken'))

test('facts are shown on one line', () => expect(factsText({ changed: ['name'], rows: 3 })).toBe('changed: ["name"]; rows: 3'))

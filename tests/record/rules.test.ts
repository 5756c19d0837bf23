import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { i18nFor } from '~/i18n'
import { roles, type Role, type Viewer } from '~/accounts/rules'
import { recordFilter } from '~/record/forms'
import { actWord, factsText } from '~/record/lines'
import { mayReadRecord, visibleDepartment } from '~/record/rules'
import { subjectPage } from '~/record/subject-page'
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

const reader = (lang: 'zh-CN' | 'en') => ({ i18n: i18nFor(lang), lang, zone: 'Asia/Shanghai' })

test('what a line notes is said in words, times in the county’s zone', () => {
  const said = (facts: object, act = 'notice-changed') => factsText(facts, act, reader('zh-CN'))
  expect(said({ changed: ['name'], rows: 3 })).toBe('改动：名称；件数：3')
  expect(said({ disposition: 'noted' })).toBe('采纳情况：知悉')
  expect(said({ reason: 'advertising' }, 'comment-refused')).toBe('理由：广告，与征求意见无关')
  expect(said({ reason: 'advertising', visibility: 'withheld' }, 'comment-withheld')).toBe('理由：广告推销；公开方式：不予公开')
  expect(said({ closesAt: '2026-12-29T15:59:59.999Z' })).toBe('截止时间：2026年12月29日 23:59')
  expect(said({ from: { role: 'staff', departmentId: null }, to: { role: 'publisher' } })).toBe('原来：角色：工作人员；现在：角色：发布人')
  expect(said({ shown: 'nobody' }, 'visit-photo-added')).not.toContain('nobody')
  expect(said({ people: 3 }, 'walk-in-admitted')).toBe('人数：3')
  expect(factsText({ changed: true }, 'objection-answered', reader('en'))).toBe('Changed: yes')
})

test('a noted thing that has no words is shown as it was written, an empty one not at all', () => {
  expect(factsText({ seal: 'broken', points: [], before: null }, 'x', reader('zh-CN'))).toBe('seal：broken')
})

test('a line leads to the page of its subject, if the reader may open it', () => {
  const page = (subject: string, subjectId: string, role: Role, act = 'x') => subjectPage({ subject, subjectId, act }, viewer(role, 7))
  expect(page('point', '3/6', 'staff')).toBe('/desk/consultations/3/points/6')
  expect(page('point', '3/6', 'staff', 'point-deleted')).toBeNull()
  expect(page('comment', '3/6', 'auditor')).toBe('/desk/consultations/3/comments/6')
  expect(page('comment', '3/6', 'administrator')).toBeNull()
  expect(page('account', 'abc', 'auditor')).toBe('/desk/people/abc')
  expect(page('account', 'abc', 'staff')).toBeNull()
  expect(page('slot', '3/1', 'staff')).toBe('/desk/open-days/3/registrations')
  expect(page('slot', '3/1', 'moderator')).toBeNull()
  expect(page('department', '4', 'administrator')).toBe('/desk/departments/4')
  expect(page('department', '4', 'auditor')).toBeNull()
})

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { departments, sessions } from '#db/schema/accounts'
import { record } from '#db/schema/record'
import * as closeFor from '~/accounts/desk/closing'
import * as counter from '~/accounts/desk/counter'
import * as department from '~/accounts/desk/department'
import * as closing from '~/accounts/desk/department-closing'
import * as departmentsPage from '~/accounts/desk/departments'
import * as disabling from '~/accounts/desk/disabling'
import * as enabling from '~/accounts/desk/enabling'
import * as invite from '~/accounts/desk/invite'
import * as peoplePage from '~/accounts/desk/people'
import * as person from '~/accounts/desk/person'
import * as resetCode from '~/accounts/desk/reset-code'
import * as revocation from '~/accounts/desk/revocation'
import * as account from '~/accounts/pages/account'
import * as changePassword from '~/accounts/pages/change-password'
import * as closeOwn from '~/accounts/pages/closing'
import * as details from '~/accounts/pages/details'
import * as otherSessions from '~/accounts/pages/other-sessions'
import * as signInPage from '~/accounts/pages/sign-in'
import * as signUpPage from '~/accounts/pages/sign-up'
import { roles, type Role, type Viewer } from '~/accounts/rules'
import * as settings from '~/county/desk/settings'
import * as recordCsv from '~/record/desk/csv'
import * as recordList from '~/record/desk/list'
import { setClock, useDatabase } from '../support/database'
import { aDepartment, anAccount, asSeenBy, aViewer, GOOD_PASSWORD, posted } from '../support/people'

useDatabase()

type Asker = 'nobody' | Role
type Call = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown
type Route = { path: string; loader: Call; action?: Call; fields?: Record<string, string>; read: Asker[]; write?: Asker[] }

const everyone: Asker[] = ['nobody', ...roles]
const desk: Asker[] = ['moderator', 'staff', 'publisher', 'administrator', 'auditor']
const call = (route: unknown) => route as Call

/** A new route without a line here is found by the last test. */
const matrix: Record<string, Route> = {
  people: { path: '/desk/people', loader: call(peoplePage.loader), read: ['administrator', 'auditor'] },
  invite: {
    path: '/desk/people/invitations',
    loader: call(invite.loader),
    action: call(invite.action),
    fields: { name: '韩梅', role: 'auditor' },
    read: ['administrator'],
    write: ['administrator'],
  },
  revocation: {
    path: '/desk/people/invitations/1/revocation',
    loader: call(revocation.loader),
    action: call(revocation.action),
    read: everyone,
    write: ['administrator'],
  },
  person: {
    path: '/desk/people/:colleague',
    loader: call(person.loader),
    action: call(person.action),
    fields: { role: 'auditor', why: '岗位调整' },
    read: ['administrator', 'auditor'],
    write: ['administrator'],
  },
  disabling: {
    path: '/desk/people/:colleague/disabling',
    loader: call(disabling.loader),
    action: call(disabling.action),
    fields: { why: '离岗' },
    read: ['administrator'],
    write: ['administrator'],
  },
  enabling: {
    path: '/desk/people/:colleague/enabling',
    loader: call(enabling.loader),
    action: call(enabling.action),
    read: ['administrator', 'auditor'],
    write: ['administrator'],
  },
  'reset-code for a colleague': {
    path: '/desk/people/:colleague/reset-code',
    loader: call(resetCode.loader),
    action: call(resetCode.action),
    fields: { checked: 'on', why: '工作证' },
    read: ['administrator'],
    write: ['administrator'],
  },
  'reset-code for a resident': {
    path: '/desk/people/:resident/reset-code',
    loader: call(resetCode.loader),
    action: call(resetCode.action),
    fields: { checked: 'on', why: '居民身份证' },
    read: ['administrator', 'staff'],
    write: ['administrator', 'staff'],
  },
  'closing a colleague’s account': {
    path: '/desk/people/:colleague/closing',
    loader: call(closeFor.loader),
    action: call(closeFor.action),
    fields: { checked: 'on', why: '工作证' },
    read: [],
    write: [],
  },
  'closing a resident’s account': {
    path: '/desk/people/:resident/closing',
    loader: call(closeFor.loader),
    action: call(closeFor.action),
    fields: { checked: 'on', why: '居民身份证' },
    read: ['administrator', 'staff'],
    write: ['administrator', 'staff'],
  },
  counter: {
    path: '/desk/reset-codes',
    loader: call(counter.loader),
    action: call(counter.action),
    fields: { contact: '13900000000' },
    read: ['administrator', 'staff'],
    write: ['administrator', 'staff'],
  },
  departments: {
    path: '/desk/departments',
    loader: call(departmentsPage.loader),
    action: call(departmentsPage.action),
    fields: { name: '水务局' },
    read: ['administrator', 'auditor'],
    write: ['administrator'],
  },
  department: {
    path: '/desk/departments/:department',
    loader: call(department.loader),
    action: call(department.action),
    fields: { name: '水务局' },
    read: ['administrator'],
    write: ['administrator'],
  },
  closing: {
    path: '/desk/departments/:department/closing',
    loader: call(closing.loader),
    action: call(closing.action),
    read: ['administrator'],
    write: ['administrator'],
  },
  settings: {
    path: '/desk/county',
    loader: call(settings.loader),
    action: call(settings.action),
    fields: { name: '青禾县', zone: 'Asia/Shanghai', office: '县政府办公室', phone: '1', reportWithinDays: '30', contactKeptDays: '180' },
    read: ['administrator'],
    write: ['administrator'],
  },
  record: { path: '/desk/record', loader: call(recordList.loader), read: desk },
  'record as CSV': { path: '/desk/record.csv', loader: call(recordCsv.loader), read: desk },
  account: { path: '/account', loader: call(account.loader), read: [...desk, 'resident'] },
  'change-password': {
    path: '/account/password',
    loader: call(changePassword.loader),
    action: call(changePassword.action),
    fields: {},
    read: [...desk, 'resident'],
    write: [...desk, 'resident'],
  },
  details: {
    path: '/account/details',
    loader: call(details.loader),
    action: call(details.action),
    fields: { name: '王丽', phone: '13700007777' },
    read: ['resident'],
    write: ['resident'],
  },
  'closing one’s own account': {
    path: '/account/closing',
    loader: call(closeOwn.loader),
    action: call(closeOwn.action),
    read: ['resident'],
    write: ['resident'],
  },
  'other-sessions': {
    path: '/account/other-sessions',
    loader: call(otherSessions.loader),
    action: call(otherSessions.action),
    read: everyone,
    write: [...desk, 'resident'],
  },
}

let ids: Record<string, string>
beforeEach(async () => {
  const [colleague, resident, place] = [await aViewer('moderator'), await aViewer('resident'), await aDepartment()]
  ids = { colleague: colleague.id, resident: resident.id, department: String(place.id) }
})

async function asker(who: Asker): Promise<Viewer | null> {
  if (who === 'nobody') return null
  return aViewer(who, who === 'staff' ? Number(ids.department) : null)
}

/** What came back: let in, sent to sign in, or told that it is not theirs. */
async function answerTo(route: Route, how: 'loader' | 'action', who: Asker) {
  const viewer = await asker(who)
  const path = route.path.replace(/:(\w+)/, (_, name: string) => ids[name]!)
  const id = path.match(/\/(?:people|departments|invitations)\/([^/]+)(?:\/|$)/)?.[1]
  const request = how === 'loader' ? new Request(`http://localhost${path}`) : posted(path, route.fields)
  const thrown: unknown = await Promise.resolve()
    .then(() => route[how]!({ request, params: { id: path.includes('invitations/1') ? '1' : id }, context: asSeenBy(viewer, { path }) }))
    .catch((refusal: unknown) => refusal)
  const answer = thrown as Response
  if (!(answer instanceof Response)) throw thrown
  if (answer.headers.get('Location')?.startsWith('/sign-in?back=')) return 'sign-in'
  return answer.status === 403 ? 'forbidden' : 'in'
}

const expected = (allowed: Asker[], who: Asker) => (allowed.includes(who) ? 'in' : who === 'nobody' ? 'sign-in' : 'forbidden')

describe.each(Object.entries(matrix))('%s', (_, route) => {
  test.each(everyone)('asked for by %s', async (who) => expect(await answerTo(route, 'loader', who)).toBe(expected(route.read, who)))
  if (!route.action) return
  test.each(everyone)('posted by %s', async (who) => {
    const answer = await answerTo(route, 'action', who)
    expect(answer).toBe(expected(route.write!, who))
    if (answer !== 'in') expect(await db.select().from(record)).toEqual([])
  })
})

test('every route of these folders that a desk viewer can reach has a line above', () => {
  const files = Object.keys(
    import.meta.glob(['../../app/accounts/desk/*', '../../app/record/desk/*', '../../app/county/desk/settings.tsx']),
  )
  const named = new Set(Object.values(matrix).map((route) => route.loader))
  const modules = [
    closeFor,
    counter,
    department,
    closing,
    departmentsPage,
    disabling,
    enabling,
    invite,
    peoplePage,
    person,
    resetCode,
    revocation,
    settings,
    recordCsv,
    recordList,
  ]
  expect(modules.every((module) => named.has(module.loader as unknown as Call))).toBe(true)
  expect(files).toHaveLength(modules.length)
})

describe('a sign-in older than ten minutes', () => {
  test.each(['invite', 'disabling', 'reset-code for a resident'])('%s asks for the password once more', async (name) => {
    await setClock('11 minutes')
    const route = matrix[name]!
    const path = route.path.replace(/:(\w+)/, (_, key: string) => ids[key]!)
    const refusal = (await Promise.resolve()
      .then(async () =>
        route.loader({
          request: new Request(`http://localhost${path}`),
          params: { id: path.split('/')[3] },
          context: asSeenBy(await aViewer('administrator'), { path }),
        }),
      )
      .catch((thrown: unknown) => thrown)) as Response
    expect(refusal.headers.get('Location')).toBe(`/sign-in/again?back=${encodeURIComponent(path)}`)
  })
})

describe('what a page gives back', () => {
  const at = (fields: Record<string, string>, path = '/sign-in') => ({
    request: posted(path, fields),
    params: {},
    context: asSeenBy(null, { client: `198.51.100.${Math.floor(performance.now()) % 250}` }),
  })

  test('known and unknown accounts get the same page with the same status', async () => {
    const known = await anAccount({ contact: '13800001234' })
    const answers = await Promise.all(
      [known.contact.address, '13999999999'].map((contact) => signInPage.action(at({ contact, password: 'wrong wrong' }))),
    )
    expect(answers.map((answer) => answer.status)).toEqual([422, 422])
    const [one, two] = (await Promise.all(answers.map((answer) => answer.json()))) as { state: { values: object; errors: object } }[]
    expect(one!.state.errors).toEqual(two!.state.errors)
    expect(Object.keys(one!.state.values)).toEqual(Object.keys(two!.state.values))
  })

  test('signing up with a known number looks like signing up with a new one', async () => {
    await anAccount({ contact: '13800001234' })
    const answers = await Promise.all(
      ['13800001234', '13999999999'].map((contact) =>
        signUpPage.action(at({ name: '李雷', contact, password: GOOD_PASSWORD }, '/sign-up')),
      ),
    )
    expect(answers.map((answer) => [answer.status, answer.headers.get('Location'), answer.headers.get('Set-Cookie')])).toEqual(
      Array(2).fill([303, '/sign-in?after=made', null]),
    )
  })

  test('a password is never given back, not even on a fault page', async () => {
    const args = at({ contact: 'nobody', password: 'a password of some length' })
    const answer = await signInPage.action(args)
    expect(await answer.text()).not.toContain('a password')
    expect(args.context.typed).toEqual({ contact: 'nobody' })
  })

  test('after signing in people are taken only to this site', async () => {
    const { contact } = await anAccount({ contact: '13800005678' })
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/%2f%2fevil.example']) {
      const answer = await signInPage.action(
        at({ contact: contact.address, password: GOOD_PASSWORD }, `/sign-in?back=${encodeURIComponent(back)}`),
      )
      expect(answer.headers.get('Location')).toBe('/account')
    }
    const answer = await signInPage.action(
      at({ contact: contact.address, password: GOOD_PASSWORD }, '/sign-in?back=%2Fconsultations%3Fpage%3D2'),
    )
    expect(answer.headers.get('Location')).toBe('/consultations?page=2')
    expect(await db.select().from(sessions)).toHaveLength(5)
  })

  test('fields nobody asked for change nothing', async () => {
    await signUpPage.action(
      at({ name: '李雷', contact: '13700009999', password: GOOD_PASSWORD, role: 'administrator', departmentId: '1' }, '/sign-up'),
    )
    const administrator = await aViewer('administrator')
    await departmentsPage.action({
      request: posted('/desk/departments', { name: '水务局', slug: 'evil', closedAt: '2020-01-01', id: '99' }),
      params: {},
      context: asSeenBy(administrator),
    })
    const rows = await db.select().from(departments)
    expect(rows.find((row) => row.name === '水务局')).toMatchObject({ closedAt: null, slug: expect.not.stringMatching('evil') })
  })
})

import { describe, expect, test } from 'vitest'
import { mayUsePassword } from '~/accounts/password-rules'
import {
  idleness,
  mayAccept,
  mayChangeOwn,
  mayChangeRole,
  mayCloseDepartment,
  mayCloseFor,
  mayDisable,
  mayEnable,
  mayGrant,
  mayHold,
  mayIssueResetCode,
  mayManagePeople,
  maySeePeople,
  mayServeCounter,
  type Person,
} from '~/accounts/people-rules'
import {
  homeOf,
  isFresh,
  maskContact,
  mayAct,
  passwordMinimum,
  readContact,
  roles,
  sessionMinutes,
  type Role,
  type Viewer,
} from '~/accounts/rules'

const now = new Date('2026-03-02T09:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const viewer = (role: Role, over: Partial<Viewer> = {}): Viewer => ({
  id: 'me',
  name: '我',
  role,
  departmentId: null,
  sessionId: 's',
  authenticatedAt: ago(1),
  ...over,
})
const person = (role: Role, over: Partial<Person> = {}): Person => ({ id: 'you', role, departmentId: null, disabledAt: null, ...over })
const why = (decision: { ok: boolean; why?: string }) => (decision.ok ? 'yes' : decision.why)
const open = { closedAt: null }

/** Every role asked the same question; null is somebody who has not signed in. */
const asked = (question: (viewer: Viewer | null) => { ok: boolean; why?: string }) =>
  Object.fromEntries([['nobody', why(question(null))], ...roles.map((role) => [role, why(question(viewer(role)))])])

const only = (...allowed: Role[]) =>
  Object.fromEntries([['nobody', 'sign-in'], ...roles.map((role) => [role, allowed.includes(role) ? 'yes' : 'not-your-role'])])

describe('who may do what with people', () => {
  test('administrators and auditors see people', () => expect(asked(maySeePeople)).toEqual(only('administrator', 'auditor')))
  test('administrators alone manage people', () => expect(asked(mayManagePeople)).toEqual(only('administrator')))
  test('administrators alone give and take power', () => expect(asked((v) => mayGrant(v, now))).toEqual(only('administrator')))
  test('administrators alone change a role', () =>
    expect(asked((v) => mayChangeRole(v, person('staff'), { role: 'publisher', department: null }, 2, now))).toEqual(only('administrator')))
  test('administrators alone disable', () => expect(asked((v) => mayDisable(v, person('staff'), 2, now))).toEqual(only('administrator')))
  test('administrators alone enable', () =>
    expect(asked((v) => mayEnable(v, person('staff', { disabledAt: now }), now))).toEqual(only('administrator')))
  test('administrators alone close a department', () => expect(asked((v) => mayCloseDepartment(v, open, 0))).toEqual(only('administrator')))
  test('staff and administrators serve the counter', () => expect(asked(mayServeCounter)).toEqual(only('administrator', 'staff')))
  test('staff and administrators make a code for a resident', () =>
    expect(asked((v) => mayIssueResetCode(v, person('resident'), now))).toEqual(only('administrator', 'staff')))
  test('staff and administrators close a resident’s account when its owner asks', () =>
    expect(asked((v) => mayCloseFor(v, person('resident'), now))).toEqual(only('administrator', 'staff')))
  test('nobody closes a colleague’s account: it is disabled', () =>
    expect(why(mayCloseFor(viewer('administrator'), person('staff'), now))).toBe('not-a-resident'))
  test('residents alone change their own account, with the password given lately', () => {
    expect(asked((v) => mayChangeOwn(v, now))).toEqual(only('resident'))
    expect(why(mayChangeOwn(viewer('resident', { authenticatedAt: ago(11) }), now))).toBe('sign-in-again')
    expect(why(mayChangeOwn(viewer('resident'), null))).toBe('sign-in')
  })
  test('administrators alone make a code for a colleague', () =>
    expect(asked((v) => mayIssueResetCode(v, person('moderator'), now))).toEqual(only('administrator')))
})

describe('what even an administrator may not do', () => {
  const me = viewer('administrator')
  const to = (role: Role, department: { closedAt: Date | null } | null = null) => ({ role, department })
  test.each([
    ['their own role', person('administrator', { id: 'me' }), to('staff', open), 2, 'yourself'],
    ['a resident', person('resident'), to('staff', open), 2, 'resident'],
    ['a disabled account', person('staff', { disabledAt: now }), to('publisher'), 2, 'disabled'],
    ['the last administrator’s role', person('administrator'), to('auditor'), 1, 'last-administrator'],
    ['staff without a department', person('moderator'), to('staff'), 2, 'department-needed'],
    ['an auditor of one department', person('moderator'), to('auditor', open), 2, 'department-unwanted'],
    ['somebody into a closed department', person('moderator'), to('staff', { closedAt: now }), 2, 'department-closed'],
    ['somebody into a resident', person('staff'), to('resident'), 2, 'not-a-desk-role'],
  ])('change %s', (_, whom, post, administrators, reason) => expect(why(mayChangeRole(me, whom, post, administrators, now))).toBe(reason))
  test('one of two administrators may be demoted', () =>
    expect(mayChangeRole(me, person('administrator'), to('auditor'), 2, now).ok).toBe(true))
  test('disable the last administrator', () => expect(why(mayDisable(me, person('administrator'), 1, now))).toBe('last-administrator'))
  test('disable themselves', () => expect(why(mayDisable(me, person('administrator', { id: 'me' }), 2, now))).toBe('yourself'))
  test('make a code for themselves', () => expect(why(mayIssueResetCode(me, person('administrator', { id: 'me' }), now))).toBe('yourself'))
  test('close a department with people in it', () => expect(why(mayCloseDepartment(me, open, 1))).toBe('people-remain'))
  test('with a sign-in older than ten minutes: anything that gives power', () => {
    const stale = viewer('administrator', { authenticatedAt: ago(10.1) })
    const asked = [
      mayGrant(stale, now),
      mayDisable(stale, person('staff'), 2, now),
      mayEnable(stale, person('staff', { disabledAt: now }), now),
      mayIssueResetCode(stale, person('resident'), now),
    ]
    expect(asked.map(why)).toEqual(Array(4).fill('sign-in-again'))
    expect(isFresh({ authenticatedAt: ago(10) }, now)).toBe(true)
  })
})

test.each([
  ['staff', true, 'yes'],
  ['staff', false, 'department-needed'],
  ['moderator', true, 'yes'],
  ['moderator', false, 'yes'],
  ['publisher', true, 'yes'],
  ['publisher', false, 'yes'],
  ['administrator', true, 'department-unwanted'],
  ['administrator', false, 'yes'],
  ['auditor', true, 'department-unwanted'],
  ['auditor', false, 'yes'],
  ['resident', false, 'not-a-desk-role'],
] as const)('%s with a department: %s → %s', (role, with_, answer) => expect(why(mayHold(role, with_ ? open : null))).toBe(answer))

describe('acting in a department', () => {
  test('only in one’s own, or in all', () => {
    expect(why(mayAct(viewer('staff', { departmentId: 1 }), ['staff'], 1))).toBe('yes')
    expect(why(mayAct(viewer('staff', { departmentId: 1 }), ['staff'], 2))).toBe('not-your-department')
    expect(why(mayAct(viewer('publisher'), ['publisher'], 2))).toBe('yes')
    expect(why(mayAct(viewer('staff'), ['publisher'], 2))).toBe('not-your-role')
    expect(why(mayAct(null, ['staff'], 1))).toBe('sign-in')
  })
})

test('residents stay signed in for a month, the desk for a working day', () => {
  expect(sessionMinutes('resident')).toEqual({ absolute: 43_200, idle: 10_080 })
  for (const role of roles.filter((role) => role !== 'resident')) expect(sessionMinutes(role)).toEqual({ absolute: 480, idle: 30 })
})

test('after signing in, residents find their account and colleagues the desk', () => {
  expect(roles.map(homeOf)).toEqual(roles.map((role) => (role === 'resident' ? '/account' : '/desk')))
})

test('an account that nobody uses is shown', () => {
  expect(idleness({ lastSignedInAt: null }, now)).toBe('never')
  expect(idleness({ lastSignedInAt: ago(91 * 24 * 60) }, now)).toBe('stale')
  expect(idleness({ lastSignedInAt: ago(90 * 24 * 60) }, now)).toBe('used')
})

test('an invitation is good once, while it lasts, until it is withdrawn', () => {
  const fresh = { createdAt: ago(60), expiresAt: new Date(now.getTime() + 1), acceptedAt: null, revokedAt: null }
  expect(mayAccept(fresh, now).ok).toBe(true)
  expect(why(mayAccept({ ...fresh, acceptedAt: now }, now))).toBe('used')
  expect(why(mayAccept({ ...fresh, revokedAt: now }, now))).toBe('revoked')
  expect(why(mayAccept({ ...fresh, expiresAt: now }, now))).toBe('expired')
})

describe('one field for number or e-mail', () => {
  test.each([
    ['13800001234', 'phone', '13800001234'],
    [' 138 0000 1234 ', 'phone', '13800001234'],
    ['１３８００００１２３４', 'phone', '13800001234'],
    ['138-0000-1234', 'phone', '13800001234'],
    ['+86 138 0000 1234', 'phone', '13800001234'],
    ['＋86-13800001234', 'phone', '13800001234'],
    ['008613800001234', 'phone', '13800001234'],
    ['8613800001234', 'phone', '13800001234'],
    ['\u202a13800001234\u202c', 'phone', '13800001234'],
    ['Wang.Li@Example.CN', 'email', 'wang.li@example.cn'],
    ['ｗａｎｇ＠example.cn', 'email', 'wang@example.cn'],
  ])('%j is read as %s %s', (typed, kind, address) => expect(readContact(typed)).toEqual({ kind, address }))
  test.each(['', '1380000123', '23800001234', '0531-12345678', 'wang', 'wang@', '@example.cn', 'a@b', 'a@b@example.cn', '+1 415 555 0100'])(
    '%j is neither',
    (typed) => expect(readContact(typed)).toBeNull(),
  )
  test('lists show neither in full', () => {
    expect(maskContact({ kind: 'phone', address: '13800001234' })).toBe('138****1234')
    expect(maskContact({ kind: 'email', address: 'wang@example.cn' })).toBe('w***@example.cn')
  })
})

describe('passwords', () => {
  test('eight characters for residents, fifteen at the desk', () => expect(roles.map(passwordMinimum)).toEqual([8, 15, 15, 15, 15, 15]))
  const about = ['王丽', '13800001234', 'wang.li@example.cn', 'wang.li']
  test.each([
    ['修桥补路人人夸赞', 'resident', 'yes'],
    ['vx8#Lq2m', 'resident', 'yes'],
    ['correct horse battery', 'staff', 'yes'],
    ['vx8#Lq2', 'resident', 'password-short'],
    ['vx8#Lq2m', 'staff', 'password-short-desk'],
    ['长'.repeat(201), 'staff', 'password-long'],
    ['12345678', 'resident', 'password-common'],
    ['１２３４５６７８', 'resident', 'password-common'],
    ['87654321', 'resident', 'password-common'],
    ['11111111', 'resident', 'password-common'],
    ['abababab', 'resident', 'password-common'],
    ['Qwertyui', 'resident', 'password-common'],
    ['1qaz2wsx', 'resident', 'password-common'],
    ['P@ssw0rd', 'resident', 'password-common'],
    ['password123', 'resident', 'password-common'],
    ['woaini1314', 'resident', 'password-common'],
    ['19880808', 'resident', 'password-common'],
    ['123456789012345', 'administrator', 'password-common'],
    ['13800001234', 'resident', 'password-personal'],
    ['138 0000 1234', 'resident', 'password-personal'],
    ['wang.li123', 'resident', 'password-personal'],
  ] as const)('%s for a %s: %s', (typed, role, answer) => expect(why(mayUsePassword(typed, role, about))).toBe(answer))
})

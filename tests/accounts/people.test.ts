import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, transaction } from '#db/connection.server'
import { accounts, departments, invitations } from '#db/schema/accounts'
import { county } from '#db/schema/county'
import { outbox } from '#db/schema/messages'
import { record } from '#db/schema/record'
import { addDepartment, closeDepartment, renameDepartment } from '~/accounts/departments-writes.server'
import {
  acceptInvitation,
  createAdministrator,
  createSetUpLink,
  invite,
  revokeInvitation,
  setUpCounty,
} from '~/accounts/invitations-writes.server'
import { changePost, disablePerson, enablePerson, issueResetCode } from '~/accounts/people-writes.server'
import { mayChangeRole } from '~/accounts/people-rules'
import {
  departmentList,
  idByContact,
  invitationByCode,
  openInvitations,
  otherAdministrators,
  people,
  personById,
} from '~/accounts/reads.server'
import type { Contact, Role } from '~/accounts/rules'
import { startSession, viewerOf } from '~/accounts/session.server'
import { countyNow } from '~/county/reads.server'
import { saveCounty } from '~/county/writes.server'
import { setClock, useDatabase } from '../support/database'
import { aDepartment, aViewer, anAccount, GOOD_PASSWORD } from '../support/people'

useDatabase()
beforeEach(() => void delete process.env.SMTP_URL)

const nowhere = { client: '192.0.2.1', cookie: null }
const someone = (n: number): Contact => ({ kind: 'phone', address: `137${String(n).padStart(8, '0')}` })
const acts = async () => (await db.select({ act: record.act }).from(record)).map(({ act }) => act)
const enabledAdministrators = async () => {
  const [row] = await db
    .select({ count: count() })
    .from(accounts)
    .where(and(eq(accounts.role, 'administrator'), isNull(accounts.disabledAt)))
  return row!.count
}

async function anInvitation(role: Role = 'auditor') {
  const administrator = await aViewer('administrator')
  const made = await invite(administrator, { name: '韩梅', role, email: null }, 'zh-CN')
  if (!made.ok) throw new Error(made.why)
  return { administrator, code: made.code }
}

describe('an invitation', () => {
  test('opens an account with the role it says, signed in, and both acts are recorded', async () => {
    const administrator = await aViewer('administrator')
    const department = await aDepartment()
    const made = await invite(administrator, { name: '韩梅', role: 'staff', department: department.id, email: null }, 'zh-CN')
    const { code } = made as { code: string }
    expect(made).toMatchObject({ ok: true, mailed: false })
    expect(await openInvitations()).toMatchObject([{ name: '韩梅', role: 'staff', department: { id: department.id } }])
    const accepted = await acceptInvitation(code, { contact: someone(1), password: GOOD_PASSWORD }, nowhere)
    expect(await viewerOf((accepted as { cookies: string[] }).cookies[0]!.split(';')[0])).toMatchObject({
      name: '韩梅',
      role: 'staff',
      departmentId: department.id,
    })
    expect(await acts()).toEqual(['person-invited', 'invitation-accepted'])
    expect(await openInvitations()).toEqual([])
  })

  test('is mailed as well where an address is given and mail is set up', async () => {
    process.env.SMTP_URL = 'smtp://127.0.0.1:1'
    const made = await invite(
      await aViewer('administrator'),
      { name: '韩梅', role: 'auditor', email: { kind: 'email', address: 'han@example.cn' } },
      'en',
    )
    expect(made).toMatchObject({ ok: true, mailed: true })
    expect(await db.select({ template: outbox.template, lang: outbox.lang }).from(outbox)).toEqual([{ template: 'invitation', lang: 'en' }])
  })

  test('lets in one of twenty who press at once', async () => {
    const { code } = await anInvitation()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => acceptInvitation(code, { contact: someone(n), password: GOOD_PASSWORD }, nowhere)),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await db.select().from(accounts).where(eq(accounts.name, '韩梅'))).toHaveLength(1)
  })

  test('control: looked at without the lock, the same code lets several in', async () => {
    const { code } = await anInvitation()
    const unguarded = (n: number) =>
      transaction(async (tx) => {
        const [row] = await tx.select().from(invitations)
        await tx.execute(sql`select pg_sleep(0.1)`)
        if (row!.acceptedAt) return
        await tx.insert(accounts).values({ name: '韩梅', role: row!.role, phoneKey: `k${n}`, passwordHash: code })
        await tx.update(invitations).set({ acceptedAt: new Date() }).where(eq(invitations.id, row!.id))
      })
    await Promise.all(Array.from({ length: 6 }, (_, n) => unguarded(n)))
    expect((await db.select().from(accounts).where(eq(accounts.name, '韩梅'))).length).toBeGreaterThan(1)
  })

  test('ends after seven days, or when it is withdrawn', async () => {
    const { code, administrator } = await anInvitation()
    const second = (await invite(administrator, { name: '李雷', role: 'auditor', email: null }, 'zh-CN')) as { code: string }
    const [row] = await db.select({ id: invitations.id }).from(invitations).where(eq(invitations.name, '李雷'))
    await revokeInvitation(administrator, row!.id)
    expect((await invitationByCode(second.code))!.may).toEqual({ ok: false, why: 'revoked' })
    expect(await acceptInvitation(second.code, { contact: someone(1), password: GOOD_PASSWORD }, nowhere)).toEqual({
      ok: false,
      why: 'code-over',
    })
    await setClock('7 days 1 second')
    expect(await acceptInvitation(code, { contact: someone(2), password: GOOD_PASSWORD }, nowhere)).toEqual({ ok: false, why: 'code-over' })
    expect(await acts()).toEqual(['person-invited', 'person-invited', 'invitation-revoked'])
  })

  test('needs fifteen characters, and a number without an account', async () => {
    const { code } = await anInvitation()
    const taken = await anAccount()
    expect(await acceptInvitation(code, { contact: someone(1), password: 'vx8#Lq2m' }, nowhere)).toEqual({
      ok: false,
      why: 'password-short-desk',
    })
    expect(await acceptInvitation(code, { contact: taken.contact, password: GOOD_PASSWORD }, nowhere)).toEqual({
      ok: false,
      why: 'contact-taken',
    })
    expect((await invitationByCode(code))!.may.ok).toBe(true)
  })
})

describe('posts', () => {
  test('a changed role signs the person out, and the record says from what to what and why', async () => {
    const administrator = await aViewer('administrator')
    const department = await aDepartment()
    const person = await anAccount({ role: 'staff', departmentId: department.id })
    const cookie = (await startSession(db, person)).split(';')[0]
    expect(await changePost(administrator, person.id, { role: 'publisher', department: department.id, why: '岗位调整' })).toEqual({
      ok: true,
    })
    expect(await viewerOf(cookie)).toBeNull()
    const [line] = await db.select().from(record)
    expect(line).toMatchObject({
      act: 'role-changed',
      subjectId: person.id,
      why: '岗位调整',
      facts: { from: { role: 'staff' }, to: { role: 'publisher' } },
    })
  })

  test('nobody changes their own role', async () => {
    const administrator = await aViewer('administrator')
    await aViewer('administrator')
    expect(await changePost(administrator, administrator.id, { role: 'auditor', why: '试试' })).toEqual({ ok: false, why: 'yourself' })
  })

  test('a sign-in older than ten minutes by the database clock gives no power', async () => {
    const administrator = await aViewer('administrator')
    const person = await aViewer('moderator')
    await setClock('11 minutes')
    expect(await changePost(administrator, person.id, { role: 'auditor', why: '岗位调整' })).toEqual({ ok: false, why: 'sign-in-again' })
    expect(await disablePerson(administrator, person.id, '离岗')).toEqual({ ok: false, why: 'sign-in-again' })
    expect(await issueResetCode(administrator, person.id, '居民身份证')).toEqual({ ok: false, why: 'sign-in-again' })
    expect(await invite(administrator, { name: '李雷', role: 'auditor', email: null }, 'zh-CN')).toEqual({
      ok: false,
      why: 'sign-in-again',
    })
    expect(await acts()).toEqual([])
  })

  test('disabling ends every session with a reason; enabling lets in again', async () => {
    const administrator = await aViewer('administrator')
    const person = await anAccount({ role: 'auditor' })
    const cookie = (await startSession(db, person)).split(';')[0]
    expect(await disablePerson(administrator, person.id, '离岗')).toEqual({ ok: true })
    expect(await viewerOf(cookie)).toBeNull()
    expect(await personById(person.id)).toMatchObject({ disabledWhy: '离岗', disabledBy: administrator.name })
    expect(await disablePerson(administrator, person.id, '离岗')).toEqual({ ok: false, why: 'disabled' })
    expect(await enablePerson(administrator, person.id)).toEqual({ ok: true })
    expect(await enablePerson(administrator, person.id)).toEqual({ ok: false, why: 'enabled' })
    expect(await acts()).toEqual(['person-disabled', 'person-enabled'])
  })
})

describe('the last administrator', () => {
  test('two who demote each other at once: one stays, twenty times', async () => {
    for (let round = 0; round < 20; round++) {
      await db.update(accounts).set({ disabledAt: new Date(), disabledWhy: '前一轮' }).where(isNull(accounts.disabledAt))
      const [one, two] = [await aViewer('administrator'), await aViewer('administrator')]
      const answers = await Promise.all([changePost(one, two.id, { role: 'auditor', why: '轮岗' }), disablePerson(two, one.id, '离岗')])
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      expect(await enabledAdministrators()).toBe(1)
    }
  })

  test('control: counted without the lock, none is left', async () => {
    const [one, two] = [await aViewer('administrator'), await aViewer('administrator')]
    const unguarded = (by: typeof one, whom: typeof one) =>
      transaction(async (tx) => {
        const left = await tx
          .select()
          .from(accounts)
          .where(and(eq(accounts.role, 'administrator'), isNull(accounts.disabledAt)))
        await tx.execute(sql`select pg_sleep(0.1)`)
        const may = mayChangeRole(by, { ...whom, disabledAt: null }, { role: 'auditor', department: null }, left.length, new Date())
        if (may.ok) await tx.update(accounts).set({ role: 'auditor' }).where(eq(accounts.id, whom.id))
      })
    await Promise.all([unguarded(one, two), unguarded(two, one)])
    expect(await enabledAdministrators()).toBe(0)
  })

  test('is told so', async () => {
    const administrator = await aViewer('administrator')
    const ghost = { ...administrator, id: '00000000-0000-4000-8000-000000000000' }
    expect(await disablePerson(ghost, administrator.id, '离岗')).toEqual({ ok: false, why: 'last-administrator' })
    expect(await otherAdministrators(administrator.id)).toBe(0)
  })
})

describe('the counter', () => {
  test('staff make a code for a resident, not for a colleague', async () => {
    const department = await aDepartment()
    const clerk = await aViewer('staff', department.id)
    const [resident, colleague] = [await anAccount(), await anAccount({ role: 'auditor' })]
    expect(await issueResetCode(clerk, resident.id, '居民身份证')).toMatchObject({ ok: true })
    expect(await issueResetCode(clerk, colleague.id, '工作证')).toEqual({ ok: false, why: 'not-your-role' })
    expect(await idByContact(resident.contact)).toBe(resident.id)
  })
})

describe('departments', () => {
  test('are added, renamed and closed, and each leaves a line', async () => {
    const administrator = await aViewer('administrator')
    await addDepartment(administrator, { name: '水务局', nameEn: 'Water Affairs', phone: '' })
    await addDepartment(administrator, { name: '水务二局', nameEn: 'Water affairs', phone: '' })
    const [first, second] = await db.select().from(departments).orderBy(departments.id)
    expect([first!.slug, second!.slug]).toEqual(['water-affairs', expect.stringMatching(/^water-affairs-[0-9a-f]{6}$/)])
    await renameDepartment(administrator, first!.id, { name: '水利局', nameEn: 'Water Affairs', phone: '' })
    await renameDepartment(administrator, first!.id, { name: '水利局', nameEn: 'Water Affairs', phone: '' })
    expect(await closeDepartment(administrator, second!.id)).toEqual({ ok: true })
    expect(await closeDepartment(administrator, second!.id)).toEqual({ ok: false, why: 'department-closed' })
    expect(await departmentList()).toMatchObject([{ name: '水利局' }])
    expect(await acts()).toEqual(['department-added', 'department-added', 'department-renamed', 'department-closed'])
  })

  test('with people in them stay open', async () => {
    const department = await aDepartment()
    await aViewer('staff', department.id)
    expect(await closeDepartment(await aViewer('administrator'), department.id)).toEqual({ ok: false, why: 'people-remain' })
  })
})

describe('an empty county', () => {
  const given = {
    county: '青禾县',
    countyEn: 'Qinghe',
    office: '县政府办公室',
    phone: '0531-0000',
    department: '住建局',
    name: '王丽',
    contact: someone(7),
    password: GOOD_PASSWORD,
  }
  const codeOf = (link: string | null) => link!.split('/').at(-1)!

  test('is set up once, by whoever holds the newest link', async () => {
    const [old, fresh] = [codeOf(await createSetUpLink()), codeOf(await createSetUpLink())]
    expect(await setUpCounty(old, given, nowhere)).toEqual({ ok: false, why: 'code-over' })
    const done = await setUpCounty(fresh, given, nowhere)
    expect(await viewerOf((done as { cookies: string[] }).cookies[0]!.split(';')[0])).toMatchObject({
      role: 'administrator',
      departmentId: null,
    })
    expect(await db.select().from(county)).toMatchObject([{ name: '青禾县', nameEn: 'Qinghe', office: '县政府办公室', phone: '0531-0000' }])
    expect(await departmentList()).toMatchObject([{ name: '住建局' }])
    expect(await setUpCounty(fresh, { ...given, contact: someone(8) }, nowhere)).toEqual({ ok: false, why: 'code-over' })
    expect(await createSetUpLink()).toBeNull()
    expect(await acts()).toEqual(['county-set-up', 'department-added'])
  })

  test('pressed twenty times at once has one administrator', async () => {
    const code = codeOf(await createSetUpLink())
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => setUpCounty(code, { ...given, contact: someone(n) }, nowhere)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await enabledAdministrators()).toBe(1)
  })

  test('a set-up link is no invitation, and an invitation sets up no county', async () => {
    const link = codeOf(await createSetUpLink())
    expect(await acceptInvitation(link, { contact: someone(9), password: GOOD_PASSWORD }, nowhere)).toEqual({ ok: false, why: 'code-over' })
    const { code } = await anInvitation()
    expect(await setUpCounty(code, given, nowhere)).toEqual({ ok: false, why: 'code-over' })
  })

  test('an administrator made at the machine can be named by number or e-mail, with a good password', async () => {
    expect(await createAdministrator({ name: '王丽', contact: '138 0000 1234', password: GOOD_PASSWORD })).toMatchObject({ ok: true })
    expect(await createAdministrator({ name: '王丽', contact: '13800001234', password: GOOD_PASSWORD })).toEqual({
      ok: false,
      why: 'contact-taken',
    })
    expect(await createAdministrator({ name: '王丽', contact: 'nobody', password: GOOD_PASSWORD })).toEqual({
      ok: false,
      why: 'contact-unreadable',
    })
    expect(await createAdministrator({ name: '王丽', contact: 'w@example.cn', password: 'short' })).toEqual({
      ok: false,
      why: 'password-short-desk',
    })
    expect(await people()).toMatchObject([{ name: '王丽', role: 'administrator', lastSignedInAt: null }])
  })
})

test('the county’s details are changed by administrators, and the record names the fields', async () => {
  const administrator = await aViewer('administrator')
  const settings = { name: '青禾县', phone: '0531-1', reportWithinDays: 30, contactKeptDays: 180 }
  await saveCounty(administrator, settings)
  await saveCounty(administrator, { ...settings, phone: '0531-2' })
  await saveCounty(administrator, { ...settings, phone: '0531-2' })
  expect((await countyNow()).phone).toBe('0531-2')
  const lines = await db.select({ act: record.act, facts: record.facts }).from(record)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toEqual({ act: 'county-changed', facts: { changed: ['phone'] } })
  expect(await saveCounty(await aViewer('auditor'), settings)).toEqual({ ok: false, why: 'not-your-role' })
})

test('lists never show a number or address in full', async () => {
  const { id } = await anAccount({ contact: '13800001234' })
  const shown = await personById(id)
  expect(shown).toMatchObject({ phone: '138****1234', email: null })
  expect(await personById('not-an-id')).toBeNull()
})

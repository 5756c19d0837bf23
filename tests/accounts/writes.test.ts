import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { accounts, passwordResets, sessions } from '#db/schema/accounts'
import { outbox } from '#db/schema/messages'
import { record } from '#db/schema/record'
import { mayTry } from '~/accounts/limits.server'
import type { Contact, Viewer } from '~/accounts/rules'
import { startSession, viewerOf } from '~/accounts/session.server'
import { askReset, changePassword, resetPassword, signIn, signInAgain, signOut, signUp, type From } from '~/accounts/writes.server'
import { issueResetCode } from '~/accounts/people-writes.server'
import { resetByCode } from '~/accounts/reads.server'
import { unseal } from '~/sealing.server'
import { setClock, useDatabase } from '../support/database'
import { aViewer, anAccount, GOOD_PASSWORD } from '../support/people'

useDatabase()

const sent = (cookies: string[]) => cookies.map((line) => line.split(';')[0]).join('; ')
let turn = 0
/** A client nobody else in this file uses, so that tests do not use up each other's tries. */
const somewhere = (cookie: string | null = null): From => ({ client: `203.0.113.${++turn}`, cookie })
const wrong = 'not the password at all'

async function signedIn(contact: Contact, password = GOOD_PASSWORD, from = somewhere()) {
  const opened = await signIn({ contact, password }, from)
  if (!opened.ok) throw new Error(opened.why)
  return sent(opened.cookies)
}

const viewing = async (cookie: string) => (await viewerOf(cookie)) as Viewer

describe('signing in', () => {
  test('by number or e-mail, with the role that decides where to go', async () => {
    const resident = await anAccount({ contact: '13800001234' })
    const clerk = await anAccount({ contact: 'clerk@example.cn', role: 'auditor' })
    expect(await signIn({ contact: resident.contact, password: GOOD_PASSWORD }, somewhere())).toMatchObject({ ok: true, role: 'resident' })
    expect(await signIn({ contact: clerk.contact, password: GOOD_PASSWORD }, somewhere())).toMatchObject({ ok: true, role: 'auditor' })
    expect((await db.select().from(accounts)).every((row) => row.lastSignedInAt)).toBe(true)
  })

  test('full-width digits from an input method are the password they look like', async () => {
    const { contact } = await anAccount({ password: 'river 2468 stone' })
    expect(await signIn({ contact, password: 'river ２４６８ stone' }, somewhere())).toMatchObject({ ok: true })
  })

  test('gives a new token and ends the one the browser had (fixation)', async () => {
    const { contact } = await anAccount()
    const planted = await signedIn((await anAccount()).contact)
    const own = await signedIn(contact, GOOD_PASSWORD, somewhere(planted))
    expect(own).not.toBe(planted)
    expect(await viewerOf(planted)).toBeNull()
    expect(await viewerOf(own)).not.toBeNull()
  })

  test('known, unknown and disabled accounts answer alike', async () => {
    const known = await anAccount()
    const disabled = await anAccount()
    await db.update(accounts).set({ disabledAt: new Date(), disabledWhy: '离岗' }).where(eq(accounts.id, disabled.id))
    const answers = [
      await signIn({ contact: known.contact, password: wrong }, somewhere()),
      await signIn({ contact: { kind: 'phone', address: '13999999999' }, password: wrong }, somewhere()),
      await signIn({ contact: disabled.contact, password: GOOD_PASSWORD }, somewhere()),
    ]
    expect(answers).toEqual(Array(3).fill({ ok: false, why: 'wrong' }))
    expect(await db.select().from(sessions)).toEqual([])
  })

  test('the work is the same for an account that is not there', async () => {
    const { contact } = await anAccount()
    const spent = async (who: Contact) => {
      const start = process.cpuUsage()
      await signIn({ contact: who, password: wrong }, somewhere())
      const { user, system } = process.cpuUsage(start)
      return user + system
    }
    // What else the process does meanwhile only adds: the least of some is the work itself.
    let [there, missing] = [Infinity, Infinity]
    for (let round = 0; round < 6; round++) {
      there = Math.min(there, await spent(contact))
      missing = Math.min(missing, await spent({ kind: 'phone', address: '13911111111' }))
    }
    expect(missing / there).toBeGreaterThan(0.5)
    expect(missing / there).toBeLessThan(2)
  })
})

describe('whoever guesses is slowed', () => {
  test('five tries from one place, then the right password does not help either', async () => {
    const { contact } = await anAccount()
    const here = somewhere()
    for (let round = 0; round < 5; round++) expect(await signIn({ contact, password: wrong }, here)).toMatchObject({ why: 'wrong' })
    expect(await signIn({ contact, password: GOOD_PASSWORD }, here)).toEqual({ ok: false, why: 'slow-down' })
  })

  test('an account that is not there is slowed alike', async () => {
    const contact: Contact = { kind: 'phone', address: '13922222222' }
    const here = somewhere()
    for (let round = 0; round < 5; round++) await signIn({ contact, password: wrong }, here)
    expect(await signIn({ contact, password: wrong }, here)).toEqual({ ok: false, why: 'slow-down' })
  })

  test('twenty tries at once are not more than five', async () => {
    const { contact } = await anAccount()
    const here = somewhere()
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn({ contact, password: wrong }, here)))
    expect(answers.filter((answer) => !answer.ok && answer.why === 'wrong')).toHaveLength(5)
  })

  test('a right password gives the tries back', async () => {
    const { contact } = await anAccount()
    const here = somewhere()
    for (let round = 0; round < 12; round++) {
      await signIn({ contact, password: wrong }, here)
      expect(await signIn({ contact, password: GOOD_PASSWORD }, here)).toMatchObject({ ok: true })
    }
  })

  test('a neighbour behind the same address is not held up', async () => {
    const [attacked, neighbour] = [await anAccount(), await anAccount()]
    const hall = somewhere()
    for (let round = 0; round < 6; round++) await signIn({ contact: attacked.contact, password: wrong }, hall)
    expect(await signIn({ contact: neighbour.contact, password: GOOD_PASSWORD }, hall)).toMatchObject({ ok: true })
  })

  /** Tries with invented accounts, as far as the limits count them. */
  const invented = async (count: number, { client }: From) => {
    const answers = new Map<string, number>()
    for (let n = 0; n < count; n++) {
      const may = await mayTry({ contactKey: `${client} ${n}`, accountId: undefined, client, cookie: null })
      answers.set(may, (answers.get(may) ?? 0) + 1)
    }
    return Object.fromEntries(answers)
  }

  test('a hundred guesses at invented accounts do not lock the hall out: a right password passes, a wrong one does not', async () => {
    const { contact } = await anAccount()
    const hall = somewhere()
    await invented(100, hall)
    expect(await signIn({ contact, password: wrong }, hall)).toEqual({ ok: false, why: 'slow-down' })
    expect(await signIn({ contact, password: GOOD_PASSWORD }, hall)).toMatchObject({ ok: true })
    // Control: five tries at one account from one place stay five.
    for (let round = 0; round < 5; round++) await signIn({ contact, password: wrong }, hall)
    expect(await signIn({ contact, password: GOOD_PASSWORD }, hall)).toEqual({ ok: false, why: 'slow-down' })
  })

  test('guessing on from one address ends at a thousand, and no password is looked at any more', async () => {
    const hall = somewhere()
    expect(await invented(1_100, hall)).toEqual({ yes: 100, 'only-right': 900, no: 100 })
    const { contact } = await anAccount()
    expect(await signIn({ contact, password: GOOD_PASSWORD }, hall)).toEqual({ ok: false, why: 'slow-down' })
    expect(await signIn({ contact, password: GOOD_PASSWORD }, somewhere())).toMatchObject({ ok: true })
  })

  test('a hundred guesses from everywhere, and the owner still gets in: on a known device, or after a reset', async () => {
    const { contact, id } = await anAccount()
    const first = await signIn({ contact, password: GOOD_PASSWORD }, somewhere())
    const device = sent((first as { cookies: string[] }).cookies)
    await Promise.all(Array.from({ length: 110 }, () => tried(contact, somewhere())))
    // Control: without the device cookie the owner is held up like everybody else.
    expect(await signIn({ contact, password: GOOD_PASSWORD }, somewhere())).toEqual({ ok: false, why: 'slow-down' })
    expect(await signIn({ contact, password: GOOD_PASSWORD }, somewhere(device))).toMatchObject({ ok: true })
    const administrator = await aViewer('administrator')
    const issued = (await issueResetCode(administrator, id, '居民身份证')) as { code: string }
    expect(await resetPassword(issued.code, 'brand new river stone')).toMatchObject({ ok: true })
    expect(await signIn({ contact, password: 'brand new river stone' }, somewhere())).toMatchObject({ ok: true })
  })

  test('somebody else’s device cookie, or one made up, helps nobody', async () => {
    const [mine, other] = [await anAccount(), await anAccount()]
    const device = await signedIn(other.contact)
    const here = somewhere(device)
    for (const cookie of [device, 'device=abc.def'])
      for (let round = 0; round < 6; round++) await signIn({ contact: mine.contact, password: wrong }, { ...here, cookie })
    expect(await signIn({ contact: mine.contact, password: GOOD_PASSWORD }, here)).toEqual({ ok: false, why: 'slow-down' })
  })

  test('a known device has its own limit', async () => {
    const { contact } = await anAccount()
    const from = somewhere(await signedIn(contact))
    for (let round = 0; round < 10; round++) await signIn({ contact, password: wrong }, from)
    expect(await signIn({ contact, password: GOOD_PASSWORD }, from)).toEqual({ ok: false, why: 'slow-down' })
  })
})

/** A wrong try; the queue for hashing may turn it away. */
const tried = (contact: Contact, from: From) => signIn({ contact, password: wrong }, from).catch(() => ({ ok: false }))

describe('signing up', () => {
  const newcomer = { name: '李雷', contact: { kind: 'phone', address: '13700001111' } as Contact, password: '门前大桥下游过一群鸭' }

  test('makes a resident, with number and password sealed and hashed', async () => {
    expect(await signUp(newcomer, '198.51.100.1')).toEqual({ ok: true })
    const [row] = await db.select().from(accounts)
    expect(row).toMatchObject({ name: '', role: 'resident', departmentId: null })
    expect(unseal(row!.nameSealed!)).toBe('李雷')
    expect(unseal(row!.phone!)).toBe('13700001111')
    expect(JSON.stringify({ ...row, phone: row!.phone!.toString('latin1'), nameSealed: row!.nameSealed!.toString() })).not.toMatch(
      /13700001111|鸭|李雷/,
    )
    expect(row!.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await signIn(newcomer, somewhere())).toMatchObject({ ok: true })
  })

  test('with a number that has an account answers the same and changes nothing', async () => {
    await signUp(newcomer, '198.51.100.2')
    expect(await signUp({ ...newcomer, name: '冒名', password: '另一句很长的密码话' }, '198.51.100.2')).toEqual({ ok: true })
    expect((await db.select().from(accounts)).map(({ nameSealed }) => unseal(nameSealed!))).toEqual(['李雷'])
    expect(await signIn({ ...newcomer, password: '另一句很长的密码话' }, somewhere())).toMatchObject({ why: 'wrong' })
    expect(await signIn(newcomer, somewhere())).toMatchObject({ ok: true })
  })

  test('twenty at once with one number make one account', async () => {
    await Promise.all(Array.from({ length: 20 }, () => signUp(newcomer, '198.51.100.3')))
    expect(await db.select().from(accounts)).toHaveLength(1)
  })

  test('refuses one’s own number as the password', async () => {
    expect(await signUp({ ...newcomer, password: '13700001111' }, '198.51.100.4')).toEqual({ ok: false, why: 'password-personal' })
  })
})

describe('a new password', () => {
  test('ends every other session, gives this one a new token, and leaves a line for the desk', async () => {
    const { contact } = await anAccount({ role: 'auditor' })
    const [here, elsewhere] = [await signedIn(contact), await signedIn(contact)]
    const changed = await changePassword(
      await viewing(here),
      { current: GOOD_PASSWORD, password: '一个全新的足够长的密码句子给我自己' },
      somewhere(here),
    )
    expect(changed).toMatchObject({ ok: true })
    const now = sent((changed as { cookies: string[] }).cookies)
    expect([await viewerOf(here), await viewerOf(elsewhere), await viewerOf(now)].map(Boolean)).toEqual([false, false, true])
    expect(await db.select({ act: record.act }).from(record)).toEqual([{ act: 'password-changed' }])
    expect(await signIn({ contact, password: GOOD_PASSWORD }, somewhere())).toMatchObject({ why: 'wrong' })
  })

  test('needs the old one, and is not a common one', async () => {
    const { contact } = await anAccount()
    const here = await signedIn(contact)
    const viewer = await viewing(here)
    expect(await changePassword(viewer, { current: wrong, password: '一个全新的密码句子' }, somewhere(here))).toMatchObject({
      why: 'current-wrong',
    })
    expect(await changePassword(viewer, { current: GOOD_PASSWORD, password: '12345678' }, somewhere(here))).toMatchObject({
      why: 'password-common',
    })
    expect(await viewerOf(here)).not.toBeNull()
  })

  test('the password once more makes the sign-in fresh, with a new token', async () => {
    const { contact } = await anAccount({ role: 'auditor' })
    const here = await signedIn(contact)
    await setClock('20 minutes')
    const again = await signInAgain(await viewing(here), GOOD_PASSWORD, somewhere(here))
    const now = sent((again as { cookies: string[] }).cookies)
    expect(await viewerOf(here)).toBeNull()
    const [row] = await db.select().from(sessions)
    expect((await viewing(now)).authenticatedAt).toEqual(row!.authenticatedAt)
    expect(await signInAgain(await viewing(now), wrong, somewhere(now))).toMatchObject({ why: 'current-wrong' })
  })
})

describe('a reset', () => {
  beforeEach(() => void delete process.env.SMTP_URL)

  test('by mail is queued in the act itself, and answers alike for an account that is not there', async () => {
    process.env.SMTP_URL = 'smtp://127.0.0.1:1'
    const { contact } = await anAccount({ contact: 'wang@example.cn' })
    expect(await askReset({ contact, lang: 'zh-CN', client: 'a' })).toEqual({ ok: true })
    expect(await askReset({ contact: { kind: 'email', address: 'nobody@example.cn' }, lang: 'zh-CN', client: 'a' })).toEqual({ ok: true })
    const mails = await db.select().from(outbox)
    expect(mails.map(({ template, way }) => ({ template, way }))).toEqual([{ template: 'password-reset', way: 'mail' }])
    const { code } = JSON.parse(unseal(mails[0]!.params!)) as { code: string }
    expect(await resetByCode(code)).toEqual({ role: 'resident' })
    expect(JSON.stringify(await db.select().from(passwordResets))).not.toContain(code)
  })

  test('without mail is left to the counter: no code is made that nobody gets', async () => {
    const { contact } = await anAccount({ contact: 'li@example.cn' })
    expect(await askReset({ contact, lang: 'zh-CN', client: 'b' })).toEqual({ ok: true })
    expect([...(await db.select().from(passwordResets)), ...(await db.select().from(outbox))]).toEqual([])
  })

  test('is asked for three times an hour, not more', async () => {
    const { contact } = await anAccount({ contact: 'zhao@example.cn' })
    const ask = () => askReset({ contact, lang: 'zh-CN', client: 'c' })
    await Promise.all([ask(), ask(), ask()])
    expect(await ask()).toEqual({ ok: false, why: 'slow-down' })
  })

  async function atTheCounter() {
    const account = await anAccount()
    const issued = (await issueResetCode(await aViewer('administrator'), account.id, '居民身份证')) as { code: string }
    return { ...account, code: issued.code }
  }

  test('sets the password once, ends every session, and is recorded with its reason', async () => {
    const { contact, code, id } = await atTheCounter()
    const before = sent([await startSession(db, { id, role: 'resident' })])
    expect(await resetPassword(code.toLowerCase().replaceAll('-', ' '), '一个全新的密码句子')).toMatchObject({ ok: true })
    expect(await viewerOf(before)).toBeNull()
    expect(await resetPassword(code, '又一个全新的密码句子')).toEqual({ ok: false, why: 'code-over' })
    expect(await signIn({ contact, password: '一个全新的密码句子' }, somewhere())).toMatchObject({ ok: true })
    expect(await db.select({ act: record.act, why: record.why, facts: record.facts }).from(record)).toEqual([
      { act: 'reset-code-issued', why: '居民身份证', facts: null },
    ])
  })

  test('of twenty at once sets one password', async () => {
    const { code } = await atTheCounter()
    const done = await Promise.all(Array.from({ length: 20 }, (_, n) => resetPassword(code, `一个全新的密码句子${n}`)))
    expect(done.filter((answer) => answer.ok)).toHaveLength(1)
  })

  test('a new code used makes the older ones void', async () => {
    const { id, code } = await atTheCounter()
    const second = (await issueResetCode(await aViewer('administrator'), id, '居民身份证')) as { code: string }
    await resetPassword(second.code, '一个全新的密码句子')
    expect(await resetPassword(code, '又一个全新的密码句子')).toEqual({ ok: false, why: 'code-over' })
  })

  test('from the counter lives thirty minutes by the database clock', async () => {
    const { code } = await atTheCounter()
    await setClock('29 minutes')
    expect(await resetByCode(code)).not.toBeNull()
    await setClock('30 minutes 1 second')
    expect(await resetByCode(code)).toBeNull()
    expect(await resetPassword(code, '一个全新的密码句子')).toEqual({ ok: false, why: 'code-over' })
  })

  test('does nothing for a disabled account', async () => {
    const { code, id } = await atTheCounter()
    await db.update(accounts).set({ disabledAt: new Date(), disabledWhy: '离岗' }).where(eq(accounts.id, id))
    expect(await resetPassword(code, '一个全新的密码句子')).toEqual({ ok: false, why: 'code-over' })
  })
})

test('signing out ends the session of the cookie', async () => {
  const here = await signedIn((await anAccount()).contact)
  expect(await signOut(here)).toMatch(/Max-Age=0/)
  expect(await viewerOf(here)).toBeNull()
})

import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { accounts, sessions } from '#db/schema/accounts'
import type { Role } from '~/accounts/rules'
import { endOtherSessions, endSession, startSession, stillSignedIn, sweepSessions, viewerOf } from '~/accounts/session.server'
import { setClock, useDatabase } from '../support/database'
import { aDepartment, anAccount } from '../support/people'

useDatabase()

/** The cookie as the browser sends it back. */
const sent = (setCookie: string) => setCookie.split(';')[0]!
const tokenOf = (cookie: string) => cookie.split('=')[1]!

async function signedIn(role: Role = 'resident') {
  const departmentId = role === 'staff' ? (await aDepartment()).id : null
  const account = await anAccount({ role, departmentId })
  const line = await startSession(db, account)
  return { account, line, cookie: sent(line) }
}

test('a session is the person, their role and department', async () => {
  const { account, cookie } = await signedIn('staff')
  expect(await viewerOf(cookie)).toMatchObject({ id: account.id, name: '王丽', role: 'staff', departmentId: account.departmentId })
  expect(await viewerOf(undefined)).toBeNull()
  expect(await viewerOf('sid=something')).toBeNull()
})

test('the cookie is for this site, not for scripts; at the desk it also ends with the browser', async () => {
  const resident = await signedIn()
  expect(resident.line).toMatch(/HttpOnly/)
  expect(resident.line).toMatch(/SameSite=Lax/)
  expect(resident.line).toMatch(/Max-Age=2592000/)
  expect((await signedIn('staff')).line).not.toMatch(/Max-Age/)
})

test('no two sessions have the same token, and a token has two hundred bits', async () => {
  const [one, two] = [await signedIn(), await signedIn()]
  expect(one.cookie).not.toBe(two.cookie)
  expect(Buffer.from(tokenOf(one.cookie), 'base64url')).toHaveLength(25)
})

test('a stolen dump opens no session: nothing in it is a token', async () => {
  const { cookie } = await signedIn()
  const [row] = await db.select().from(sessions)
  expect(JSON.stringify(row)).not.toContain(tokenOf(cookie))
  expect(await viewerOf(`sid=${row!.id}`)).toBeNull()
  expect(await viewerOf(cookie)).not.toBeNull()
})

describe('sessions end by the database clock', () => {
  test.each([
    ['resident', '6 days', true],
    ['resident', '7 days 1 minute', false],
    ['staff', '29 minutes', true],
    ['staff', '31 minutes', false],
    ['administrator', '31 minutes', false],
  ] as const)('%s, unused for %s: still signed in %s', async (role, later, still) => {
    const { cookie } = await signedIn(role)
    await setClock(later)
    expect((await viewerOf(cookie)) !== null).toBe(still)
  })

  test.each([
    ['resident', Array.from({ length: 4 }, (_, day) => `${(day + 1) * 6} days`), '30 days 1 minute'],
    ['publisher', Array.from({ length: 19 }, (_, turn) => `${(turn + 1) * 25} minutes`), '8 hours 1 minute'],
  ] as const)('%s, used all the time: the end comes all the same', async (role, visits, end) => {
    const { cookie } = await signedIn(role)
    for (const visit of visits) {
      await setClock(visit)
      expect(await viewerOf(cookie), visit).not.toBeNull()
    }
    await setClock(end)
    expect(await viewerOf(cookie)).toBeNull()
  })

  test('use is noted at most once a minute', async () => {
    const { cookie } = await signedIn()
    const seen = async () => (await db.select().from(sessions))[0]!.lastSeenAt.getTime()
    const start = await seen()
    await setClock('50 seconds')
    await viewerOf(cookie)
    expect(await seen()).toBe(start)
    await setClock('70 seconds')
    await viewerOf(cookie)
    expect(await seen()).toBeGreaterThan(start)
  })
})

test('a disabled account has no viewer, whatever sessions are left', async () => {
  const { account, cookie } = await signedIn()
  await db.update(accounts).set({ disabledAt: new Date(), disabledWhy: '离岗' }).where(eq(accounts.id, account.id))
  expect(await viewerOf(cookie)).toBeNull()
})

test('signing out ends this session at once and removes the cookie', async () => {
  const { cookie } = await signedIn()
  expect(await endSession(db, cookie)).toMatch(/^sid=;.*Max-Age=0/)
  expect(await viewerOf(cookie)).toBeNull()
  expect(await db.select().from(sessions)).toEqual([])
})

test('ending the other sessions leaves this one and everybody else’s', async () => {
  const { account, cookie } = await signedIn()
  const elsewhere = sent(await startSession(db, account))
  const stranger = await signedIn()
  await endOtherSessions(db, (await viewerOf(cookie))!)
  expect([await viewerOf(cookie), await viewerOf(elsewhere), await viewerOf(stranger.cookie)].map(Boolean)).toEqual([true, false, true])
})

test('what is over is swept away, what lasts is not', async () => {
  const old = await signedIn()
  await setClock('8 days')
  const fresh = await signedIn()
  await sweepSessions()
  expect(await db.select().from(sessions)).toHaveLength(1)
  expect([await viewerOf(old.cookie), await viewerOf(fresh.cookie)].map(Boolean)).toEqual([false, true])
})

test('a connection that stays open ends when its session has been idle too long, as a page does', async () => {
  const { cookie } = await signedIn('staff')
  const { sessionId } = (await viewerOf(cookie))!
  expect(await stillSignedIn([sessionId])).toEqual(new Set([sessionId]))
  await setClock('31 minutes')
  expect(await viewerOf(cookie)).toBeNull()
  expect(await stillSignedIn([sessionId])).toEqual(new Set())
})

import { createHash, randomBytes } from 'node:crypto'
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import { and, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { Lucia, type DatabaseSession, type DatabaseUser } from 'lucia'
import { db, type Db, type Tx } from '#db/connection.server'
import { accounts, sessions } from '#db/schema/accounts'
import { now } from '#db/schema/columns'
import { cookiesOf, setCookie } from '~/web/cookies.server'
import { nameOf } from './names.server'
import { sessionMinutes, type Role, type Viewer } from './rules'

type On = Db | Tx
type Facts = { minutes: number } | { authenticatedAt: Date }

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof lucia>
    DatabaseSessionAttributes: Facts
    DatabaseUserAttributes: Pick<Viewer, 'name' | 'role' | 'departmentId'>
  }
}

// Lucia asks the clock of this process whether a session is over. Here the database decides, so lucia is told: never.
const NEVER = new Date(8.64e15)
const minutes = (count: number) => sql`${count} * interval '1 minute'`
const idleSince = sql`${now} - case when ${accounts.role} = 'resident' then ${minutes(sessionMinutes('resident').idle)} else ${minutes(sessionMinutes('staff').idle)} end`

/** Lucia's tables as our rules see them: absolute and idle limits by the database clock, no disabled people. */
class ClockedAdapter extends DrizzlePostgreSQLAdapter {
  constructor(private on: On) {
    super(on, sessions, accounts)
  }

  override async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = await this.on
      .select({
        userId: accounts.id,
        name: accounts.name,
        nameSealed: accounts.nameSealed,
        role: accounts.role,
        departmentId: accounts.departmentId,
        authenticatedAt: sessions.authenticatedAt,
        unseen: sql<boolean>`${sessions.lastSeenAt} < ${now} - interval '1 minute'`,
      })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.userId))
      .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now), sql`${sessions.lastSeenAt} > ${idleSince}`, isNull(accounts.disabledAt)))
    if (!row) return [null, null]
    if (row.unseen) await this.on.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id))
    const { userId, authenticatedAt, role, departmentId } = row
    return [
      { id, userId, expiresAt: NEVER, attributes: { authenticatedAt } },
      { id: userId, attributes: { name: nameOf(row), role, departmentId } },
    ]
  }

  override async setSession({ id, userId, attributes }: DatabaseSession) {
    const length = 'minutes' in attributes ? attributes.minutes : 0
    await this.on.insert(sessions).values({ id, userId, expiresAt: sql`${now} + ${minutes(length)}` })
  }
}

const lucia = (on: On) =>
  new Lucia(new ClockedAdapter(on), {
    getSessionAttributes: (facts) => ({ authenticatedAt: 'authenticatedAt' in facts ? facts.authenticatedAt : NEVER }),
    getUserAttributes: (facts) => facts,
  })

/** The database holds only this: a stolen dump opens no session. */
const idOf = (token: string) => createHash('sha256').update(token).digest('hex')

export async function viewerOf(cookieHeader: string | undefined): Promise<Viewer | null> {
  const token = cookiesOf(cookieHeader).sid
  if (!token) return null
  const { user, session } = await lucia(db).validateSession(idOf(token))
  if (!user) return null
  const { id, name, role, departmentId } = user
  return { id, name, role, departmentId, sessionId: session.id, authenticatedAt: session.authenticatedAt }
}

/** Always a new token (session fixation). Desk sessions also end with the browser. */
export async function startSession(on: On, account: { id: string; role: Role }): Promise<string> {
  const token = randomBytes(25).toString('base64url')
  const { absolute } = sessionMinutes(account.role)
  await lucia(on).createSession(account.id, { minutes: absolute }, { sessionId: idOf(token) })
  return setCookie('sid', token, account.role === 'resident' ? absolute * 60 : undefined)
}

/** Ends the session of this cookie, if it is one. */
export async function endSession(on: On, cookieHeader: string | null | undefined): Promise<string> {
  const token = cookiesOf(cookieHeader).sid
  if (token) await lucia(on).invalidateSession(idOf(token))
  return setCookie('sid', '')
}

export const endAllSessions = (on: On, accountId: string) => lucia(on).invalidateUserSessions(accountId)

export async function endOtherSessions(on: On, viewer: Pick<Viewer, 'id' | 'sessionId'>) {
  await on.delete(sessions).where(and(eq(sessions.userId, viewer.id), ne(sessions.id, viewer.sessionId)))
}

/** Which of these sessions still hold: for connections that stay open after their first request. */
export async function stillSignedIn(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.userId))
    .where(
      and(inArray(sessions.id, ids), gt(sessions.expiresAt, now), sql`${sessions.lastSeenAt} > ${idleSince}`, isNull(accounts.disabledAt)),
    )
  return new Set(rows.map(({ id }) => id))
}

/** Rows of sessions that are over; nothing depends on when this runs. */
export async function sweepSessions(on: On = db) {
  const longest = minutes(sessionMinutes('resident').idle)
  await on.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.lastSeenAt, sql`${now} - ${longest}`)))
}

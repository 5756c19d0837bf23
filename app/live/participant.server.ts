import { randomBytes } from 'node:crypto'
import type { Viewer } from '~/accounts/rules'
import { lookupKey } from '~/sealing.server'
import { cookiesOf, setCookie } from '~/web/cookies.server'

/** Who takes part in one session: the account, or the device, under a key that says nothing outside it. */
export type Participant = { key: string; resident: boolean }

const DAYS = 30
const TOKEN = /^[\w-]{22}$/

const keyOf = (sessionId: number, whose: string) => lookupKey(`live:${sessionId}`, whose)

/** Null: a device that has not done anything yet. */
export function participantOf(sessionId: number, viewer: Viewer | null, cookieHeader: string | null | undefined): Participant | null {
  if (viewer) return { key: keyOf(sessionId, `account ${viewer.id}`), resident: viewer.role === 'resident' }
  const token = cookiesOf(cookieHeader).participant
  return token && TOKEN.test(token) ? { key: keyOf(sessionId, `device ${token}`), resident: false } : null
}

/** The same, and for a device without a mark one, with the cookie that goes with the answer. */
export function participantOrNew(sessionId: number, viewer: Viewer | null, cookieHeader: string | null | undefined) {
  const known = participantOf(sessionId, viewer, cookieHeader)
  if (known) return { participant: known, headers: undefined }
  const token = randomBytes(16).toString('base64url')
  const participant = { key: keyOf(sessionId, `device ${token}`), resident: false }
  return { participant, headers: { 'Set-Cookie': setCookie('participant', token, DAYS * 86_400) } }
}

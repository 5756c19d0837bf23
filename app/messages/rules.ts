import type { Role, Viewer } from '../accounts/rules'
import { reaches } from '../accounts/rules'
import { mayBeReadOut, type Template } from './templates'

export type Way = 'mail' | 'sms' | 'call'
/** `sealed`: the address as the caller stores it already. */
export type Recipient = { kind: 'email' | 'phone'; address: string; sealed?: Buffer }
export type WaysOut = { mail: boolean; sms: boolean }

/** Mobile here, or any number abroad, where length tells nothing. A landline takes no text message. */
const takesText = (number: string) => /^(?:1\d{10}|\+[1-9]\d{6,14})$/.test(number)

/** How a message leaves: by machine where one is set up, else a colleague phones; null when it may not be read out. */
export function wayFor({ kind, address }: Recipient, template: Template, open: WaysOut): Way | null {
  if (kind === 'email' && open.mail) return 'mail'
  if (kind === 'phone' && open.sms && takesText(address)) return 'sms'
  return mayBeReadOut(template) ? 'call' : null
}

/** What a way out answered: sent, not now (the way is down or busy), or never (it refuses this message). */
export type Sent = { ok: true } | { ok: false; lasting: boolean; error: string }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
export const LEASE_MS = 2 * MINUTE_MS
export const REFUSALS_MAX = 3
/** A way out that is down for a long weekend loses nothing. */
export const KEEP_TRYING_MS = 96 * HOUR_MS

/** 1, 2, 4 … minutes, at most an hour. */
export const waitAfter = (attempts: number) => Math.min(MINUTE_MS * 2 ** Math.max(0, attempts - 1), HOUR_MS)

type Tried = { attempts: number; createdAt: Date }

/** When to try again after a failure; null: give up and show it at the desk. */
export function nextTry({ attempts, createdAt }: Tried, failure: { lasting: boolean }, now: Date): Date | null {
  if (failure.lasting && attempts >= REFUSALS_MAX) return null
  if (now.getTime() - createdAt.getTime() >= KEEP_TRYING_MS) return null
  return new Date(now.getTime() + waitAfter(attempts))
}

export const callOutcomes = ['reached', 'not-reached', 'wrong-number'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** Not reached today is not the end: the call stays on the list. */
export const endsCall = (outcome: CallOutcome) => outcome !== 'not-reached'

const HANDLING: readonly Role[] = ['staff', 'moderator', 'publisher']

/** Messages of a department are its own staff's; those of no department the administrators'. */
export const mayHandle = (viewer: Viewer, departmentId: number | null) =>
  departmentId === null ? viewer.role === 'administrator' : HANDLING.includes(viewer.role) && reaches(viewer, departmentId)

/** The list itself: those who handle, and the auditor, who sees contacts masked only. */
export const maySeeMessages = (viewer: Viewer) => viewer.role !== 'resident'

export const messageFilters = ['calls', 'waiting', 'failed', 'done'] as const
export type MessageFilter = (typeof messageFilters)[number]

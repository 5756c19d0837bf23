import type { AppLoadContext } from '@remix-run/node'
import { forbidden, redirectTo, unavailable } from './responses.server'
import type { Decision } from '~/decision'
import type { Role, Viewer } from '~/accounts/rules'

/** The viewer, or the way to the sign-in page and back. */
export function signedIn(context: AppLoadContext): Viewer {
  if (!context.viewer && context.unavailable) throw unavailable()
  if (!context.viewer) throw redirectTo(`/sign-in?back=${encodeURIComponent(context.path)}`)
  return context.viewer
}

/** The viewer in one of these roles; others are told that the section is not theirs. */
export function inRole(context: AppLoadContext, roles: readonly Role[]): Viewer {
  const viewer = signedIn(context)
  if (!roles.includes(viewer.role)) throw forbidden()
  return viewer
}

/** The viewer where the rule lets them in. A stale sign-in is asked for the password once more. */
export function allowedIn(context: AppLoadContext, may: Decision<string>): Viewer {
  const viewer = signedIn(context)
  if (may.ok) return viewer
  if (may.why === 'sign-in-again') throw redirectTo(`/sign-in/again?back=${encodeURIComponent(context.path)}`)
  throw forbidden()
}

import { isAtTheKeyboard, mayAct, type Viewer, type WhyNotHere } from '../accounts/rules'
import { allowed, refused, type Decision } from '../decision'

/** What one person prepares and another puts out: a consultation, an open day. */
export type Work = { departmentId: number; submittedAt: Date | null; publishedAt: Date | null }

export type WhyNot = WhyNotHere | 'published' | 'submitted' | 'not-submitted' | 'own-work' | 'incomplete' | 'sign-in-again'

export const mayPrepare = (viewer: Viewer | null): Decision<WhyNotHere> =>
  viewer?.departmentId ? mayAct(viewer, ['staff'], viewer.departmentId) : refused(viewer ? 'not-your-role' : 'sign-in')

/** What is prepared can be changed until approval is asked for, and never after publication. */
export function mayEdit(viewer: Viewer | null, work: Work): Decision<WhyNot> {
  const here = mayAct(viewer, ['staff'], work.departmentId)
  if (!here.ok) return here
  if (work.publishedAt) return refused('published')
  return work.submittedAt ? refused('submitted') : allowed
}

export function maySubmit(viewer: Viewer | null, work: Work, missing: readonly string[]): Decision<WhyNot> {
  const editing = mayEdit(viewer, work)
  if (!editing.ok) return editing
  return missing.length > 0 ? refused('incomplete') : allowed
}

/** Approval by a second person: never one of those who prepared it or asked for it. */
export function mayDecide(viewer: Viewer | null, work: Work, preparers: readonly string[]): Decision<WhyNot> {
  const here = mayAct(viewer, ['publisher'], work.departmentId)
  if (!here.ok) return here
  if (preparers.includes(viewer!.id)) return refused('own-work')
  if (work.publishedAt) return refused('published')
  return work.submittedAt ? allowed : refused('not-submitted')
}

/** The password is asked for last: nobody types it only to read a refusal. */
export function mayPublish(
  viewer: Viewer | null,
  work: Work,
  { preparers, missing, now }: { preparers: readonly string[]; missing: readonly string[]; now: Date },
): Decision<WhyNot> {
  const deciding = mayDecide(viewer, work, preparers)
  if (!deciding.ok) return deciding
  return missing.length > 0 ? refused('incomplete') : isAtTheKeyboard(viewer!, now)
}

/** A notice approved after its planned opening opens when it is published. */
export const effectiveOpening = (opensAt: Date, now: Date) => (opensAt > now ? opensAt : now)

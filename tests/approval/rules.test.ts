import { describe, expect, it } from 'vitest'
import { roles, type Role, type Viewer } from '~/accounts/rules'
import { mayDecide, mayEdit, mayPublish, maySubmit } from '~/approval/rules'

const now = new Date('2026-06-01T08:00:00Z')
const before = new Date('2026-05-30T08:00:00Z')
const states = {
  prepared: { departmentId: 1, submittedAt: null, publishedAt: null },
  submitted: { departmentId: 1, submittedAt: before, publishedAt: null },
  published: { departmentId: 1, submittedAt: before, publishedAt: before },
}
const as = (role: Role, departmentId: number | null = 1): Viewer => ({
  id: role,
  name: role,
  role,
  departmentId,
  sessionId: '',
  authenticatedAt: now,
})
const whyOf = (decision: { ok: true } | { ok: false; why: string }) => (decision.ok ? 'yes' : decision.why)
const publishing = (preparers: string[] = [], missing: string[] = []) => ({ preparers, missing, now })

describe('who may change, submit, return and publish what one prepares and another puts out', () => {
  it.each([
    ['staff', 'prepared', 'yes', 'not-your-role'],
    ['staff', 'submitted', 'submitted', 'not-your-role'],
    ['staff', 'published', 'published', 'not-your-role'],
    ['publisher', 'prepared', 'not-your-role', 'not-submitted'],
    ['publisher', 'submitted', 'not-your-role', 'yes'],
    ['publisher', 'published', 'not-your-role', 'published'],
  ] as const)('%s, %s', (role, state, editing, deciding) => {
    expect(whyOf(mayEdit(as(role), states[state]))).toBe(editing)
    expect(whyOf(maySubmit(as(role), states[state], []))).toBe(editing)
    expect(whyOf(mayDecide(as(role), states[state], []))).toBe(deciding)
    expect(whyOf(mayPublish(as(role), states[state], publishing()))).toBe(deciding)
  })

  it('nobody else does any of it', () => {
    for (const role of roles.filter((each) => each !== 'staff' && each !== 'publisher'))
      for (const state of Object.values(states)) {
        expect(whyOf(mayEdit(as(role, null), state))).toBe('not-your-role')
        expect(whyOf(mayPublish(as(role, null), state, publishing()))).toBe('not-your-role')
      }
    expect(whyOf(mayEdit(null, states.prepared))).toBe('sign-in')
  })

  it('another department has no part in it', () => {
    expect(whyOf(mayEdit(as('staff', 2), states.prepared))).toBe('not-your-department')
    expect(whyOf(mayPublish(as('publisher', 2), states.submitted, publishing()))).toBe('not-your-department')
    expect(whyOf(mayPublish(as('publisher', null), states.submitted, publishing()))).toBe('yes')
  })

  it('never who prepared it, never what is incomplete, and the password is asked for last', () => {
    expect(whyOf(mayPublish(as('publisher'), states.submitted, publishing(['publisher'], ['title'])))).toBe('own-work')
    expect(whyOf(mayPublish(as('publisher'), states.submitted, publishing([], ['title'])))).toBe('incomplete')
    expect(whyOf(mayPublish({ ...as('publisher'), authenticatedAt: before }, states.submitted, publishing()))).toBe('sign-in-again')
    expect(whyOf(maySubmit(as('staff'), states.prepared, ['title']))).toBe('incomplete')
  })
})

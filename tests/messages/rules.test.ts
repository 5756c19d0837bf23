import { describe, expect, it } from 'vitest'
import type { Role, Viewer } from '~/accounts/rules'
import { KEEP_TRYING_MS, mayHandle, nextTry, REFUSALS_MAX, waitAfter, wayFor } from '~/messages/rules'

const viewer = (role: Role, departmentId: number | null): Viewer => ({
  id: 'a',
  name: role,
  role,
  departmentId,
  sessionId: '',
  authenticatedAt: new Date(0),
})
const none = { mail: false, sms: false }
const all = { mail: true, sms: true }

const email = { kind: 'email', address: 'w@example.cn' } as const
const mobile = { kind: 'phone', address: '13800001111' } as const
const landlines = ['057188880000', '01012345678', '6543210', '88880000'].map((address) => ({ kind: 'phone', address }) as const)

describe('how a message leaves', () => {
  it('goes by machine where one is set up, else onto the call list', () => {
    expect(wayFor(email, 'receipt', all)).toBe('mail')
    expect(wayFor(mobile, 'receipt', all)).toBe('sms')
    expect(wayFor(email, 'receipt', { mail: false, sms: true })).toBe('call')
    expect(wayFor(mobile, 'reported', none)).toBe('call')
  })
  it('a landline is phoned: it takes no text message', () => {
    for (const landline of landlines) {
      expect(wayFor(landline, 'receipt', all), landline.address).toBe('call')
      expect(wayFor(landline, 'password-reset', all), landline.address).toBeNull()
    }
    expect(wayFor({ kind: 'phone', address: '+85291234567' }, 'receipt', all)).toBe('sms')
  })
  it('a code that opens an account is never read out by a colleague', () => {
    expect(wayFor(mobile, 'password-reset', none)).toBeNull()
    expect(wayFor(email, 'invitation', none)).toBeNull()
    expect(wayFor(email, 'invitation', all)).toBe('mail')
  })
})

describe('trying again', () => {
  const start = new Date(0)
  const after = (ms: number) => new Date(ms)
  it('waits 1, 2, 4 … minutes and never more than an hour', () =>
    expect([1, 2, 3, 7, 50].map(waitAfter)).toEqual([60_000, 120_000, 240_000, 3_600_000, 3_600_000]))
  it('a way that is down is tried for days, however often it failed', () => {
    expect(nextTry({ attempts: 90, createdAt: start }, { lasting: false }, after(KEEP_TRYING_MS - 1))).not.toBeNull()
    expect(nextTry({ attempts: 2, createdAt: start }, { lasting: false }, after(KEEP_TRYING_MS))).toBeNull()
  })
  it('a refused message is given up after three refusals', () => {
    expect(nextTry({ attempts: REFUSALS_MAX - 1, createdAt: start }, { lasting: true }, start)).not.toBeNull()
    expect(nextTry({ attempts: REFUSALS_MAX, createdAt: start }, { lasting: true }, start)).toBeNull()
  })
})

describe('who handles a message', () => {
  it('the staff of its department, and for messages of no department the administrators', () => {
    expect(mayHandle(viewer('staff', 1), 1)).toBe(true)
    expect(mayHandle(viewer('staff', 2), 1)).toBe(false)
    expect(mayHandle(viewer('administrator', null), 1)).toBe(false)
    expect(mayHandle(viewer('administrator', null), null)).toBe(true)
    expect(mayHandle(viewer('staff', 1), null)).toBe(false)
    expect(mayHandle(viewer('auditor', null), 1)).toBe(false)
  })
})

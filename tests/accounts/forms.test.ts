import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { inviteForm, postForm, counterActForm, setUpForm, signInForm, signUpForm } from '~/accounts/forms'

const faults = (form: z.ZodType, values: object) => {
  const read = form.safeParse(values)
  return read.success ? {} : Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
}

describe('what is missing or cannot be read is named by its field', () => {
  test('signing in', () =>
    expect(faults(signInForm, {})).toEqual({ contact: 'accounts:error.contact-required', password: 'accounts:error.password-required' }))
  test('a number that is none', () =>
    expect(faults(signInForm, { contact: '12', password: 'x' })).toEqual({ contact: 'accounts:error.contact-unreadable' }))
  test('a name with NUL', () =>
    expect(faults(signUpForm, { name: 'a\u0000b', contact: '13800001234', password: 'x' })).toEqual({
      name: 'web:error.control-characters',
    }))
  test('a password of a hundred thousand characters', () =>
    expect(faults(signInForm, { contact: '13800001234', password: 'x'.repeat(100_000) })).toEqual({
      password: 'accounts:why.password-long',
    }))
  test('an invitation by telephone', () =>
    expect(faults(inviteForm, { name: '王', role: 'staff', email: '13800001234' })).toEqual({ email: 'accounts:error.email-unreadable' }))
  test('a role that nobody can be invited to', () =>
    expect(faults(inviteForm, { name: '王', role: 'resident' })).toEqual({ role: 'accounts:error.role-required' }))
  test('a change without a reason', () => expect(faults(postForm, { role: 'staff' })).toEqual({ why: 'accounts:error.reason-required' }))
  test('a code without a look at the document', () =>
    expect(faults(counterActForm, { why: '居民身份证' })).toEqual({ checked: 'accounts:error.identity-unchecked' }))
  test('an empty set-up', () =>
    expect(Object.keys(faults(setUpForm, {}))).toEqual(['county', 'office', 'phone', 'department', 'name', 'contact', 'password']))
})

test('what a form does not ask for is not taken from it', () => {
  const read = signUpForm.parse({
    name: '王',
    contact: '13800001234',
    password: 'vx8#Lq2m',
    role: 'administrator',
    departmentId: 1,
    disabledAt: null,
  })
  expect(Object.keys(read)).toEqual(['name', 'contact', 'password'])
})

import { z } from 'zod'
import { line } from '~/web/text'
import { type Contact, deskRoles, NAME_MAX, PASSWORD_MAX, readContact, REASON_MAX } from './rules'
import { LARGEST_ID } from '~/web/ids'

const typedPassword = (required: string) =>
  z
    .string({ error: required })
    .min(1, required)
    .max(PASSWORD_MAX * 4, 'accounts:why.password-long')
const currentPassword = typedPassword('accounts:error.password-required')
const newPassword = typedPassword('accounts:error.new-password-required')

const NEITHER = 'accounts:error.contact-unreadable'

function asContact(typed: string, context: z.RefinementCtx): Contact {
  const contact = readContact(typed)
  if (contact) return contact
  context.addIssue({ code: 'custom', message: NEITHER })
  return z.NEVER
}

const contact = line(254, { required: 'accounts:error.contact-required' }).transform(asContact)
const name = line(NAME_MAX, { required: 'accounts:error.name-required' })
const why = line(REASON_MAX, { required: 'accounts:error.reason-required' })
const department = z.coerce.number().int().positive().max(LARGEST_ID).optional().catch(undefined)
const role = z.enum(deskRoles, { error: 'accounts:error.role-required' })
const optionalLine = (max: number) =>
  line(max)
    .optional()
    .transform((typed) => typed ?? '')

export const signInForm = z.object({ contact, password: currentPassword })
export const signInAgainForm = z.object({ password: currentPassword })
export const signUpForm = z.object({ name, contact, password: newPassword })
const optionalContact = (kind: Contact['kind'], unreadable: string) =>
  line(254)
    .optional()
    .transform((typed, context) => {
      const found = typed ? readContact(typed) : null
      if (typed && found?.kind !== kind) context.addIssue({ code: 'custom', message: unreadable })
      return found?.kind === kind ? found : null
    })

export const detailsForm = z
  .object({
    name,
    phone: optionalContact('phone', 'accounts:error.phone-unreadable'),
    email: optionalContact('email', 'accounts:error.email-unreadable'),
  })
  .refine(({ phone, email }) => phone ?? email, { path: ['phone'], error: 'accounts:error.contact-required' })

export const changePasswordForm = z.object({ current: currentPassword, password: newPassword })
export const askResetForm = z.object({ contact })
export const resetForm = z.object({ password: newPassword })
export const invitationForm = z.object({ contact, password: newPassword })

export const inviteForm = z.object({
  name,
  role,
  department,
  email: optionalContact('email', 'accounts:error.email-unreadable'),
})

export const postForm = z.object({ role, department, why })
export const disablingForm = z.object({ why })
export const counterForm = z.object({ contact })
/** For what is done at the counter in the owner's name. */
export const counterActForm = z.object({ checked: z.literal('on', { error: 'accounts:error.identity-unchecked' }), why })

export const departmentForm = z.object({
  name: line(60, { required: 'accounts:error.department-required' }),
  nameEn: optionalLine(100),
  phone: optionalLine(40),
})

export const setUpForm = z.object({
  county: line(40, { required: 'accounts:error.county-required' }),
  countyEn: optionalLine(80),
  office: line(60, { required: 'accounts:error.office-required' }),
  phone: line(40, { required: 'accounts:error.phone-required' }),
  department: line(60, { required: 'accounts:error.department-required' }),
  name,
  contact,
  password: newPassword,
})

import type { FormState } from '~/web/forms.server'
import type { WhyNotRegister } from '../rules'

/** One turn of the form: what was typed, what is wrong with it, why it was refused. */
export type Turn = FormState & { why?: WhyNotRegister | 'other-body' | 'too-many' | null; minutes?: number }

/** No turn of the form can help: there is nothing to send to. */
export const isShut = (why: Turn['why']) => shut.includes(why)

const shut: Turn['why'][] = ['closed', 'not-open-yet', 'cancelled', 'invitation-needed', 'invitation-used', 'invitation-revoked']

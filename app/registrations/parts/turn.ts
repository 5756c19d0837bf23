import type { FormState } from '~/web/forms.server'
import type { WhyNotRegister } from '../rules'

/** One turn of the form: what was typed, what is wrong with it, why it was refused. */
export type Turn = FormState & { why?: WhyNotRegister | 'other-body' | 'too-many' | null; minutes?: number }

/** No turn of the form can help: there is nothing to send to. */
export const isShut = (why: Turn['why']) => why === 'closed' || why === 'not-open-yet' || why === 'cancelled'

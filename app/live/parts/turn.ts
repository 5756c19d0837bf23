import type { FormState } from '~/web/forms.server'
import type { WhyNotAsk } from '../rules'

/** One turn of the form: what was typed, what is wrong with it, why it was refused. */
export type Turn = FormState & { why?: WhyNotAsk | 'other-body' | 'gone' | 'too-fast' | null; seconds?: number; minutes?: number }

/** No turn of the form can help: there is nothing to send to. */
export const isShut = (why: Turn['why']) => shut.includes(why)

const shut: Turn['why'][] = ['not-announced', 'over', 'banned', 'too-many', 'gone']

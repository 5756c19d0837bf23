import type { ActionFunctionArgs } from '@remix-run/node'
import { noStore } from '~/web/responses.server'
import { SupportRefused } from '../parts/support-refused'
import { takeSupport, toQuestion } from '../supporting.server'

export const loader = toQuestion
export const headers = () => noStore

/** A hall presses at once when a question is read out. */
export const handle = { rush: true }

export const action = (given: ActionFunctionArgs) => takeSupport(given, true)

export default SupportRefused

import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { languages } from '~/i18n'
import { returnPath } from '../address'
import { setCookie } from '../cookies.server'
import { formOf } from '../posted.server'
import { redirectTo } from '../responses.server'

const YEAR = 365 * 24 * 3600
const form = z.object({
  lang: z.enum(languages).optional().catch(undefined),
  display: z.enum(['standard', 'elder']).optional().catch(undefined),
})

export const loader = () => redirectTo('/')

/** Language and display are a cookie each, so that pages stay equal for everyone who chose the same. */
export async function action({ request, context }: ActionFunctionArgs) {
  const data = await formOf(request, context)
  const chosen = form.parse(Object.fromEntries(data))
  const headers = new Headers()
  if (chosen.lang) headers.append('Set-Cookie', setCookie('lang', chosen.lang, YEAR))
  if (chosen.display) headers.append('Set-Cookie', setCookie('display', chosen.display, YEAR))
  return redirectTo(returnPath(data.get('back')), headers)
}

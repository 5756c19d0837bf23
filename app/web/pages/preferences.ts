import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { languages } from '~/i18n'
import { returnPath } from '../address'
import { carriedIn } from '../carried'
import { setCookie } from '../cookies.server'
import { displays } from '../page'
import { formOf } from '../posted.server'
import { postAgain, redirectTo } from '../responses.server'

const YEAR = 365 * 24 * 3600
const form = z.object({
  lang: z.enum(languages).optional().catch(undefined),
  display: z.enum(displays).optional().catch(undefined),
})

export const loader = () => redirectTo('/')

/**
 * Language and display are a cookie each, so that pages stay equal for everyone who chose the same. Pressed on the
 * answer to a form, the switch goes back to it as a form: readForm shows it again and nothing is done.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const data = await formOf(request, context)
  const chosen = form.parse(Object.fromEntries(data))
  const headers = new Headers()
  if (chosen.lang) headers.append('Set-Cookie', setCookie('lang', chosen.lang, YEAR))
  if (chosen.display) headers.append('Set-Cookie', setCookie('display', chosen.display, YEAR))
  const back = returnPath(data.get('back'))
  return carriedIn(data) ? postAgain(back, headers) : redirectTo(back, headers)
}

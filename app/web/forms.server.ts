import { parseWithZod, unstable_coerceFormValue as coerceFormValue } from '@conform-to/zod/v4'
import type { AppLoadContext } from '@remix-run/node'
import type { z } from 'zod'
import { carriedIn } from './carried'
import { formOf } from './posted.server'

/** What a form page shows again: the values as typed and, per field, the word key of what is wrong. */
export type FormState = { values: Record<string, string>; errors: Record<string, string> }

export const emptyForm: FormState = { values: {}, errors: {} }

const coerced = new WeakMap<z.ZodType, z.ZodType>()

/** conform wraps a schema anew at each reading; forms that are constants are wrapped once. */
function asForm<S extends z.ZodType>(schema: S): S {
  let found = coerced.get(schema)
  if (!found) coerced.set(schema, (found = coerceFormValue(schema) as z.ZodType))
  return found as S
}

export type Read<T> = { data: FormData } & ({ ok: true; value: T; values: Record<string, string> } | { ok: false; state: FormState })

/**
 * Reads a posted form at the edge: its values as typed, and as the schema understands them. What a switch carried back
 * is never taken as sent: it comes out refused, without errors of its own, and the page shows it again. `onlyShows` is
 * for actions that do nothing but show.
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  context: AppLoadContext,
  { onlyShows = false } = {},
): Promise<Read<z.output<S>>> {
  const sent = await formOf(request, context)
  const carried = carriedIn(sent)
  const data = carried ?? sent
  const values: Record<string, string> = {}
  for (const [name, value] of data) if (typeof value === 'string' && !(name in values)) values[name] = value
  const submission = parseWithZod(data, { schema: asForm(schema), disableAutoCoercion: true })
  if (submission.status === 'success' && (!carried || onlyShows)) return { ok: true, value: submission.value, values, data }
  const found = Object.entries((submission.status !== 'success' && submission.error) || {}).filter(([, messages]) => messages?.length)
  return { ok: false, data, state: { values, errors: Object.fromEntries(found.map(([name, messages]) => [name, messages![0]!])) } }
}

import type { AppLoadContext } from '@remix-run/node'
import type { z } from 'zod'
import { readForm, type Read } from '~/web/forms.server'

const SECRET = ['password', 'current']

/** A form with a password: what was typed there is never given back, neither on the page nor on a fault page. */
export async function readSecretForm<S extends z.ZodType>(request: Request, schema: S, context: AppLoadContext): Promise<Read<z.output<S>>> {
  const read = await readForm(request, schema, context)
  for (const values of [context.typed, read.ok ? read.values : read.state.values]) for (const name of SECRET) delete values?.[name]
  return read
}

import type { AppLoadContext } from '@remix-run/node'
import type { z } from 'zod'
import type { Decision } from '~/decision'
import { allowedIn, signedIn } from '~/web/access.server'
import { readForm, type FormState, type Read } from '~/web/forms.server'
import { notFound } from '~/web/responses.server'
import { personById } from './reads.server'
import type { Viewer } from './rules'
import type { From } from './writes.server'

const SECRET = ['password', 'current']

/** A form with a password: what was typed there is never given back, on a fault page (web/posted.server.ts) as little as here. */
export async function readSecretForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  context: AppLoadContext,
): Promise<Read<z.output<S>>> {
  const read = await readForm(request, schema, context)
  const values = read.ok ? read.values : read.state.values
  for (const name of SECRET) delete values[name]
  return read
}

export const cameFrom = (request: Request, context: AppLoadContext): From => ({
  client: context.client,
  cookie: request.headers.get('Cookie'),
})

type Person = NonNullable<Awaited<ReturnType<typeof personById>>>

/** The person of the address, where the rule lets the viewer do this for them. */
export async function personFor(
  context: AppLoadContext,
  id: string | undefined,
  may: (viewer: Viewer, person: Person, now: Date) => Decision<string>,
) {
  const viewer = signedIn(context)
  const person = await personById(id)
  if (!person) throw notFound()
  allowedIn(context, may(viewer, person, person.now))
  return { viewer, person }
}

/** A refusal beside the field it is about. */
export const shownAt = (field: string, why: string, values: Record<string, string>): FormState => ({
  values,
  errors: { [field]: `accounts:why.${why}` },
})

export const passwordsField = (why: string) =>
  why.startsWith('current') || why === 'slow-down' ? 'current' : why.startsWith('password') ? 'password' : 'contact'

/** The field of a post's form that a refusal is about. */
export const postField = (why: string) => (why.startsWith('department') ? 'department' : 'role')

export const statusOf = (why: string) => ({
  status: why === 'slow-down' ? 429 : why.startsWith('password') || why === 'wrong' || why === 'current-wrong' ? 422 : 409,
})

export function withCookies(cookies: string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}

/** Pages with codes and passwords stay in no cache. */
export const noStore = () => ({ 'Cache-Control': 'private, no-store' })

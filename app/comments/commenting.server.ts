import type { AppLoadContext } from '@remix-run/node'
import { readForm } from '~/web/forms.server'
import { notFound } from '~/web/responses.server'
import { newFormKey } from '~/web/form-key.server'
import { commentForm } from './forms'
import type { Turn } from './parts/turn'
import { commentedOn, type CommentedOn } from './form-reads.server'
import { askedOf } from './rules'

type Given = { request: Request; params: { slug?: string }; context: AppLoadContext }

/** The consultation of the address, and its article when one is named. */
export async function commentedBy({ request, params, context }: Given): Promise<CommentedOn> {
  const on = await commentedOn(params.slug ?? '', new URL(request.url).searchParams.get('article'), context.viewer)
  if (!on) throw notFound()
  return on
}

export const readComment = (request: Request, on: CommentedOn, context: AppLoadContext, how?: { onlyShows: boolean }) =>
  readForm(request, commentForm(askedOf(on, context.viewer !== null)), context, how)

/** Where the answers of this form are checked. */
export const checkedPath = ({ slug, about }: CommentedOn, key: string) =>
  `/consultations/${slug}/comments/check/${key}${about ? `?article=${encodeURIComponent(about.anchor)}` : ''}`

/** The form once more; where its key is spent or damaged, with one that still opens. */
export const again = (turn: Turn): Turn =>
  turn.errors.key || turn.why === 'other-body' ? { ...turn, values: { ...turn.values, key: newFormKey() } } : turn

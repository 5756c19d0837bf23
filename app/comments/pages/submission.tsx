import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, noStore, redirectTo, unprocessable } from '~/web/responses.server'
import { again, commentedBy, readComment } from '../commenting.server'
import { waitBeforeComment } from '../limits.server'
import { CommentPage } from '../parts/comment-page'
import { StartHere } from '../parts/start-here'
import { submitComment } from '../writes.server'

export async function loader(given: LoaderFunctionArgs) {
  return json({ on: await commentedBy(given) })
}

export const headers = () => noStore

export async function action({ context, ...given }: ActionFunctionArgs) {
  const on = await commentedBy({ ...given, context })
  const read = await readComment(given.request, on, context)
  if (!read.ok) return unprocessable({ turn: again({ ...read.state, why: on.why }) })
  const { viewer, client, lang } = context
  const { value, values } = read
  const minutes = await waitBeforeComment({ viewerId: viewer?.id, contact: value.contact?.address, client })
  if (minutes > 0)
    return json(
      { turn: again({ values, errors: {}, why: 'too-many', minutes }) },
      { status: 429, headers: { 'Retry-After': String(minutes * 60) } },
    )
  const { key: formKey, ...said } = value
  const sent = await submitComment({ ...said, consultationId: on.id, articleId: on.about?.id ?? null, viewer, lang, formKey })
  if (sent.ok) return redirectTo(`/receipts/${sent.code}`)
  const turn = again({ values, errors: {}, why: sent.why })
  return sent.why === 'other-body' ? unprocessable({ turn }) : conflict({ turn })
}

export default function Submission() {
  const { on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return answer ? <CommentPage on={on} turn={answer.turn} /> : <StartHere on={on} />
}

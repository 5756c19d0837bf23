import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, noStore, redirectTo, unprocessable } from '~/web/responses.server'
import { keepChecked } from '../checked-writes.server'
import { again, checkedPath, commentedBy, readComment } from '../commenting.server'
import { mayKeepChecked } from '../limits.server'
import { CheckAnswers } from '../parts/check-answers'
import { CommentPage } from '../parts/comment-page'
import { StartHere } from '../parts/start-here'
import type { Turn } from '../parts/turn'

export async function loader(given: LoaderFunctionArgs) {
  return json({ on: await commentedBy(given) })
}

export const headers = () => noStore

export async function action(given: ActionFunctionArgs) {
  const on = await commentedBy(given)
  const read = await readComment(given.request, on, given.context, { onlyShows: true })
  const turn: Turn = read.ok ? { values: read.values, errors: {}, why: on.why } : again({ ...read.state, why: on.why })
  if (turn.why) return conflict({ turn, checked: false })
  if (!read.ok) return unprocessable({ turn, checked: false })
  if (!(await mayKeepChecked(given.context.client))) return json({ turn, checked: true })
  await keepChecked(on, read.value)
  return redirectTo(checkedPath(on, read.value.key))
}

export default function Check() {
  const { on } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!answer) return <StartHere on={on} />
  return answer.checked ? <CheckAnswers on={on} values={answer.turn.values} /> : <CommentPage on={on} turn={answer.turn} />
}

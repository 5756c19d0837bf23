import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answersOf } from '../checked-reads.server'
import { commentedBy } from '../commenting.server'
import { CheckAnswers } from '../parts/check-answers'
import { CommentPage } from '../parts/comment-page'
import { StartHere } from '../parts/start-here'
import { receiptHeaders } from '../receipt.server'

export async function loader(given: LoaderFunctionArgs) {
  const on = await commentedBy(given)
  const answers = await answersOf(on, given.params.key ?? '')
  return json({ on, answers }, { status: answers ? 200 : 404 })
}

export const headers = () => receiptHeaders

export default function Checked() {
  const { on, answers } = useLoaderData<typeof loader>()
  if (!answers) return <StartHere on={on} />
  if (on.why && !answers.sent) return <CommentPage on={on} turn={{ values: answers.values, errors: {}, why: on.why }} />
  return <CheckAnswers on={on} values={answers.values} sent={answers.sent} />
}

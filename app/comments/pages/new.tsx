import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '~/web/forms.server'
import { commentedBy } from '../commenting.server'
import { newFormKey } from '~/web/form-key.server'
import { noStore } from '~/web/responses.server'
import { CommentPage } from '../parts/comment-page'
import type { Turn } from '../parts/turn'

export async function loader(given: LoaderFunctionArgs) {
  return json({ on: await commentedBy(given), key: newFormKey() }, { headers: noStore })
}

export const headers = () => noStore

/** 修改 on the check page: back to the form with everything kept, the key included. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, z.object({}), context, { onlyShows: true })
  return json({ values: read.ok ? read.values : {} }, { headers: noStore })
}

export default function NewComment() {
  const { on, key } = useLoaderData<typeof loader>()
  const changed = useActionData<typeof action>()
  const turn: Turn = { values: { key, ...changed?.values }, errors: {}, why: on.why }
  return <CommentPage on={on} turn={turn} />
}

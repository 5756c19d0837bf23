import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { heldHeaders } from '~/web/responses.server'
import { NoSuchRegistration } from '../parts/no-such-registration'
import { VisitPage } from '../parts/visit-page'
import { visitFor } from '../visit.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const visit = await visitFor(params.code)
  return json({ visit }, { status: visit ? 200 : 404 })
}

export const headers = () => heldHeaders
export const meta = () => [{ name: 'robots', content: 'noindex, nofollow' }]

export default function Visit() {
  const { visit } = useLoaderData<typeof loader>()
  return visit ? <VisitPage visit={visit} /> : <NoSuchRegistration />
}

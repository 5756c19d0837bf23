import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData } from '@remix-run/react'
import { theCounty } from '~/county/reads.server'
import { Frame } from '~/web/frame'
import { PageProvider, type PageFacts } from '~/web/page'

export async function loader({ request }: LoaderFunctionArgs) {
  const facts = { lang: 'zh-CN', display: 'standard', viewer: null, requestId: '', path: new URL(request.url).pathname } as const
  return json({ ...facts, county: await theCounty() })
}

export default function App() {
  const facts = useLoaderData<typeof loader>()
  const head = (
    <>
      <Meta />
      <Links />
    </>
  )
  const scripts = (
    <>
      <ScrollRestoration />
      <Scripts />
    </>
  )
  return (
    <PageProvider value={facts as unknown as PageFacts}>
      <Frame head={head} scripts={scripts} bare>
        <Outlet />
      </Frame>
    </PageProvider>
  )
}

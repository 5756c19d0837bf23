import type { Response } from 'express'
import { renderToString } from 'react-dom/server'
import { Frame, withTitle } from './frame'
import { Fault, type FaultKind } from './fault'
import { PageProvider, type PageFacts } from './page'

/** A readable page for what is refused before Remix is asked. */
export function faultPage(res: Response, status: number, kind: FaultKind, facts: PageFacts) {
  const html = renderToString(
    <PageProvider value={facts}>
      <Frame>
        <Fault kind={kind} />
      </Frame>
    </PageProvider>,
  )
  res
    .status(status)
    .set('Content-Type', 'text/html; charset=utf-8')
    .set('Cache-Control', 'private, no-store')
    .send(`<!DOCTYPE html>${withTitle(html, facts)}`)
}

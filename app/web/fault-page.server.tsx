import type { Response } from 'express'
import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { i18nFor } from '~/i18n'
import { Frame, withTitle } from './frame'
import { Fault, type FaultKind } from './fault'
import { PageProvider, type PageFacts } from './page'

/** A readable page for what is refused before Remix is asked. */
export function faultPage(res: Response, status: number, kind: FaultKind, facts: PageFacts) {
  const html = renderToString(
    <I18nextProvider i18n={i18nFor(facts.lang)}>
      <PageProvider value={facts}>
        <Frame>
          <Fault kind={kind} />
        </Frame>
      </PageProvider>
    </I18nextProvider>,
  )
  res.status(status).set('Content-Type', 'text/html; charset=utf-8').set('Cache-Control', 'private, no-store').send(`<!DOCTYPE html>${withTitle(html, facts)}`)
}


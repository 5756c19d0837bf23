import { createContext, useContext } from 'react'
import type { Language } from '~/i18n'
import type { Viewer } from '~/accounts/rules'
import type { County } from '~/county/rules'

export type Display = 'standard' | 'elder'

/** What every page knows about who is looking and how; made once per request in wiring.server.ts. */
export type PageFacts = {
  lang: Language
  display: Display
  county: County
  viewer: Viewer | null
  /** Shown on fault pages and written to the log, so that a phone call can be matched to a line. */
  requestId: string
  /** Path and query below the site's root. */
  path: string
  nonce?: string
  /** Set while the page renders; the document's <title> is filled in afterwards (entry.server.tsx). */
  title?: string
}

const PageContext = createContext<PageFacts | null>(null)
export const PageProvider = PageContext.Provider

export function usePage(): PageFacts {
  const page = useContext(PageContext)
  if (!page) throw new Error('no page facts')
  return page
}

/** Names the document; entry.server.tsx writes it into the head once the page has rendered. */
export function useTitle(title: string) {
  Object.assign(usePage(), { title })
}

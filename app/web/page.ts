import { createContext, useContext } from 'react'
import type { Language } from '~/i18n'
import type { Viewer } from '~/accounts/rules'
import type { County } from '~/county/rules'

export type Display = 'standard' | 'elder'
export type TextSize = 'normal' | 'large' | 'largest'

/** Display and, for elder mode, the size of the text are chosen as one: one cookie, one variant of each page. */
export const displays = ['standard', 'elder', 'elder-large', 'elder-largest'] as const

export function displayOf(chosen: string | undefined): { display: Display; text: TextSize } {
  const [display, text] = (displays.find((one) => one === chosen) ?? 'standard').split('-') as [Display, TextSize?]
  return { display, text: text ?? 'normal' }
}

/** What every page knows about who is looking and how; made once per request in wiring.server.ts. */
export type PageFacts = {
  lang: Language
  display: Display
  /** Larger than the 22 px of elder mode. */
  text?: TextSize
  county: County
  viewer: Viewer | null
  /** Shown on fault pages and written to the log, so that a phone call can be matched to a line. */
  requestId: string
  /** Path and query below the site's root. */
  path: string
  /** What was typed into the form that this page answers, secrets left out. */
  typed?: Record<string, string>
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

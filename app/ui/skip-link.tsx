import type { ReactNode } from 'react'

/** First thing in <body>; the page's <main> carries the id it points to. */
export const SkipLink = ({ href = '#main', children }: { href?: string; children: ReactNode }) => (
  <a className="skip-link" href={href}>
    {children}
  </a>
)

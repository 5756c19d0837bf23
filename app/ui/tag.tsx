import type { ReactNode } from 'react'

export type TagTone = 'open' | 'closing' | 'closed' | 'reported' | 'pending' | 'withheld' | 'neutral'

/** A status: words, a shape of its own and a colour, in that order of weight. */
const shapes: Record<TagTone, ReactNode> = {
  open: <circle cx="6" cy="6" r="4.5" />,
  closing: <path d="M6 .8 11.5 11H.5z" />,
  closed: <path d="M1.5 1.5h9v9h-9z" />,
  reported: <path d="M1 6.5 4.5 10 11 2.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  pending: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
  withheld: <path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" strokeWidth="2" />,
  neutral: <path d="M6 .8 11.2 6 6 11.2.8 6z" />,
}

export const Tag = ({ tone = 'neutral', children }: { tone?: TagTone; children: ReactNode }) => (
  <strong className={`tag is-${tone}`}>
    <svg viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true" focusable="false">
      {shapes[tone]}
    </svg>
    <span>{children}</span>
  </strong>
)

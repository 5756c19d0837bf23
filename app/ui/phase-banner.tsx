import type { ReactNode } from 'react'

/** A quiet line under the header: a tag and one sentence. */
export const PhaseBanner = ({ tag, children }: { tag: ReactNode; children: ReactNode }) => (
  <div className="phase-banner">
    <p className="wide">
      <strong>{tag}</strong> <span>{children}</span>
    </p>
  </div>
)
